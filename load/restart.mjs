// For load/sync.mjs, load/races.mjs and load/import-kill.mjs: kills (-9) the instance that listens on an address's port and starts it again by
// its own command, folder and environment. Not for use by itself.
import { execSync, spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

const started = [];
process.on('exit', () => started.forEach((child) => child.kill('SIGKILL')));

const words = (file) => readFileSync(file, 'utf8').split('\0').filter(Boolean);

/** @returns whether there was one */
export function restart(base) {
  const pid = execSync(`ss -ltnpH 'sport = :${new URL(base).port}'`).toString().match(/pid=(\d+)/)?.[1];
  if (!pid) return false;
  const [command, ...args] = words(`/proc/${pid}/cmdline`);
  const env = Object.fromEntries(words(`/proc/${pid}/environ`)
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const cwd = readlinkSync(`/proc/${pid}/cwd`);
  process.kill(Number(pid), 'SIGKILL');
  started.push(spawn(command, args, { cwd, env, stdio: 'ignore' }));
  return true;
}
