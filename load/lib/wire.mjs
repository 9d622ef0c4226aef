// For the commands: HTTP/1.1 over plain connections that are kept open. It takes a fraction of the CPU time of fetch,
// which matters where the load shares its cores with what is measured.
import net from 'node:net';
import { at, pause } from './times.mjs';

export class Wire {
  /** @param most how many connections at most; what is sent beyond waits, and its time counts */
  constructor(base, most = 256) {
    const { hostname, port } = new URL(base);
    Object.assign(this, { hostname, port, most, open: 0, idle: [], waiting: [] });
  }

  /** The bytes of a request. */
  request(method, path, token, { headers = {}, body } = {}) {
    const text = body === undefined ? '' : JSON.stringify(body);
    const lines = [`${method} /api/v1${path} HTTP/1.1`, `Host: ${this.hostname}:${this.port}`, `Authorization: Bearer ${token}`];
    if (text) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    return `${lines.join('\r\n')}\r\n\r\n${text}`;
  }

  /** @returns {status, etag, ms}, the time counted from the moment the request was due */
  send(request, due = performance.now()) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, due, resolve, reject });
      this.next();
    });
  }

  next() {
    if (this.waiting.length === 0) return;
    if (this.idle.length > 0) this.idle.pop().carry(this.waiting.shift());
    else if (this.open < this.most) this.connect();
  }

  connect() {
    this.open++;
    const socket = net.connect(this.port, this.hostname).setNoDelay();
    let job;
    let text = '';
    const connection = {
      carry: (next) => { job = next; socket.write(job.request); },
      close: () => socket.destroy(),
    };
    const free = () => {
      job = undefined;
      this.idle.push(connection);
      this.next();
    };
    socket.setEncoding('latin1');
    socket.on('connect', free);
    socket.on('data', (chunk) => {
      text += chunk;
      if (!complete(text)) return;
      job.resolve({ status: Number(text.slice(9, 12)), etag: /\r\netag: (.*)\r\n/i.exec(text)?.[1], ms: performance.now() - job.due });
      text = '';
      free();
    });
    socket.on('error', (error) => (job ?? this.waiting.shift())?.reject(error));
    // The service closes what nobody has used for a while.
    socket.on('close', () => {
      this.open--;
      this.idle = this.idle.filter((other) => other !== connection);
      job?.reject(new Error('the connection was closed'));
    });
  }

  close() {
    this.idle.forEach((connection) => connection.close());
  }
}

function complete(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end);
  if (/ (204|304) /.test(head.slice(8, 13))) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  return length ? text.length - end - 4 >= Number(length[1]) : text.endsWith('\r\n0\r\n\r\n');
}

/** As many as so many connections get, each asking again once it is answered. @returns requests a second */
export async function closedLoop(wire, connections, seconds, request) {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      refuse(await wire.send(request(count++)));
    }
  }));
  return count / seconds;
}

/**
 * So many a second, sent when they are due, whether the earlier ones were answered or not.
 * @returns {p50, p99, late}, from the moment each was due; late is the p99 of what this process itself was too late
 */
export async function openLoop(wire, rate, seconds, request) {
  const begin = performance.now();
  const late = [];
  const answers = [];
  for (let n = 0; n < rate * seconds;) {
    for (const now = performance.now(); n < rate * seconds && begin + (n * 1000) / rate <= now; n++) {
      const due = begin + (n * 1000) / rate;
      late.push(now - due);
      answers.push(wire.send(request(n), due));
    }
    await pause(1);
  }
  const times = (await Promise.all(answers)).map((answer) => refuse(answer).ms);
  return { p50: at(times, 0.5), p99: at(times, 0.99), p999: at(times, 0.999), late: at(late, 0.99) };
}

function refuse(answer) {
  if (answer.status >= 400) throw new Error(`answered ${answer.status}`);
  return answer;
}
