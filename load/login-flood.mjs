#!/usr/bin/env node
// What does a flood of sign-ins do to everybody else, and what does it get?
//   load/login-flood.mjs BASE_URL... [--logins=100] [--rate=50] [--seconds=20]
// Signed-in requests at a fixed rate, first alone and then beside wrong sign-ins (a second) for a hundred accounts. Prints
// p50 and p99 of both, measured from when a request was due, and the flood's answers by status with their p99. Fails when
// the p99 more than doubles. A flood as long warms up: a JVM that hashes its first passwords takes seconds for each. The
// servers need all limits off: with them the eleventh sign-in of an address is a 429.
const args = process.argv.slice(2);
const bases = args.filter((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
if (bases.length === 0) {
  console.error('load/login-flood.mjs BASE_URL... [--logins=100] [--rate=50] [--seconds=20]');
  process.exit(2);
}
const seconds = option('seconds', 20);
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function call(i, method, path, token, body) {
  const headers = { 'X-Forwarded-Proto': 'https' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`${bases[i % bases.length]}/api/v1${path}`,
    { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, token: text.startsWith('{') ? JSON.parse(text).accessToken : undefined };
}

/** Sends at a fixed rate for the time; the answers with their times, from when each was due. */
async function steady(rate, send) {
  const seen = [];
  const running = [];
  const end = performance.now() + seconds * 1000;
  for (let due = performance.now(), i = 0; due < end; due += 1000 / rate, i++) {
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const begin = due;
    running.push(send(i).then(({ status }) => status, () => 599)
      .then((status) => seen.push({ status, ms: performance.now() - begin })));
  }
  await Promise.all(running);
  return seen;
}

const quantile = (seen, q) => {
  const times = seen.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
};
const line = (seen) => `p50 ${quantile(seen, 0.5).toFixed(1)} ms, p99 ${quantile(seen, 0.99).toFixed(1)} ms`;

const run = Date.now();
const tokens = [];
for (let i = 0; i < 10; i++) {
  const body = { email: `flood-${run}-${i}@example.org`, password: 'correct horse battery staple', name: 'Load' };
  tokens.push((await call(i, 'POST', '/auth/register', undefined, body)).token);
}
const others = () => steady(option('rate', 50), (i) => call(i, 'GET', i % 2 ? '/tasks' : '/users/me', tokens[i % 10]));
const flood = () => steady(option('logins', 100), (i) => call(i, 'POST', '/auth/login', undefined,
  { email: `flood-${run}-${i % 100}@example.org`, password: 'not this one at all' }));

await Promise.all([others(), flood()]);
await pause(3000);
const alone = await others();
const [beside, floods] = await Promise.all([others(), flood()]);
console.log(`others alone: ${line(alone)}`);
console.log(`others beside the flood: ${line(beside)}`);
for (const status of new Set([...beside, ...floods].map((answer) => answer.status))) {
  const same = floods.filter((answer) => answer.status === status);
  const count = beside.filter((answer) => answer.status === status).length;
  console.log(`  ${status}: ${count} of others, ${same.length} of the flood${same.length ? `, ${line(same)}` : ''}`);
}
const factor = quantile(beside, 0.99) / quantile(alone, 0.99);
console.log(`p99 times ${factor.toFixed(2)}`);
process.exit(factor <= 2 && beside.every(({ status }) => status === 200) ? 0 : 1);
