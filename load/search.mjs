#!/usr/bin/env node
// How long do searches by title take for an owner of 100,000 tasks and for one of 500, in a table of a million?
//   load/instances 1 load/search.mjs {} [--tasks=1000000] [--rounds=20]
// Fills the database by psql: every tenth task is the large owner's, the others belong to users of 500 each, of whom one
// asks; titles are four words of a list, and a number. Searches for one letter and more, with hits and without, and prints
// for each the whole request's time (median, p99 of the rounds, one request at a time), and what EXPLAIN ANALYZE says of
// the statement of TaskListQuery: its time, the rows it passed over, the pages it looked at.
import { addresses, need, option } from './lib/command.mjs';
import { call, signUp } from './lib/service.mjs';
import { addUsers } from './lib/tasks.mjs';
import { at, median, timed } from './lib/times.mjs';
import { sql } from './sql.mjs';

const [base] = addresses;
need(base && process.env.SPRING_DATASOURCE_URL, 'load/instances 1 load/search.mjs {}');
const TERMS = ['e', 'ß', 'le', 'qq', 'bud', 'qqq', 'quarterly budget', 'quarterly badger', '99999', 'e 7'];
const count = option('tasks', 1_000_000);
const [large, small] = await signUp(base, 2, 'search');
addUsers(Math.ceil((count * 0.9) / 500) - 1);
sql(`
  with owner as materialized (select id, row_number() over (order by email = '${small.email}' desc, id) - 1 as place from users
      where email like 'bulk-%' or email = '${small.email}'),
    word as (select regexp_split_to_array('review quarterly budget draft prepare release notes update customer contract renew
    server certificate migrate legacy database write integration tests fix login redirect design landing page order office
    supplies plan team offsite schedule dentist appointment refactor payment module interview backend candidate clean
    kitchen pantry publish blog article translate onboarding guide measure response latency rotate access keys backup photo
    archive book train tickets compare insurance offers install security patches', '\\s+') as list)
  insert into task (user_id, id, title, title_folded, status, priority, rank, seq, version, created_at, updated_at, completed_at)
  select case when n % 10 = 0 then '${large.id}' else o.id end, gen_random_uuid(), title, lower(title), status, 'medium',
    'a' || n, n, 0, created, created, case when status = 'done' then created end
  from generate_series(1, ${count}) n left join owner o on o.place = (n - n / 10 - 1) % (select count(*) from owner), word,
    lateral (select string_agg(list[1 + (hashint4(n * 4 + i) & 2147483647) % cardinality(list)], ' ') || ' ' || n
      from generate_series(1, 4) i) t (title),
    lateral (select (array['todo', 'in_progress', 'done'])[1 + n % 3], now() - (${count} - n) * interval '20 s') s (status, created);
  analyze task`);
console.log(`${sql('select count(*) from task')} tasks, ${sql(`select count(*) from task where user_id = '${large.id}'`)} and ` +
  `${sql(`select count(*) from task where user_id = '${small.id}'`)} of those who ask`);

/** What PostgreSQL says of the statement, run warm. */
function explain(owner, term) {
  const run = () => sql(`explain (analyze, timing off, buffers, format json) select id, title, description, labels from task
    where user_id = '${owner}' and deleted_at is null and strpos(title_folded, '${term}') > 0
    order by created_at desc, id desc limit 21`).map((row) => row.join('|')).join('\n');
  run();
  const [{ Plan: plan, 'Execution Time': ms }] = JSON.parse(run());
  const leaf = (node) => (node.Plans ? leaf(node.Plans[0]) : node);
  return { ms, found: plan['Actual Rows'], passed: leaf(plan)['Rows Removed by Filter'] ?? 0,
    pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], by: leaf(plan)['Index Name'] };
}

for (const [name, owner] of [['100,000', large], ['500', small]]) {
  for (const term of TERMS) {
    const times = [];
    const ask = () => call(base, `/tasks?limit=20&q=${encodeURIComponent(term)}`, { token: owner.token });
    for (let round = 0; round < 5 + option('rounds', 20); round++) times.push(await timed(ask));
    const plan = explain(owner.id, term);
    console.log(`${name.padStart(7)} ${JSON.stringify(term).padEnd(18)} ${median(times.slice(5)).toFixed(1)} ms median ` +
      `${at(times.slice(5), 0.99).toFixed(1)} p99; PostgreSQL ${plan.ms.toFixed(1)} ms, ${plan.found} found, ${plan.passed} passed over, ` +
      `${plan.pages} pages, ${plan.by}`);
  }
}
