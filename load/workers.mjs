// For load/jobs.mjs and load/reminders.mjs: workers that are killed in turn, and the mails that they send. Not for use by
// itself. JAVA and TASKFLOW_JAR say what a worker is started with, the environment where its servers are.
import { spawn } from 'node:child_process';
import { pause } from './lib/times.mjs';
import { smtpSink } from './smtp-sink.mjs';

const java = process.env.JAVA ?? 'java';
const jar = process.env.TASKFLOW_JAR ?? 'target/taskflow.jar';
const args = process.argv.slice(2);

/** @returns the address that jobs are ordered at; without one, or a mail server's port, the command ends with its usage */
export function address(usage) {
  const base = args.find((arg) => !arg.startsWith('--'));
  if (!base || !process.env.SPRING_MAIL_PORT) {
    console.error(`SPRING_MAIL_PORT=… ${usage}`);
    process.exit(2);
  }
  return base;
}

/** Does something for every number below count, 16 at a time. */
export async function forEachOf(count, work) {
  let next = 0;
  await Promise.all(Array.from({ length: 16 }, async () => {
    while (next < count) await work(next++);
  }));
}

/** A mail server on SPRING_MAIL_PORT that counts how often it took each mail of a subject. */
export async function mailServer(subject) {
  const mails = new Map();
  const sink = smtpSink((id, line) => {
    if (line === subject) mails.set(id, (mails.get(id) ?? 0) + 1);
  });
  await sink.listen(Number(process.env.SPRING_MAIL_PORT));
  return {
    different: () => mails.size,
    repeated: () => [...mails.values()].reduce((sum, count) => sum + count - 1, 0),
    close: sink.close,
  };
}

const startWorker = () => spawn(java, ['-Xmx256m', '-jar', jar], {
  stdio: 'ignore',
  env: { ...process.env, TASKFLOW_JOBS_ENABLED: 'true', SERVER_PORT: '0', MANAGEMENT_SERVER_PORT: '0' },
});

/**
 * Three workers send mails until as many have come as are expected, or the minutes are over. As often as asked one is
 * killed (-9) and started again, each time when another share of the mails is there.
 */
export async function workUntil(expected, mails, kills, minutes) {
  const workers = [startWorker(), startWorker(), startWorker()];
  process.on('exit', () => workers.forEach((worker) => worker.kill('SIGKILL')));
  const end = Date.now() + minutes * 60_000;
  let killed = 0;
  while (mails.different() < expected && Date.now() < end) {
    await pause(100);
    if (killed < kills && mails.different() >= (expected * (killed + 1)) / (kills + 1)) {
      const victim = killed++ % workers.length;
      workers[victim].kill('SIGKILL');
      workers[victim] = startWorker();
    }
  }
}
