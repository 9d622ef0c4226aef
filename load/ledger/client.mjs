// HTTPS with connections kept open, as browsers do it; measures from the moment a request was due.
import https from 'node:https';
import fs from 'node:fs';

const TIMEOUT_MS = 10_000;

export class Client {
  constructor(base, ca) {
    this.base = new URL(base);
    const trusted = ca && fs.readFileSync(ca);
    this.agent = new https.Agent({ keepAlive: true, maxSockets: 512, ca: trusted });
    this.fresh = new https.Agent({ keepAlive: false, ca: trusted });
    this.reconnects = 0;
  }

  /** @returns {status, headers, body, error, ms}; status 0 with an error when no answer came */
  async send(method, path, { headers = {}, body, due = performance.now() } = {}) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const all = { ...headers };
    if (text !== undefined) {
      all['Content-Type'] ??= 'application/json';
      all['Content-Length'] = Buffer.byteLength(text);
    } else if (method === 'POST') {
      all['Content-Length'] = 0;
    }
    let answer = await this.once(method, path, all, text);
    if (answer.stale) {
      // The proxy closed an idle connection while we wrote into it: nothing was read of it, and every browser repeats
      // that on a new connection.
      this.reconnects++;
      answer = await this.once(method, path, all, text, this.fresh);
    }
    answer.ms = performance.now() - due;
    return answer;
  }

  once(method, path, headers, text, agent = this.agent) {
    return new Promise((resolve) => {
      const request = https.request({ host: this.base.hostname, port: this.base.port, method, path, headers,
        agent, timeout: TIMEOUT_MS }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', (error) => resolve({ status: 0, error: `cut off: ${error.code}` }));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers,
          body: parse(Buffer.concat(chunks).toString()) }));
      });
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', (error) => resolve({ status: 0, error: error.code ?? error.message,
        stale: request.reusedSocket && error.code === 'ECONNRESET' }));
      request.end(text);
    });
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
