#!/usr/bin/env node
// Refresh rotation over several instances on one database and one Redis.
//   load/refresh BASE_URL... [--rounds=50] [--parallel=20] [--within=1000]   e.g. load/refresh http://127.0.0.1:8080 http://127.0.0.1:8090
// 1. Rounds of parallel refreshes of one token: the generation must move by exactly one a round, all answers carry the
//    same successor, no 5xx. 2. Reuse of a grandparent: 401, the newest token dead too, access tokens dead on every
//    instance within a second. 3. Refreshes that race a logout: afterwards no token works.
// The servers need TASKFLOW_LIMITS_REFRESH, _ANONYMOUS, _REGISTER and _API = off.
const args = process.argv.slice(2);
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const bases = args.filter((arg) => !arg.startsWith('--'));
if (bases.length === 0) {
  console.error('load/refresh BASE_URL... [--rounds=50] [--parallel=20]');
  process.exit(2);
}
const COOKIE = '__Host-taskflow_refresh';
const HTTPS = { 'X-Forwarded-Proto': 'https' };
let failures = 0;

const expect = (what, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  failures += holds ? 0 : 1;
};
const generation = (token) => Number(token.split('.')[3]);
const base = (i) => bases[i % bases.length];

async function read(answer) {
  const cookie = answer.headers.getSetCookie().find((text) => text.startsWith(`${COOKIE}=`));
  const body = await answer.text();
  return {
    status: answer.status,
    token: cookie?.split(';')[0].slice(COOKIE.length + 1) ?? '',
    accessToken: body.startsWith('{') ? JSON.parse(body).accessToken : undefined,
  };
}

async function signUp() {
  const email = `refresh-${Date.now()}-${Math.random()}@example.org`;
  return read(await fetch(`${base(0)}/api/v1/auth/register`, {
    method: 'POST',
    headers: { ...HTTPS, 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'correct horse battery staple', name: 'Load' }),
  }));
}

const withCookie = (i, path, token) => fetch(`${base(i)}/api/v1/auth/${path}`, {
  method: 'POST',
  headers: { ...HTTPS, 'X-TaskFlow-CSRF': '1', Cookie: `${COOKIE}=${token}` },
});
const refresh = async (i, token) => read(await withCookie(i, 'refresh', token));
const me = async (i, accessToken) =>
  (await fetch(`${base(i)}/api/v1/users/me`, { headers: { Authorization: `Bearer ${accessToken}` } })).status;

async function rounds() {
  let { token } = await signUp();
  const statuses = {};
  let moved = true;
  let same = true;
  for (let round = 0; round < option('rounds', 50); round++) {
    const answers = await Promise.all(Array.from({ length: option('parallel', 20) }, (_, i) => refresh(i, token)));
    answers.forEach(({ status }) => { statuses[status] = (statuses[status] ?? 0) + 1; });
    const successors = new Set(answers.filter((a) => a.status === 200).map((a) => a.token));
    same &&= successors.size === 1;
    const [next] = successors;
    moved &&= generation(next) === generation(token) + 1;
    token = next;
  }
  console.log('answers by status', statuses);
  expect('the generation moves by exactly one a round', moved);
  expect('all answers carry the same successor', same);
  expect('no answer but 200 and 429', Object.keys(statuses).every((s) => s === '200' || s === '429'));
  expect('the session is still good', (await refresh(0, token)).status === 200);
}

async function reuse() {
  const first = await signUp();
  const second = await refresh(0, first.token);
  const third = await refresh(1, second.token);
  expect('a grandparent inside the window is refused', (await refresh(2, first.token)).status === 401);
  expect('the newest token is dead too', (await refresh(0, third.token)).status === 401);
  const begin = Date.now();
  let alive = bases.length;
  while (alive > 0 && Date.now() - begin < option('within', 1000) + 2000) {
    alive = (await Promise.all(bases.map((_, i) => me(i, third.accessToken)))).filter((s) => s !== 401).length;
  }
  const took = Date.now() - begin;
  expect(`access tokens are dead on every instance after ${took} ms`, alive === 0 && took <= option('within', 1000));
}

async function raceLogout(path, attempts) {
  let usable = 0;
  for (let n = 0; n < attempts; n++) {
    const { token, accessToken } = await signUp();
    const out = path === 'logout' ? withCookie(n, path, token)
      : fetch(`${base(n)}/api/v1/auth/${path}`, { method: 'POST', headers: { Authorization: `Bearer ${accessToken}` } });
    const racing = await Promise.all([...Array.from({ length: 10 }, (_, i) => refresh(i, token)), out.then(() => null)]);
    for (const answer of racing) {
      usable += answer?.token && (await refresh(0, answer.token)).status === 200 ? 1 : 0;
    }
  }
  expect(`${attempts * 10} refreshes racing ${path} leave ${usable} usable tokens`, usable === 0);
}

await rounds();
await reuse();
await raceLogout('logout', 33);
await raceLogout('logout-all', 33);
process.exit(failures ? 1 : 0);
