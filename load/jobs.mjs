#!/usr/bin/env node
// Are jobs lost or done twice when workers are killed?
//   TASKFLOW_JOBS_ENABLED=false SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=18790 load/instances 1 load/jobs.mjs {}
//     [--jobs=10000] [--kills=4] [--minutes=15]
// Asks for resets of the passwords of a hundred accounts, each a job that orders a mail, which is one more. Three workers do
// them; one after the other is killed with SIGKILL and started again. Every order must come to one mail. A worker killed
// between the mail server's answer and its record sends that mail again under the same Message-ID: such repetitions are
// counted apart, and there can be no more of them than kills.
import { option } from './lib/command.mjs';
import { call } from './lib/service.mjs';
import { pause } from './lib/times.mjs';
import { address, forEachOf, mailServer, workUntil } from './workers.mjs';

const base = address('load/jobs.mjs BASE_URL [--jobs=10000] [--kills=4] [--minutes=15]');
const jobs = option('jobs', 10_000);
const kills = option('kills', 4);

const mails = await mailServer('Set a new password');
const run = Date.now();
const emails = Array.from({ length: 100 }, (_, i) => `jobs-${run}-${i}@example.org`);
for (const email of emails) {
  await call(base, '/auth/register', { body: { email, password: 'correct horse battery staple', name: 'Load' } });
}
let taken = 0;
await forEachOf(jobs, async (i) => {
  try {
    await call(base, '/auth/password/forgot', { body: { email: emails[i % emails.length] } });
    taken++;
  } catch (error) {
    console.log(error.message);
  }
});
console.log(`${taken} of ${jobs} requests were taken`);

const begin = Date.now();
await workUntil(taken, mails, kills, option('minutes', 15));
const took = (Date.now() - begin) / 1000;
await pause(5000);
const lost = taken - mails.different();
console.log(`${mails.different()} mails after ${took.toFixed(0)} s and ${kills} kills: ${lost} lost, `
  + `${mails.repeated()} sent again`);
mails.close();
process.exit(lost === 0 && mails.repeated() <= kills ? 0 : 1);
