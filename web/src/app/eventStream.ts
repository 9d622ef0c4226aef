/** One event of a stream (WHATWG HTML §9.2), as far as it is used here; one without data only tells a new id. */
export interface StreamEvent {
  id: string;
  event: string;
  data: string;
}

interface Block extends StreamEvent {
  told: boolean;
  retry: number | null;
}

/**
 * Reads server-sent events from a fetch, which unlike EventSource can send a header. Ends when the stream does, and with
 * an error when nothing came for `silence` milliseconds: heartbeats count, so then the connection is dead. Answers how many
 * milliseconds the service wants to be left alone before the next try, if it said so.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
  silence: number,
): Promise<number | null> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let block: Block = { id: '', event: 'message', data: '', told: false, retry: null };
  for (;;) {
    const { done, value } = await within(silence, reader.read(), () => reader.cancel());
    if (done) {
      return block.retry;
    }
    const lines = (rest + value).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        block = withLine(block, line);
      } else {
        if (block.told) {
          onEvent({ id: block.id, event: block.event, data: block.data.slice(0, -1) });
        }
        block = { ...block, event: 'message', data: '', told: false };
      }
    }
  }
}

function withLine(block: Block, line: string): Block {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  switch (field) {
    case 'id':
      return { ...block, id: value, told: true };
    case 'event':
      return { ...block, event: value };
    case 'data':
      return { ...block, data: `${block.data}${value}\n`, told: true };
    case 'retry':
      return { ...block, retry: Number(value) || null };
    default:
      return block;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>, giveUp: () => Promise<void>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The stream fell silent'));
      giveUp().catch(() => undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
