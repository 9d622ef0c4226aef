#!/usr/bin/env node
// Is every reminder sent once when thousands are due within a minute and a worker is killed?
//   TASKFLOW_JOBS_ENABLED=false SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=18490 load/instances 1 load/reminders.mjs {}
//     [--reminders=10000] [--users=100] [--kills=1] [--lead=120] [--minutes=10]
// Makes tasks whose reminders are due within one minute, after "lead" seconds. Three workers send them; when a third is
// out, one is killed with SIGKILL and started again. The ledger must have each as sent, once; a worker killed between the
// mail server's answer and its record sends that mail again under the same Message-ID.
import { spawn } from 'node:child_process';
import { smtpSink } from './smtp-sink.mjs';

const args = process.argv.slice(2);
const base = args.find((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const port = Number(process.env.SPRING_MAIL_PORT);
if (!base || !port) {
  console.error('SPRING_MAIL_PORT=… load/reminders.mjs BASE_URL [--reminders=10000] [--users=100] [--kills=1]');
  process.exit(2);
}
const reminders = option('reminders', 10_000);
const users = option('users', 100);
const java = process.env.JAVA ?? 'java';
const jar = process.env.TASKFLOW_JAR ?? 'target/taskflow.jar';
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

const mails = new Map();
const sink = smtpSink((id, subject) => {
  if (subject === 'A reminder of a task') mails.set(id, (mails.get(id) ?? 0) + 1);
});

async function call(method, path, token, body) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      'X-Forwarded-Proto': 'https',
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

const startWorker = () => spawn(java, ['-Xmx256m', '-jar', jar], {
  stdio: 'ignore',
  env: { ...process.env, TASKFLOW_JOBS_ENABLED: 'true', SERVER_PORT: '0', MANAGEMENT_SERVER_PORT: '0' },
});

async function makeTasks(tokens, at) {
  let next = 0;
  await Promise.all(Array.from({ length: 16 }, async () => {
    while (next < reminders) {
      const number = next++;
      const due = new Date(at + (number * 60_000) / reminders).toISOString();
      await call('POST', '/tasks', tokens[number % users], { title: `Task ${number}`, reminders: [{ at: due }] });
    }
  }));
}

async function ledger(token) {
  const rows = [];
  let cursor = null;
  do {
    const page = await call('GET', `/reminders?limit=100${cursor ? `&cursor=${cursor}` : ''}`, token);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

await sink.listen(port);
const run = Date.now();
const tokens = [];
for (let i = 0; i < users; i++) {
  const body = { email: `remind-${run}-${i}@example.org`, password: 'correct horse battery staple', name: 'Load' };
  tokens.push((await call('POST', '/auth/register', null, body)).accessToken);
}
const at = Date.now() + option('lead', 120) * 1000;
await makeTasks(tokens, at);
console.log(`${reminders} planned, the first is due in ${((at - Date.now()) / 1000).toFixed(0)} s, the last 60 s later`);

const workers = [startWorker(), startWorker(), startWorker()];
process.on('exit', () => workers.forEach((worker) => worker.kill('SIGKILL')));
let kills = 0;
const begin = Date.now();
while (mails.size < reminders && Date.now() - begin < option('minutes', 10) * 60_000) {
  await pause(100);
  if (kills < option('kills', 1) && mails.size >= (reminders / 3) * (kills + 1)) {
    workers[kills % 3].kill('SIGKILL');
    workers[kills++ % 3] = startWorker();
  }
}
const late = (Date.now() - at - 60_000) / 1000;
await pause(5000);
const rows = (await Promise.all(tokens.map(ledger))).flat();
const sent = new Set(rows.filter((row) => row.status === 'sent').map((row) => row.taskId));
const repeated = [...mails.values()].reduce((sum, count) => sum + count - 1, 0);
console.log(`ledger: ${rows.length} rows, ${sent.size} tasks sent; mails: ${mails.size}, ${repeated} sent again after `
  + `${kills} kills; the last came ${late.toFixed(0)} s after it was due`);
sink.close();
process.exit(rows.length === reminders && sent.size === reminders && mails.size === reminders ? 0 : 1);
