/** Starts what the tests run against, unless TASKFLOW_URL says where it runs: the service of this working copy. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    mails: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');
/** A clean checkout is compiled first. */
const START_LIMIT = 600_000;

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.TASKFLOW_URL;
  if (running) {
    project.provide('url', running);
    project.provide('mails', process.env.TASKFLOW_MAILS_URL ?? 'http://localhost:8025');
    return undefined;
  }
  const port = Number(process.env.TASKFLOW_E2E_PORT ?? 18180);
  const service = start(port);
  project.provide('url', `http://127.0.0.1:${port}`);
  project.provide('mails', `http://localhost:${port + 2}`);
  await untilReady(`http://127.0.0.1:${port}/readyz`, service);
  return () => stop(service);
}

/** A service with nothing kept, on ports of its own, with this build's pages and without the limits by address. */
function start(port: number): ChildProcess {
  const limits = ['LOGIN', 'REGISTER', 'FORGOT', 'REFRESH', 'API', 'ANONYMOUS', 'EXPORT'];
  return spawn('./mvnw', ['-q', 'spring-boot:test-run', '-Dtaskflow.dev.fresh=true', `-Dtaskflow.dev.pages=file:${join(ROOT, 'web/dist')}/`], {
    cwd: ROOT,
    // A process group of its own, so that Maven's child ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      SERVER_PORT: String(port),
      MANAGEMENT_SERVER_PORT: String(port + 1),
      TASKFLOW_DEV_MAIL_PORT: String(port + 2),
      TASKFLOW_DEV_SMTP_PORT: String(port + 3),
      TASKFLOW_KEYS_DIR: mkdtempSync(join(tmpdir(), 'taskflow-keys-')),
      TASKFLOW_MAIL_LINK_BASE: `http://127.0.0.1:${port}`,
      ...Object.fromEntries(limits.map((limit) => [`TASKFLOW_LIMITS_${limit}`, 'off'])),
    },
  });
}

async function untilReady(address: string, service: ChildProcess): Promise<void> {
  const end = Date.now() + START_LIMIT;
  while (Date.now() < end) {
    if (service.exitCode !== null) {
      throw new Error(`The service ended with ${service.exitCode} before it was ready`);
    }
    if (await fetch(address).then((response) => response.ok, () => false)) {
      return;
    }
    await pause(500);
  }
  await stop(service);
  throw new Error('The service did not become ready');
}

async function stop(service: ChildProcess): Promise<void> {
  if (service.pid !== undefined && service.exitCode === null) {
    const ended = new Promise((resolveEnd) => service.once('exit', resolveEnd));
    process.kill(-service.pid, 'SIGTERM');
    await Promise.race([ended, pause(20_000)]);
  }
}
