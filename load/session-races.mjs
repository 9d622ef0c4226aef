#!/usr/bin/env node
// What is left of sessions after refreshes raced their end, and after an old refresh token was used?
//   load/session-races.mjs BASE_URL... [--refreshes=1000]
// 1. Refreshes racing logout, logout-all and a change of the password, a third each: afterwards no refresh token works, no
//    access token works on any instance a second later, and the account has no live session but the one just begun: as GET
//    /auth/sessions lists them, and as the rows say where SPRING_DATASOURCE_* tells where to ask. 2. The parent of a refresh
//    token used after the window of ten seconds: 401, the newest token dead too, access tokens dead on every instance
//    within a second.
// The servers need all limits off.
import { sql } from './sql.mjs';

const args = process.argv.slice(2);
const bases = args.filter((arg) => !arg.startsWith('--'));
const refreshes = Number((args.find((arg) => arg.startsWith('--refreshes=')) ?? '=1000').split('=')[1]);
if (bases.length === 0) {
  console.error('load/session-races.mjs BASE_URL... [--refreshes=1000]');
  process.exit(2);
}
const COOKIE = '__Host-taskflow_refresh';
const PASSWORD = 'correct horse battery staple';
const NEW_PASSWORD = 'seventeen purple elephants';
const PARALLEL = 10;
let failures = 0;

const expect = (what, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  failures += holds ? 0 : 1;
};
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function call(i, method, path, { token, cookie, body } = {}) {
  const headers = { 'X-Forwarded-Proto': 'https', 'X-TaskFlow-CSRF': '1' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (cookie) headers.Cookie = `${COOKIE}=${cookie}`;
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`${bases[i % bases.length]}/api/v1${path}`,
    { method, headers, body: body && JSON.stringify(body) });
  const set = answer.headers.getSetCookie().find((text) => text.startsWith(`${COOKIE}=`));
  const text = await answer.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: answer.status, cookie: set?.split(';')[0].slice(COOKIE.length + 1), token: json.accessToken, json };
}

const refresh = (i, cookie) => call(i, 'POST', '/auth/refresh', { cookie });
const isAlive = async (i, token) => (await call(i, 'GET', '/users/me', { token })).status !== 401;

async function signUp() {
  const email = `race-${Date.now()}-${Math.random()}@example.org`;
  const session = await call(0, 'POST', '/auth/register', { body: { email, password: PASSWORD, name: 'Load' } });
  if (session.status !== 201) throw new Error(`Expected 201, got ${session.status}`);
  return { email, ...session };
}

const ENDS = {
  logout: (i, user) => call(i, 'POST', '/auth/logout', { cookie: user.cookie }),
  'logout-all': (i, user) => call(i, 'POST', '/auth/logout-all', { token: user.token }),
  'password change': (i, user) => call(i, 'PUT', '/users/me/password',
    { token: user.token, body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } }),
};

async function race(name, count) {
  const found = { usable: 0, alive: 0, rows: 0, unrevoked: 0, faults: 0, refreshed: 0 };
  for (let n = 0; n < count / PARALLEL; n++) {
    const user = await signUp();
    const racing = await Promise.all([ENDS[name](n, user),
      ...Array.from({ length: PARALLEL }, (_, i) => refresh(n + i, user.cookie))]);
    found.faults += racing.filter((answer) => answer.status >= 500).length;
    const won = racing.slice(1).filter((answer) => answer.status === 200);
    found.refreshed += won.length;
    for (const answer of won) found.usable += (await refresh(n, answer.cookie)).status === 200 ? 1 : 0;
    await pause(1000);
    for (const token of [user.token, ...won.map((answer) => answer.token)]) {
      const alive = await Promise.all(bases.map((_, i) => isAlive(i, token)));
      found.alive += alive.filter(Boolean).length;
    }
    const fresh = name === 'password change' ? racing[0]
      : await call(n, 'POST', '/auth/login', { body: { email: user.email, password: PASSWORD } });
    found.rows += (await call(n, 'GET', '/auth/sessions', { token: fresh.token })).json.items.length - 1;
    const live = sql(`select count(*) from session s join users u on u.id = s.user_id
      where u.email = '${user.email}' and s.revoked_at is null`);
    found.unrevoked += live ? Number(live[0][0]) - 1 : 0;
  }
  console.log(`${count} refreshes racing ${name}: ${found.refreshed} came first`);
  expect(`${found.usable} usable refresh tokens, ${found.alive} live access tokens, ${found.rows} live sessions, `
    + `${found.unrevoked} unrevoked rows, ${found.faults} answers 5xx`,
    found.usable + found.alive + found.rows + found.unrevoked + found.faults === 0);
}

async function reuseAfterWindow() {
  const first = await signUp();
  const second = await refresh(1, first.cookie);
  await pause(11_000);
  expect('the parent after the window is refused', (await refresh(2, first.cookie)).status === 401);
  const begin = Date.now();
  expect('the newest refresh token is dead', (await refresh(0, second.cookie)).status === 401);
  let alive = true;
  while (alive && Date.now() - begin < 3000) {
    alive = (await Promise.all(bases.map((_, i) => isAlive(i, second.token)))).some(Boolean);
  }
  const took = Date.now() - begin;
  expect(`access tokens are dead on all ${bases.length} instances after ${took} ms`, !alive && took <= 1000);
}

for (const name of Object.keys(ENDS)) await race(name, Math.ceil(refreshes / 3));
await reuseAfterWindow();
process.exit(failures ? 1 : 0);
