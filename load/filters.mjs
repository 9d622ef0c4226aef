#!/usr/bin/env node
// How long do filtered lists take with a million tasks in the table?
//   load/instances 1 load/filters.mjs {} [--users=1980] [--rounds=100]
// Fills the database by psql: 500 tasks for each of the users, and 10,000 for one who signs up. Asks for every kind of
// filter in turn, one request at a time. What is measured is the whole request, an upper bound of the database's part.
import { addresses, need, option } from './lib/command.mjs';
import { call, signUp } from './lib/service.mjs';
import { addUsers, fill } from './lib/tasks.mjs';
import { at, timed } from './lib/times.mjs';
import { sql } from './sql.mjs';

const [base] = addresses;
need(base && process.env.SPRING_DATASOURCE_URL, 'load/instances 1 load/filters.mjs {} [--users=1980] [--rounds=100]');
const FILTERS = ['status = todo', 'status not in (done)', 'priority >= high', "title contains 'report'",
  "title contains 'nowhere to be found'", "title < 'c'", 'description is null', 'due < today', 'due = +7d',
  'due is null', 'not due <= startOfWeek + 1w', 'labels any (home, work)', 'labels all (home)', 'labels none (home)',
  'parentId is not null', 'createdAt > -30d', 'completedAt = yesterday',
  '(due < now or priority = urgent) and not (labels any (home) and status = done)'];

const [owner] = await signUp(base, 1, 'filters');
addUsers(option('users', 1980));
fill("u.email like 'bulk-%'", 500);
fill(`u.id = '${owner.id}'`, 10_000);
console.log(`${sql('select count(*) from task')} tasks`);

const all = [];
for (const filter of FILTERS) {
  const times = [];
  for (let round = 0; round < option('rounds', 100); round++) {
    times.push(await timed(() => call(base, `/tasks?limit=20&filter=${encodeURIComponent(filter)}`, { token: owner.token })));
  }
  all.push(...times.slice(10));
  report(times.slice(10), filter);
}
report(all, 'all of them');

function report(times, name) {
  const ms = (share) => at(times, share).toFixed(1).padStart(7);
  console.log(`${ms(0.5)} ms median ${ms(0.99)} ms p99  ${name}`);
}
