#!/usr/bin/env node
// A day that is mostly reading: how many SQL statements do caching and entity tags save, and how soon are cached answers?
//   TASKFLOW_JOBS_ENABLED=false load/instances 1 load/day.mjs {m} [--users=1000] [--refreshes=10] [--rate=500]
// Everybody opens the app (profile, list), comes back to it so many times (both again), looks at two tasks and changes
// one (and sees the list again). The same requests in the same order, three times:
//   none     no If-None-Match is sent, and the profile is taken out of the cache before it is asked for
//   caches   the service's own: profile from Redis, 304 for a list that has not changed
//   client   what the browser client asks for with them: it follows the change stream, so coming back asks for nothing
// Everybody's requests come at their own times, at the given mean rate. Counted are the statements of requests
// (taskflow.jdbc.query on the management port) and, from pg_stat_database, rows and pages that PostgreSQL looked at.
// Fails below ten times fewer statements, or when cached answers take 2 ms at the median. Needs psql and the Redis's
// address in SPRING_DATA_REDIS_*; without jobs, since the mails of sign-ups cost statements, too.
import http from 'node:http';
import net from 'node:net';
import { addresses, need, option } from './lib/command.mjs';
import { metric, signUp } from './lib/service.mjs';
import { fill } from './lib/tasks.mjs';
import { median, pause } from './lib/times.mjs';
import { Wire } from './lib/wire.mjs';
import { sql } from './sql.mjs';

const [[base, management] = []] = addresses;
need(management && process.env.SPRING_DATASOURCE_URL, 'load/instances 1 load/day.mjs {m}');
const LIST = '/tasks?limit=100';
const wire = new Wire(base);
const redis = net.connect(Number(process.env.SPRING_DATA_REDIS_PORT), process.env.SPRING_DATA_REDIS_HOST);
const users = await signUp(base, option('users', 1000), 'day');
fill(`u.email like 'day-${process.pid}-%'`, 100);
const ids = new Map(sql("select user_id, (array_agg(id))[1:2] from task group by user_id")
  .map(([user, two]) => [user, two.slice(1, -1).split(',')]));

// What a user does, in order; the first letter says what is asked for, s is the stream.
const back = 'pl'.repeat(option('refreshes', 10));
const half = back.length / 2 - (back.length / 2) % 2;
const DAYS = { none: `pl${back.slice(0, half)}tel${back.slice(half)}t`, client: 'plstet' };
DAYS.caches = DAYS.none;
const seconds = (users.length * DAYS.none.length) / option('rate', 500);

async function day(user, mode, begin, times) {
  let changed = 0;
  const length = seconds * 800 * (mode === 'client' ? 0.5 : 1);
  const start = begin + Math.random() * (length / 4);
  for (const [i, step] of [...DAYS[mode]].entries()) {
    const due = start + (length * i) / DAYS[mode].length;
    await pause(Math.max(0, due - performance.now()));
    const headers = {};
    const [first, second] = ids.get(user.id);
    const ask = (method, path, more) => wire.send(wire.request(method, path, user.token, { headers, ...more }));
    const note = (kind, answer, good) => {
      if (!good.includes(answer.status)) throw new Error(`${kind} answered ${answer.status}`);
      (times[`${kind} ${answer.status}`] ??= []).push(answer.ms);
      return answer;
    };
    if (step === 'p') {
      if (mode === 'none') await forget(user);
      note('profile', await ask('GET', '/users/me'), [200]);
    } else if (step === 'l') {
      if (mode !== 'none' && user.etag) headers['If-None-Match'] = user.etag;
      user.etag = note('list', await ask('GET', LIST), [200, 304]).etag;
    } else if (step === 't') {
      note('task', await ask('GET', `/tasks/${changed ? second : first}`), [200]);
    } else if (step === 'e') {
      note('edit', await ask('PATCH', `/tasks/${first}`, { body: { title: `Edited in ${mode} ${++changed}` } }), [200]);
    } else {
      follow(user);
    }
  }
}

const forgotten = [];
redis.on('data', (answers) => answers.toString().trim().split('\r\n').forEach(() => forgotten.shift()()));
const forget = (user) => new Promise((resolve) => {
  forgotten.push(resolve);
  redis.write(`DEL profile:${user.id}\r\n`);
});

const streams = [];
const agent = new http.Agent({ maxSockets: Infinity });
function follow(user) {
  streams.push(http.get(`${base}/api/v1/tasks/events`, { agent, headers: { Authorization: `Bearer ${user.token}` } },
    (answer) => answer.resume().on('error', () => {})));
}

/** Statements, and what PostgreSQL looked at; it reports that late. */
async function counted() {
  await pause(11_000);
  const [[rows, pages]] = sql(`select tup_returned + tup_fetched, blks_hit + blks_read from pg_stat_database
    where datname = current_database()`);
  return { statements: await metric(management, 'taskflow_jdbc_query_seconds_count'), rows: Number(rows), pages: Number(pages) };
}

let before;
async function replay(mode, some = users) {
  before ??= await counted();
  const times = {};
  const begin = performance.now();
  await Promise.all(some.map((user) => day(user, mode, begin, times)));
  const after = await counted();
  const used = Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
  before = after;
  const requests = Object.values(times).reduce((sum, list) => sum + list.length, 0);
  console.log(`${mode}: ${requests} requests, ${used.statements} statements, ${used.rows} rows, ${used.pages} pages`);
  for (const [kind, list] of Object.entries(times)) console.log(`  ${kind}: ${list.length}, p50 ${median(list).toFixed(2)} ms`);
  return { ...used, times };
}

await replay('none', users.slice(0, users.length / 4)); // warms up
const none = await replay('none');
for (const user of users) delete user.etag;
const caches = await replay('caches');
const client = await replay('client');
for (const key of ['statements', 'rows', 'pages']) {
  console.log(`${key}: ${(none[key] / caches[key]).toFixed(1)} times fewer with the caches, ` +
    `${(none[key] / client[key]).toFixed(1)} as the client asks`);
}
const cached = median([...caches.times['profile 200'], ...caches.times['list 304']]);
console.log(`cached answers: p50 ${cached.toFixed(2)} ms`);
process.exit(none.statements / caches.statements >= 10 && cached < 2 ? 0 : 1);
