#!/usr/bin/env node
// Mixed load at a fixed rate with a ledger of every acknowledged write, compared with the service afterwards.
//   load/ledger.mjs BASE_URL [--seconds=60] [--rate=200] [--users=60] [--ca=FILE] [--marks=FILE] [--ready=FILE] [--stop=FILE] [--ids]
// Requests are sent when they are due, whether the earlier ones were answered or not; latencies count from then. A write
// is in the ledger once its 2xx came. Creates carry an Idempotency-Key and are repeated with it until they succeed, no
// sooner than the refusal asks for (Retry-After).
// With --ids creates also bring their own ids, which makes repeating safe on its own.
// One session is revoked at the beginning and its token tried once a second: it must never be accepted.
// Prints one JSON object; ends with 1 when an acknowledged write is lost, something exists twice, a revoked token was
// accepted or somebody was signed out. --ready is made when the load begins; --marks is read at the end (load/faults
// writes it); the load ends before its time once --stop is there.
// The service needs TASKFLOW_LIMITS_REGISTER=off.
import fs from 'node:fs';
import { Client } from './ledger/client.mjs';
import { Report } from './ledger/report.mjs';
import { User, pause } from './ledger/user.mjs';

const [base, ...options] = process.argv.slice(2);
const option = (name, fallback) => options.find((text) => text.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;
const seconds = Number(option('seconds', 60));
const rate = Number(option('rate', 200));
if (!base) {
  console.error('load/ledger.mjs BASE_URL [--seconds=60] [--rate=200] [--users=60] [--ca=FILE]');
  process.exit(2);
}

/** Half reads of lists and tasks, a third writes, some of the rest. Parts of 100. */
const MIX = [
  [30, (user, due) => user.read('list', '/api/v1/tasks', due)],
  [10, (user, due) => user.read('search', '/api/v1/tasks?q=L1&status=todo&sort=due', due)],
  [20, (user, due) => { const task = user.free(); return user.read('task', task ? `/api/v1/tasks/${task.id}` : '/api/v1/tasks', due); }],
  [5, (user, due) => user.read('profile', '/api/v1/users/me', due)],
  [18, (user, due) => user.create(due)],
  [10, (user, due) => user.change(due)],
  [5, (user, due) => user.remove(due)],
  [2, (user, due) => user.refresh(due)],
];

function pick() {
  let left = Math.random() * 100;
  return MIX.find(([part]) => (left -= part) < 0)[1];
}

const report = new Report();
const client = new Client(base, option('ca'));
const users = Array.from({ length: Number(option('users', 60)) }, (_, i) => new User(client, report, i, options.includes('--ids')));

async function probeRevoked() {
  const user = new User(client, report, 'revoked');
  await user.signUp();
  await client.send('POST', '/api/v1/auth/logout', { headers: user.authorization });
  await pause(1200);
  return setInterval(async () => {
    const { status } = await client.send('GET', '/api/v1/users/me', { headers: user.authorization });
    report.revokedAccepted += status >= 200 && status < 300 ? 1 : 0;
  }, 1000);
}

async function load() {
  const begin = performance.now();
  const running = new Set();
  let stopped = false;
  const look = setInterval(() => { stopped = fs.existsSync(option('stop', '')); }, 200);
  for (let n = 0; n < rate * seconds && !stopped; n++) {
    const due = begin + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const request = pick()(users[Math.floor(Math.random() * users.length)], due).finally(() => running.delete(request));
    running.add(request);
  }
  clearInterval(look);
  const patience = setTimeout(() => { report.over = true; }, 15_000);
  await Promise.all(running);
  clearTimeout(patience);
}

for (let i = 0; i < users.length; i += 4) await Promise.all(users.slice(i, i + 4).map((user) => user.signUp()));
const probe = await probeRevoked();
if (option('ready')) fs.writeFileSync(option('ready'), '');
report.start = Date.now();
await load();
clearInterval(probe);
const summary = report.summary(option('marks'));
report.over = false;
const audits = [];
for (const user of users) {
  await user.refresh(performance.now());
  audits.push(await user.audit());
}
const sum = (name) => audits.reduce((total, audit) => total + audit[name], 0);
summary.reconnects = client.reconnects;
summary.ledger = { acknowledged: report.acknowledgedAt.length, lost: sum('lost'), duplicates: sum('duplicates'),
  examples: report.lost.slice(0, 5) };
console.log(JSON.stringify(summary, null, option('pretty', '') ? 2 : 0));
process.exit(summary.ledger.lost || summary.ledger.duplicates || report.revokedAccepted || report.signedOut ? 1 : 0);
