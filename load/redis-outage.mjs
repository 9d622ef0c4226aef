#!/usr/bin/env node
// Does an outage of Redis under load let a revoked access token in, or anybody notice?
//   load/redis-outage.mjs BASE_URL... [--rate=100] [--seconds=8]     with SPRING_DATA_REDIS_PORT as load/instances sets it
// Redis is stopped (SIGSTOP), full (no memory left), emptied (FLUSHALL) and killed, and started again empty, while signed-in
// requests come at a fixed rate. In each state 100 access tokens revoked before and 20 revoked during it (a second later)
// are tried on every instance: none may be accepted. From a second after each change on: no 5xx, p99 below 500 ms, measured
// from when a request was due. The servers need all limits off.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';

const args = process.argv.slice(2);
const bases = args.filter((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const port = Number(process.env.SPRING_DATA_REDIS_PORT);
if (bases.length === 0 || !port) {
  console.error('SPRING_DATA_REDIS_PORT=… load/redis-outage.mjs BASE_URL... [--rate=100] [--seconds=8]');
  process.exit(2);
}
const PASSWORD = 'correct horse battery staple';
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
let failures = 0;
const expect = (what, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  failures += holds ? 0 : 1;
};

const redis = (command) => new Promise((resolve, reject) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\nQUIT\r\n`));
  let text = '';
  socket.on('data', (data) => { text += data; });
  socket.on('close', () => resolve(text));
  socket.on('error', reject);
});

async function call(i, path, token, body) {
  const headers = { 'X-Forwarded-Proto': 'https' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`${bases[i % bases.length]}/api/v1${path}`,
    { method: path.startsWith('/auth') ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, token: text.startsWith('{') ? JSON.parse(text).accessToken : undefined };
}

async function tokens(count) {
  const made = [];
  for (let i = 0; i < count; i++) {
    const email = `outage-${Date.now()}-${Math.random()}@example.org`;
    made.push((await call(i, '/auth/register', undefined, { email, password: PASSWORD, name: 'Load' })).token);
  }
  return made;
}

/** Signs out, again where a busy instance said to come again. */
async function signOut(token, i) {
  while ((await call(i, '/auth/logout', token)).status === 503) await pause(100);
}
const revoke = (some) => Promise.all(some.map(signOut));

/** How often a revoked token is accepted, each tried on every instance. */
async function accepted(revoked) {
  let count = 0;
  for (const token of revoked) {
    const answers = await Promise.all(bases.map((_, i) => call(i, '/users/me', token)));
    count += answers.filter(({ status }) => status === 200).length;
  }
  return count;
}

/** Signed-in requests at a fixed rate until it is stopped. */
function load(live) {
  const seen = [];
  let n = 0;
  let due = performance.now();
  const timer = setInterval(() => {
    for (; due <= performance.now(); due += 1000 / option('rate', 100)) {
      const begin = due;
      const i = n++;
      const done = (status) => seen.push({ begin, status, ms: performance.now() - begin });
      call(i, i % 2 ? '/users/me' : '/tasks', live[i % live.length]).then(({ status }) => done(status), () => done(599));
    }
  }, 5);
  return { seen, stop: () => clearInterval(timer) };
}

function report(name, seen, since) {
  const steady = seen.filter(({ begin }) => begin >= since + 1000);
  const times = steady.map(({ ms }) => ms).sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  const faults = steady.filter(({ status }) => status >= 500).length;
  const early = seen.filter(({ begin, status }) => begin >= since && begin < since + 1000 && status >= 500).length;
  const other = steady.filter(({ status }) => status !== 200 && status < 500).length;
  expect(`${name}: ${faults} answers 5xx of ${steady.length} (${early} in the first second), ${other} other than 200, p99 `
    + `${p99.toFixed(0)} ms`, faults === 0 && other === 0 && p99 < 500);
}

async function state(name, change, live, revoked) {
  const spare = await tokens(20);
  const traffic = load(live);
  await pause(2000);
  const since = performance.now();
  await change();
  await pause(2000);
  await revoke(spare);
  const before = await accepted(revoked);
  await pause(1000);
  const during = await accepted(spare);
  await pause(option('seconds', 8) * 1000);
  traffic.stop();
  await pause(1500);
  expect(`${name}: ${before} of ${revoked.length} tokens revoked before are accepted, ${during} of ${spare.length} revoked `
    + 'during it', before + during === 0);
  report(name, traffic.seen, since);
  return [...revoked, ...spare];
}

const info = await redis('INFO server');
let pid = Number(/process_id:(\d+)/.exec(info)[1]);
const executable = /executable:(\S+)/.exec(info)[1];
let child;
const live = await tokens(20);
let revoked = await tokens(100);
await revoke(revoked);
await pause(1000);
expect('nothing is accepted to begin with', await accepted(revoked) === 0);
revoked = await state('stopped', async () => process.kill(pid, 'SIGSTOP'), live, revoked);
revoked = await state('going on', async () => process.kill(pid, 'SIGCONT'), live, revoked);
revoked = await state('full', () => redis('CONFIG SET maxmemory 1'), live, revoked);
await redis('CONFIG SET maxmemory 0');
revoked = await state('emptied', () => redis('FLUSHALL'), live, revoked);
revoked = await state('killed', async () => process.kill(pid, 'SIGKILL'), live, revoked);
revoked = await state('started again, empty', async () => {
  child = spawn(executable, ['--port', String(port), '--save', '', '--maxmemory-policy', 'volatile-lru'],
    { stdio: 'ignore', detached: false });
  pid = child.pid;
}, live, revoked);
child?.kill();
process.exit(failures ? 1 : 0);
