#!/usr/bin/env node
// Is every reminder sent once when thousands are due within a minute and a worker is killed?
//   TASKFLOW_JOBS_ENABLED=false SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=18490 load/instances 1 load/reminders.mjs {}
//     [--reminders=10000] [--users=100] [--kills=1] [--lead=120] [--minutes=10]
// Makes tasks whose reminders are due within one minute, after "lead" seconds. Three workers send them, and are killed
// while they do. The ledger must have each as sent, once; a worker killed between the mail server's answer and its record
// sends that mail again under the same Message-ID: one for every kill at most.
import { option } from './lib/command.mjs';
import { call } from './lib/service.mjs';
import { pause } from './lib/times.mjs';
import { address, forEachOf, mailServer, workUntil } from './workers.mjs';

const base = address('load/reminders.mjs BASE_URL [--reminders=10000] [--users=100] [--kills=1]');
const reminders = option('reminders', 10_000);
const users = option('users', 100);
const kills = option('kills', 1);

async function ledger(token) {
  const rows = [];
  let cursor = null;
  do {
    const page = await call(base, `/reminders?limit=100${cursor ? `&cursor=${cursor}` : ''}`, { token });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

const mails = await mailServer('A reminder of a task');
const run = Date.now();
const tokens = [];
for (let i = 0; i < users; i++) {
  const body = { email: `remind-${run}-${i}@example.org`, password: 'correct horse battery staple', name: 'Load' };
  tokens.push((await call(base, '/auth/register', { body })).accessToken);
}
const at = Date.now() + option('lead', 120) * 1000;
await forEachOf(reminders, (i) => call(base, '/tasks', {
  token: tokens[i % users],
  body: { title: `Task ${i}`, reminders: [{ at: new Date(at + (i * 60_000) / reminders).toISOString() }] },
}));
console.log(`${reminders} planned, the first is due in ${((at - Date.now()) / 1000).toFixed(0)} s, the last 60 s later`);

await workUntil(reminders, mails, kills, option('minutes', 10));
const late = (Date.now() - at - 60_000) / 1000;
await pause(5000);
const rows = (await Promise.all(tokens.map(ledger))).flat();
const sent = new Set(rows.filter((row) => row.status === 'sent').map((row) => row.taskId));
console.log(`ledger: ${rows.length} rows, ${sent.size} tasks sent; mails: ${mails.different()}, ${mails.repeated()} sent again `
  + `after ${kills} kills; the last came ${late.toFixed(0)} s after the last was due`);
mails.close();
const complete = rows.length === reminders && sent.size === reminders && mails.different() === reminders;
process.exit(complete && mails.repeated() <= kills ? 0 : 1);
