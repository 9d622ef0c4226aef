#!/usr/bin/env node
// From SIGTERM to the end with requests in flight: N creates have sent half of their bodies when the process gets its
// SIGTERM, and send the rest a few seconds later. Each must be answered 201, the process must end within 30 s.
//   load/sigterm.mjs BASE_URL PID [--requests=50] [--rest=8]    to one replica itself, not through the proxy
import net from 'node:net';
import fs from 'node:fs';

const [base, pid, ...options] = process.argv.slice(2);
const option = (name, fallback) => Number(options.find((text) => text.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const { hostname, port } = new URL(base);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Ten people, so that their writes do not queue behind one another.
const tokens = [];
for (let attempt = 0; tokens.length < 10 && attempt < 40; attempt++) {
  const answer = await fetch(`${base}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' },
    body: JSON.stringify({ email: `sigterm-${Date.now()}@example.org`, password: 'correct horse battery staple', name: 'Load' }),
  });
  const { accessToken } = await answer.json();
  if (accessToken) tokens.push(accessToken);
}

function halfSent(n) {
  const body = JSON.stringify({ title: `In flight ${n}` });
  const socket = net.connect(Number(port), hostname);
  socket.write(`POST /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${tokens[n % tokens.length]}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  const answer = new Promise((resolve) => {
    let text = '';
    socket.on('data', (data) => { text += data; });
    socket.on('error', (error) => resolve(error.code));
    socket.on('close', () => resolve(text ? text.slice(9, 12) : 'closed'));
    socket.setTimeout(30_000, () => socket.destroy());
  });
  return { answer, finish: () => socket.write(body.slice(10)) };
}

const requests = Array.from({ length: option('requests', 50) }, (_, n) => halfSent(n));
await pause(500);
const begin = Date.now();
process.kill(Number(pid), 'SIGTERM');
await pause(option('rest', 8) * 1000);
requests.forEach((request) => request.finish());
const counts = {};
for (const { answer } of requests) {
  const status = await answer;
  counts[status] = (counts[status] ?? 0) + 1;
}
while (fs.existsSync(`/proc/${pid}`) && Date.now() - begin < 40_000) await pause(50);
const seconds = (Date.now() - begin) / 1000;
console.log(JSON.stringify({ answers: counts, secondsToExit: seconds }));
process.exit(seconds <= 30 && counts['201'] === requests.length ? 0 : 1);
