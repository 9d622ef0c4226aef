#!/usr/bin/env node
// Races over several instances: what many get who write the same at once, and what a reader of pages sees meanwhile.
//   load/instances 3 load/races.mjs {} [--rounds=10] [--tasks=10000] [--rate=100]
// 1. 50 parallel POSTs with one Idempotency-Key: one task, the others get its answer or 409. Then the same with an instance
//    killed (-9) while they are under way and started again: whoever got no answer sends it again. 2. 50 parallel PATCHes
//    with one If-Match: one 200, the others 412. 3. Pages of 10,000 tasks while 100 a second are inserted: no task twice,
//    none left out that was there before, in four orders. The servers need all limits off.
import { randomUUID } from 'node:crypto';
import { restart } from './restart.mjs';

const args = process.argv.slice(2);
const bases = args.filter((arg) => arg.startsWith('http'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
if (bases.length < 2) {
  console.error('load/races.mjs ADDRESS ADDRESS... [--rounds=10] [--tasks=10000] [--rate=100]');
  process.exit(2);
}
const PARALLEL = 50;
const ORDERS = ['-createdAt', 'createdAt', 'title', '-updatedAt'];
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const many = (send) => Promise.all(Array.from({ length: PARALLEL }, (_, i) => send(i)));
let failures = 0;
const expect = (what, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  failures += holds ? 0 : 1;
};

async function call(i, method, path, token, body, headers = {}) {
  const answer = await fetch(`${bases[i % bases.length]}/api/v1${path}`, {
    method,
    headers: { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }), ...headers },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  return { status: answer.status, tag: answer.headers.get('ETag'), json: text ? JSON.parse(text) : undefined };
}

async function signUp() {
  const email = `races-${Date.now()}-${randomUUID()}@example.org`;
  const { status, json } = await call(0, 'POST', '/auth/register', '',
    { email, password: 'correct horse battery staple', name: 'Load' });
  if (status !== 201) throw new Error(`Expected 201, got ${status}`);
  return json.accessToken;
}

/** Sends until an instance answers; 409 and 503 say to come again. */
async function insist(i, ...request) {
  for (let attempt = i; attempt < i + 600; attempt++) {
    const answer = await call(attempt, ...request).catch(() => undefined);
    if (answer && ![409, 503].includes(answer.status)) return answer;
    await pause(100);
  }
  throw new Error('no instance answers');
}

const count = (statuses) => JSON.stringify(Object.fromEntries([...new Set(statuses)].sort()
  .map((status) => [status, statuses.filter((each) => each === status).length])));

async function oneKey(rounds) {
  const statuses = [];
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    const token = await signUp();
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await many((i) => call(i, 'POST', '/tasks', token, { title: 'one' }, key));
    statuses.push(...answers.map(({ status }) => status));
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ json }) => json.id));
    const { json } = await insist(0, 'GET', '/tasks', token);
    wrong += ids.size === 1 && json.items.length === 1 ? 0 : 1;
  }
  expect(`${rounds} rounds of ${PARALLEL} POSTs with one key: ${count(statuses)}, ${wrong} rounds without exactly one task`,
    wrong === 0 && statuses.every((status) => [201, 409].includes(status)));
}

async function oneKeyAcrossARestart() {
  const token = await signUp();
  const key = { 'Idempotency-Key': randomUUID() };
  const sending = many((i) => insist(i, 'POST', '/tasks', token, { title: 'one' }, key));
  await pause(5);
  restart(bases[0]);
  const answers = await sending;
  for (let i = 0; i < 300 && !(await fetch(`${bases[0]}/readyz`).catch(() => ({ ok: false }))).ok; i++) await pause(200);
  answers.push(await insist(0, 'POST', '/tasks', token, { title: 'one' }, key));
  const ids = new Set(answers.map(({ json }) => json?.id));
  const { json } = await insist(0, 'GET', '/tasks', token);
  expect(`the same with an instance killed, and again when it is back: ${count(answers.map(({ status }) => status))}, `
    + `${ids.size} id, ${json.items.length} task`, ids.size === 1 && json.items.length === 1);
}

async function oneTag(rounds) {
  const statuses = [];
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    const token = await signUp();
    const task = await call(round, 'POST', '/tasks', token, { title: 'one' });
    const answers = await many((i) => call(i, 'PATCH', `/tasks/${task.json.id}`, token, { title: `changed by ${i}` },
      { 'If-Match': task.tag }));
    statuses.push(...answers.map(({ status }) => status));
    wrong += answers.filter(({ status }) => status === 200).length === 1 ? 0 : 1;
  }
  expect(`${rounds} rounds of ${PARALLEL} PATCHes with one tag: ${count(statuses)}, ${wrong} rounds without exactly one 200`,
    wrong === 0 && statuses.every((status) => [200, 412].includes(status)));
}

const batch = (titles) => ({ operations: titles.map((title) => ({ op: 'create', fields: { title } })) });

async function pages(token, order, before) {
  const seen = [];
  let cursor = '';
  do {
    const { json } = await insist(seen.length, 'GET', `/tasks?limit=100&sort=${order}${cursor && `&cursor=${cursor}`}`, token);
    seen.push(...json.items.map(({ id }) => id));
    cursor = json.nextCursor ?? '';
  } while (cursor);
  const all = new Set(seen);
  const twice = seen.length - all.size;
  const missing = [...before].filter((id) => !all.has(id)).length;
  expect(`pages by ${order}: ${seen.length} tasks, ${twice} twice, ${missing} of ${before.size} left out`,
    twice + missing === 0);
}

async function paging(size) {
  const token = await signUp();
  const before = new Set();
  for (let i = 0; i < size; i += 100) {
    const made = await insist(i, 'POST', '/tasks/batch', token,
      batch(Array.from({ length: 100 }, (_, n) => `task ${(i + n) * 7919 % size}`)), { 'Idempotency-Key': randomUUID() });
    made.json.results.forEach(({ task }) => before.add(task.id));
  }
  let inserted = 0;
  let going = true;
  const begin = Date.now();
  const inserts = (async () => {
    const sent = [];
    for (let n = 0; going; n++) {
      const due = begin + n * 1000 / option('rate', 100);
      if (due > Date.now()) await pause(due - Date.now());
      sent.push(insist(n, 'POST', '/tasks', token, { title: `task ${n * 104729 % size}` },
        { 'Idempotency-Key': randomUUID() }).then(() => { inserted++; }));
    }
    await Promise.all(sent);
  })();
  for (const order of ORDERS) await pages(token, order, before);
  const seconds = (Date.now() - begin) / 1000;
  going = false;
  await inserts;
  console.log(`${inserted} inserts in ${seconds.toFixed(0)} s meanwhile`);
}

await oneKey(option('rounds', 10));
await oneTag(option('rounds', 10));
await paging(option('tasks', 10_000));
await oneKeyAcrossARestart();
process.exit(failures ? 1 : 0);
