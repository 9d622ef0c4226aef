#!/usr/bin/env node
// Live events: many streams on one instance, their memory, and how soon an event reaches all of its owner's streams.
//   load/events.mjs ADDRESS=MANAGEMENT_ADDRESS [--streams=1000] [--users=200] [--events=200]
//   load/instances 1 load/events.mjs {m}
// Goals: at most 200 MiB more heap and native memory for 1,000 streams; an event is with its readers within 1 s at p99.
import http from 'node:http';

const args = process.argv.slice(2);
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const [base, management] = (args.find((arg) => arg.startsWith('http')) ?? '').split('=');
if (!management) {
  console.error('load/events.mjs ADDRESS=MANAGEMENT_ADDRESS [--streams=1000] [--users=200] [--events=200]');
  process.exit(2);
}
const streams = option('streams', 1000);
const users = option('users', 200);
const agent = new http.Agent({ maxSockets: Infinity });

const json = (path, method, body, token) => fetch(base + path, {
  method,
  headers: { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
  body: JSON.stringify(body),
}).then((answer) => answer.json());

async function metric(name) {
  const text = await (await fetch(`${management}/actuator/prometheus`)).text();
  return text.split('\n').filter((line) => line.startsWith(name)).reduce((sum, line) => sum + Number(line.split(' ').pop()), 0);
}

async function resident() {
  const { execSync } = await import('node:child_process');
  const port = new URL(base).port;
  const pid = execSync(`ss -ltnpH 'sport = :${port}'`).toString().match(/pid=(\d+)/)[1];
  return Number(execSync(`awk '/VmRSS/ {print $2}' /proc/${pid}/status`).toString()) / 1024;
}

function follow(token, onEvent) {
  return new Promise((resolve, reject) => {
    const request = http.get(`${base}/api/v1/tasks/events`, { agent, headers: { Authorization: `Bearer ${token}` } }, (answer) => {
      if (answer.statusCode !== 200) {
        reject(new Error(`HTTP ${answer.statusCode}`));
        return;
      }
      let rest = '';
      answer.on('data', (chunk) => {
        rest += chunk;
        const blocks = rest.split('\n\n');
        rest = blocks.pop();
        blocks.filter((block) => block.includes('data: ')).forEach((block) => {
          onEvent(JSON.parse(block.split('\n').find((line) => line.startsWith('data: ')).slice(6)));
        });
        resolve(request);
      });
      answer.on('error', () => {});
    });
    request.on('error', reject);
  });
}

const tokens = [];
for (let i = 0; i < users; i++) {
  const session = await json('/api/v1/auth/register', 'POST',
    { email: `events-${Date.now()}-${i}@example.org`, password: 'correct horse battery staple', name: 'Load' });
  tokens.push(session.accessToken);
}
await Promise.all(tokens.map((token) => json('/api/v1/tasks', 'POST', { title: 'warm up' }, token)));
const before = await resident();
const arrivals = new Map();
const requests = [];
for (let i = 0; i < streams; i++) {
  requests.push(await follow(tokens[i % users], (event) => {
    arrivals.get(event.task?.title)?.push(performance.now());
  }));
}
const after = await resident();
console.log(`${streams} streams: resident ${before.toFixed(0)} -> ${after.toFixed(0)} MiB, ${(after - before).toFixed(0)} more`);
console.log(`gauge taskflow_events_streams: ${await metric('taskflow_events_streams')}`);

const latencies = [];
let missing = 0;
const perUser = streams / users;
for (let i = 0; i < option('events', 200); i++) {
  const title = `event ${i}`;
  const seen = [];
  arrivals.set(title, seen);
  const token = tokens[i % users];
  const answer = json('/api/v1/tasks', 'POST', { title }, token);
  await answer;
  const answered = performance.now();
  for (let wait = 0; seen.length < perUser && wait < 300; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  missing += perUser - seen.length;
  seen.forEach((at) => latencies.push(Math.max(0, at - answered)));
  arrivals.delete(title);
}
latencies.sort((a, b) => a - b);
const at = (p) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * p))].toFixed(1);
console.log(`after the write's answer: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${missing} did not come`);
requests.forEach((request) => request.destroy());
process.exit(missing === 0 && after - before <= 200 && Number(at(0.99)) <= 1000 ? 0 : 1);
