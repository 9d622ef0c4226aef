/** One event of a stream (WHATWG HTML §9.2), as far as it is used here. */
export interface StreamEvent {
  id: string;
  event: string;
  data: string;
}

/**
 * Reads server-sent events from a fetch, which unlike EventSource can send a header. Ends when the stream does, and with
 * an error when nothing came for `silence` milliseconds: heartbeats count, so then the connection is dead.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
  silence: number,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let event: StreamEvent = { id: '', event: 'message', data: '' };
  for (;;) {
    const { done, value } = await within(silence, reader.read(), () => reader.cancel());
    if (done) {
      return;
    }
    const lines = (rest + value).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        event = withLine(event, line);
      } else {
        if (event.data !== '') {
          onEvent({ ...event, data: event.data.slice(0, -1) });
        }
        event = { ...event, event: 'message', data: '' };
      }
    }
  }
}

function withLine(event: StreamEvent, line: string): StreamEvent {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  switch (field) {
    case 'id':
      return { ...event, id: value };
    case 'event':
      return { ...event, event: value };
    case 'data':
      return { ...event, data: `${event.data}${value}\n` };
    default:
      return event;
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
