import { expect, test } from 'vitest';

import { readEvents, type StreamEvent } from './eventStream.ts';

function stream(...parts: string[]): ReadableStream<Uint8Array> {
  return new Blob(parts).stream();
}

test('tells ids that come alone, and answers when to come back', async () => {
  const events: StreamEvent[] = [];

  expect(await readEvents(stream('retry: 700\nid: 5\n\n: heartbeat\n\nretry: 1200\n\n'), (event) => events.push(event), 1_000)).toBe(1200);
  expect(events).toEqual([{ id: '5', event: 'message', data: '' }]);
});

async function read(body: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  await readEvents(body, (event) => events.push(event), 1_000);
  return events;
}

test('reads events, however the lines end and break', async () => {
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of ['event: chan', 'ge\nid: 7\ndata: {"a":', '1}\n\n: heartbeat\n\nid: 8\r\ndata: x\r\n', '\r\n']) {
        controller.enqueue(new TextEncoder().encode(part));
      }
      controller.close();
    },
  });

  expect(await read(slow)).toEqual([
    { id: '7', event: 'change', data: '{"a":1}' },
    { id: '8', event: 'message', data: 'x' },
  ]);
});

test('joins lines of data and leaves out what was not finished', async () => {
  expect(await read(stream('data: one\ndata: two\n\ndata: half'))).toMatchObject([{ data: 'one\ntwo' }]);
});

test('gives up on a stream that fell silent', async () => {
  const silent = new ReadableStream<Uint8Array>();

  await expect(readEvents(silent, () => undefined, 20)).rejects.toThrow('silent');
});
