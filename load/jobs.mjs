#!/usr/bin/env node
// Are jobs lost or done twice when workers are killed?
//   TASKFLOW_JOBS_ENABLED=false SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=18790 load/instances 1 load/jobs.mjs {}
//     [--jobs=10000] [--kills=4] [--minutes=15]
// Asks for resets of the passwords of a hundred accounts, each a job that orders a mail, which is one more. Three workers do
// them; one after the other is killed with SIGKILL and started again. Every order must come to one mail. A worker killed
// between the mail server's answer and its record sends that mail again under the same Message-ID: such repetitions are
// counted apart, and there can be no more of them than mails under way at the kills (ten threads a worker).
import { spawn } from 'node:child_process';
import { smtpSink } from './smtp-sink.mjs';

const args = process.argv.slice(2);
const base = args.find((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const port = Number(process.env.SPRING_MAIL_PORT);
if (!base || !port) {
  console.error('SPRING_MAIL_PORT=… load/jobs.mjs BASE_URL [--jobs=10000] [--kills=4] [--minutes=15]');
  process.exit(2);
}
const jobs = option('jobs', 10_000);
const java = process.env.JAVA ?? 'java';
const jar = process.env.TASKFLOW_JAR ?? 'target/taskflow.jar';
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

const resets = new Map();
const sink = smtpSink((id, subject) => {
  if (subject === 'Set a new password') resets.set(id, (resets.get(id) ?? 0) + 1);
});

async function post(path, body) {
  const answer = await fetch(`${base}/api/v1/auth${path}`, {
    method: 'POST',
    headers: { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

const startWorker = () => spawn(java, ['-Xmx256m', '-jar', jar], {
  stdio: 'ignore',
  env: { ...process.env, TASKFLOW_JOBS_ENABLED: 'true', SERVER_PORT: '0', MANAGEMENT_SERVER_PORT: '0' },
});

async function enqueue(emails) {
  let next = 0;
  let refused = 0;
  await Promise.all(Array.from({ length: 16 }, async () => {
    while (next < jobs) {
      const email = emails[next++ % emails.length];
      refused += await post('/password/forgot', { email }) === 202 ? 0 : 1;
    }
  }));
  return refused;
}

await sink.listen(port);
const run = Date.now();
const emails = Array.from({ length: 100 }, (_, i) => `jobs-${run}-${i}@example.org`);
for (const email of emails) await post('/register', { email, password: 'correct horse battery staple', name: 'Load' });
const refused = await enqueue(emails);
console.log(`${jobs - refused} of ${jobs} requests were taken`);

const workers = [startWorker(), startWorker(), startWorker()];
process.on('exit', () => workers.forEach((worker) => worker.kill('SIGKILL')));
const begin = Date.now();
let kills = 0;
let killAt = jobs / (option('kills', 4) + 1);
while (resets.size < jobs - refused && Date.now() - begin < option('minutes', 15) * 60_000) {
  await pause(100);
  if (kills < option('kills', 4) && resets.size >= killAt) {
    const victim = kills++ % workers.length;
    workers[victim].kill('SIGKILL');
    workers[victim] = startWorker();
    killAt += jobs / (option('kills', 4) + 1);
  }
}
const took = (Date.now() - begin) / 1000;
await pause(5000);
const repeated = [...resets.values()].reduce((sum, count) => sum + count - 1, 0);
const lost = jobs - refused - resets.size;
console.log(`${resets.size} mails after ${took.toFixed(0)} s and ${kills} kills: ${lost} lost, ${repeated} sent again`);
sink.close();
process.exit(lost === 0 && repeated <= kills * 10 ? 0 : 1);
