// For the commands: single requests to an instance, and what its process and its metrics say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PASSWORD = 'correct horse battery staple';

/** Asks and reads JSON, an empty text where there is no body; anything but a 2xx is an error. */
export async function call(base, path, { token, body, method = body ? 'POST' : 'GET' } = {}) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      'X-Forwarded-Proto': 'https',
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
}

/** Signs up so many, a few at a time, since hashing takes a core: { id, email, token } each. */
export async function signUp(base, count, name) {
  const users = [];
  while (users.length < count) {
    const some = Array.from({ length: Math.min(4, count - users.length) }, async (_, i) => {
      const email = `${name}-${process.pid}-${users.length + i}@example.org`;
      const { user, accessToken } = await call(base, '/auth/register', { body: { email, password: PASSWORD, name: 'Load' } });
      return { id: user.id, email, token: accessToken };
    });
    users.push(...await Promise.all(some));
  }
  return users;
}

/** The sum of a metric over its tags. */
export async function metric(management, name) {
  const text = await (await fetch(`${management}/actuator/prometheus`)).text();
  return text.split('\n').filter((line) => line.startsWith(name))
    .reduce((sum, line) => sum + Number(line.split(' ').pop()), 0);
}

/** The process that listens there. */
export function processOf(base) {
  const line = execFileSync('ss', ['-ltnpH', `sport = :${new URL(base).port}`], { encoding: 'utf8' });
  return Number(/pid=(\d+)/.exec(line)[1]);
}

/** Seconds of CPU time that a process has used. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Resident MiB of a process. */
export const residentOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
