#!/usr/bin/env node
// How long do filtered lists take with a million tasks in the table?
//   load/instances 1 load/filters.mjs {} [--users=1980] [--rounds=100]
// Fills the database by psql: 500 tasks for each of the users, and 10,000 for one who signs up. Asks for every kind of
// filter in turn, one request at a time. What is measured is the whole request, an upper bound of the database's part.
import { execFileSync } from 'node:child_process';

const args = process.argv.slice(2);
const base = args.find((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const url = process.env.SPRING_DATASOURCE_URL;
if (!base || !url) {
  console.error('load/instances 1 load/filters.mjs {} [--users=1980] [--rounds=100]');
  process.exit(2);
}
const FILTERS = ['status = todo', 'status not in (done)', 'priority >= high', "title contains 'report'",
  "title contains 'nowhere to be found'", "title < 'c'", 'description is null', 'due < today', 'due = +7d',
  'due is null', 'not due <= startOfWeek + 1w', 'labels any (home, work)', 'labels all (home)', 'labels none (home)',
  'parentId is not null', 'createdAt > -30d', 'completedAt = yesterday',
  '(due < now or priority = urgent) and not (labels any (home) and status = done)'];

function sql(text) {
  const [, host, database] = /^jdbc:postgresql:\/\/([^/]+)\/([^?]+)/.exec(url);
  return execFileSync('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1',
    `postgresql://${process.env.SPRING_DATASOURCE_USERNAME}@${host}/${database}`, '-c', 'set statement_timeout = 0', '-c', text], {
    env: { ...process.env, PGPASSWORD: process.env.SPRING_DATASOURCE_PASSWORD },
    encoding: 'utf8',
  });
}

const tasks = (from, where, count) => `
  insert into task (user_id, id, title, title_folded, status, priority, due_date, due_at, rank, labels, seq, version,
      created_at, updated_at, completed_at)
  select u.id, gen_random_uuid(), title, lower(title), status, priority, due_date, due_date, 'a' || n,
      case when n % 10 = 0 then array['home'] else '{}'::text[] end, n, 0, at, at, case when status = 'done' then at end
  from ${from} u, generate_series(1, ${count}) n,
      lateral (select (array['Write the report', 'Call the plumber', 'Buy milk', 'Review'])[1 + n % 4] || ' ' || n,
          (array['todo', 'in_progress', 'done'])[1 + n % 3], (array['low', 'medium', 'high', 'urgent'])[1 + n % 4],
          case when n % 2 = 0 then current_date - 30 + n % 60 end, now() - n * interval '1 hour')
          t (title, status, priority, due_date, at) where ${where}`;

async function call(path, token, body) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'X-Forwarded-Proto': 'https',
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

const session = await call('/auth/register', null,
  { email: `filters-${Date.now()}@example.org`, password: 'correct horse battery staple', name: 'Load' });
sql(`insert into users (id, email, email_key, name, time_zone, password_hash, version, created_at, updated_at)
  select gen_random_uuid(), e, e, 'Load', 'UTC', 'none', 0, now(), now()
  from (select 'bulk-' || n || '@example.org' e from generate_series(1, ${option('users', 1980)}) n) s`);
sql(tasks('users', "u.email like 'bulk-%'", 500));
sql(tasks('users', `u.id = '${session.user.id}'`, 10_000));
console.log(`${sql('select count(*) from task').trim()} tasks`);

const all = [];
for (const filter of FILTERS) {
  const times = [];
  for (let round = 0; round < option('rounds', 100); round++) {
    const begin = performance.now();
    await call(`/tasks?limit=20&filter=${encodeURIComponent(filter)}`, session.accessToken);
    times.push(performance.now() - begin);
  }
  all.push(...times.slice(10));
  report(times.slice(10), filter);
}
report(all, 'all of them');

function report(times, name) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(7);
  console.log(`${at(0.5)} ms median ${at(0.99)} ms p99  ${name}`);
}
