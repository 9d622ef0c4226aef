#!/usr/bin/env node
// Followers of the change log while instances die: writes go to all of them, one is killed (-9) every ten seconds and
// started again. At the end one client that followed /tasks/changes and one that followed /tasks/events must each hold
// exactly what the lists hold, and the log must have every number once.
//   load/sync.mjs ADDRESS... [--seconds=60] [--rate=200] [--users=50] [--warm=20]
//   JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 load/instances 3 load/sync.mjs {}
// (The second compiler would take the CPU time of all writes: no instance lives for long enough for it to pay.)
// Writes are sent at a fixed rate, whether or not those before were answered; one that is lost is sent again.
// Instances are killed and started again by the command of the process that listens on their port.
import { randomUUID } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { restart } from './restart.mjs';
import { sql } from './sql.mjs';

const args = process.argv.slice(2);
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const bases = args.filter((arg) => arg.startsWith('http'));
if (bases.length < 2) {
  console.error('load/sync.mjs ADDRESS ADDRESS... [--seconds=60] [--rate=200] [--users=50] [--warm=20]');
  process.exit(2);
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const statuses = {};
const downUntil = new Map();
let next = 0;

/** The next instance in turn that was not found dead within the last second: asking those costs the others' time. */
function pick() {
  next++;
  const turns = bases.map((_, i) => bases[(next + i) % bases.length]);
  return turns.find((base) => (downUntil.get(base) ?? 0) < Date.now()) ?? turns[0];
}

/** Sends to one instance after the other until one answers, by and by more slowly; a keyed POST is safe to repeat. */
async function send(method, path, token, body, headers = {}) {
  for (let attempt = 0; attempt < 60; attempt++) {
    const base = pick();
    try {
      const answer = await fetch(base + path, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json', ...headers },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      });
      const text = await answer.text();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status < 500 && !(answer.status === 409 && text.includes('in-use'))) {
        return { status: answer.status, body: text ? JSON.parse(text) : undefined };
      }
    } catch {
      statuses.lost = (statuses.lost ?? 0) + 1;
      downUntil.set(base, Date.now() + 1000);
    }
    await sleep(Math.min(100 * 2 ** attempt, 3000) * (0.5 + Math.random()));
  }
  throw new Error(`${method} ${path}: no instance answers`);
}

async function signUp(i) {
  const { body } = await send('POST', '/api/v1/auth/register', '',
    { email: `sync-${Date.now()}-${i}@example.org`, password: 'correct horse battery staple', name: 'Load' });
  return { token: body.accessToken, ids: [] };
}

async function write(user) {
  const dice = Math.random();
  const id = user.ids[Math.floor(Math.random() * user.ids.length)];
  if (dice < 0.4 || !id) {
    const { body } = await send('POST', '/api/v1/tasks', user.token, { title: `task ${randomUUID()}` },
      { 'Idempotency-Key': randomUUID() });
    user.ids.push(body.id);
  } else if (dice < 0.75) {
    await send('PATCH', `/api/v1/tasks/${id}`, user.token, { title: `changed ${randomUUID()}` });
  } else if (dice < 0.9) {
    await send('DELETE', `/api/v1/tasks/${id}`, user.token);
  } else {
    await send('POST', `/api/v1/tasks/${id}/restore`, user.token, undefined, { 'Idempotency-Key': randomUUID() });
  }
}

const apply = (copy, task) => copy.set(task.id, task.version);

async function followChanges(user) {
  const copy = new Map();
  let token = '';
  for (;;) {
    const last = user.settled;
    const { body } = await send('GET', `/api/v1/tasks/changes?limit=100${token && `&since=${token}`}`, user.token);
    body.items.forEach((task) => apply(copy, task));
    body.removed.forEach((id) => copy.delete(id));
    token = body.token;
    if (last && !body.hasMore) {
      return copy;
    }
    if (!body.hasMore) {
      await sleep(1000);
    }
  }
}

async function followEvents(user) {
  const copy = new Map();
  const { body: first } = await send('GET', '/api/v1/tasks/changes', user.token);
  first.items.forEach((task) => apply(copy, task));
  let id = first.token;
  let quiet = Date.now();
  while (!user.settled || Date.now() - quiet < 3000) {
    const base = pick();
    try {
      const abort = new AbortController();
      const answer = await fetch(`${base}/api/v1/tasks/events`, {
        headers: { Authorization: `Bearer ${user.token}`, 'Last-Event-ID': id }, signal: abort.signal });
      let rest = '';
      const watch = setInterval(() => { if (user.settled && Date.now() - quiet >= 3000) abort.abort(); }, 500);
      try {
        for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
          rest += chunk;
          const blocks = rest.split('\n\n');
          rest = blocks.pop();
          for (const block of blocks) {
            const lines = block.split('\n');
            const data = lines.find((line) => line.startsWith('data: '));
            if (data) {
              const event = JSON.parse(data.slice(6));
              if (event.type === 'upsert') { apply(copy, event.task); } else { copy.delete(event.id); }
              quiet = Date.now();
            }
            id = lines.find((line) => line.startsWith('id: '))?.slice(4) ?? id;
          }
        }
      } finally {
        clearInterval(watch);
      }
    } catch {
      downUntil.set(base, Date.now() + 1000);
      await sleep(100);
    }
  }
  return copy;
}

async function listed(user) {
  const copy = new Map();
  let cursor = '';
  do {
    const { body } = await send('GET', `/api/v1/tasks?limit=100${cursor && `&cursor=${cursor}`}`, user.token);
    body.items.forEach((task) => apply(copy, task));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  return copy;
}

const same = (a, b) => a.size === b.size && [...a].every(([id, version]) => b.get(id) === version);

/** At every tenth second, whatever the machine is busy with. @returns how many were killed */
async function killOneAfterTheOther(begin, end) {
  let killed = 0;
  for (let i = 1; begin + i * 10_000 < end; i++) {
    await sleep(begin + i * 10_000 - Date.now());
    const victim = bases[i % bases.length];
    const running = restart(victim);
    killed += running ? 1 : 0;
    console.log(`${((Date.now() - begin) / 1000).toFixed(1)} s: ${running ? 'killed' : 'still starting:'} ${victim}`);
  }
  return killed;
}

try {
  // The clients have a machine of their own in life: one that is kept waiting would send what is due in bursts.
  setPriority(constants.priority.PRIORITY_HIGHEST);
} catch {
  console.log('without the right to a higher priority');
}
const users = [];
for (let i = 0; i < option('users', 50); i++) { users.push(await signUp(i)); }
const warm = option('warm', 20);
for (let i = 0; i < warm * 50; i++) {
  await Promise.all([sleep(20), write(users[i % users.length])]);
}
const followers = users.map((user) => [followChanges(user), followEvents(user)]);
const begin = Date.now();
const end = begin + option('seconds', 60) * 1000;
const killing = killOneAfterTheOther(begin, end);
const pending = new Set();
const times = [];
let writes = 0;
while (Date.now() < end) {
  const due = Math.floor((Date.now() - begin) / 1000 * option('rate', 200));
  for (; writes < due; writes++) {
    const wasDue = begin + writes / option('rate', 200) * 1000;
    const work = write(users[writes % users.length]).then(() => times.push(Date.now() - wasDue))
      .catch((error) => { statuses.failed = (statuses.failed ?? 0) + 1; console.log(error.message); })
      .finally(() => pending.delete(work));
    pending.add(work);
  }
  await sleep(20);
}
const inTime = times.length;
await Promise.all(pending);
const kills = await killing;
users.forEach((user) => { user.settled = true; });
times.sort((a, b) => a - b);
const at = (share) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] / 1000).toFixed(2);
console.log(`${writes} writes of ${users.length} users, ${inTime} answered within the ${option('seconds', 60)} s, ${kills} kills;`
  + ` from the moment it was due a write took ${at(0.5)} s at the median, ${at(0.99)} s at p99, ${at(1)} s at most`, statuses);
let failures = 0;
for (const [i, user] of users.entries()) {
  const [byChanges, byEvents, now] = [await followers[i][0], await followers[i][1], await listed(user)];
  if (!same(byChanges, now) || !same(byEvents, now)) {
    failures++;
    console.log(`user ${i}: ${now.size} tasks, by changes ${byChanges.size}, by events ${byEvents.size}`);
  }
}
console.log(`${failures === 0 ? 'ok  ' : 'FAIL'} followers hold what the lists hold (${failures} of ${users.length} do not)`);
const gaps = sql(`select count(*) from change_counter c
  where c.seq <> (select count(*) from task_change t where t.user_id = c.user_id)
    or c.seq <> (select coalesce(max(seq), 0) from task_change t where t.user_id = c.user_id)`);
if (gaps) {
  console.log(`${gaps[0][0] === '0' ? 'ok  ' : 'FAIL'} the log has every number once (${gaps[0][0]} owners have not)`);
  failures += Number(gaps[0][0]);
}
process.exit(failures === 0 ? 0 : 1);
