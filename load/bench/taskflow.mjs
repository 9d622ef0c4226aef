// TaskFlow for the peer benchmark: how its data is loaded and its requests are spelled. load/compare puts it in place.
// Every protection is on as in production; the limits are only so high that they never say no.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { HOME, java, jdbcUrl, redisUrl } from '../lib/env.mjs';

const app = process.env.TASKFLOW_APP; // target/app, laid out by bin/image-layout
const hex = (id) => id.toString(16).padStart(12, '0');
const userId = (id) => `019a0000-0000-7000-8000-${hex(id)}`;
const taskId = (id) => `019b0000-0000-7000-8000-${hex(id)}`;
const user = (column) => `('019a0000-0000-7000-8000-' || lpad(to_hex(${column}), 12, '0'))::uuid`;
const task = (column) => `('019b0000-0000-7000-8000-' || lpad(to_hex(${column}), 12, '0'))::uuid`;

// Argon2id (m=19456, t=2, p=1) of the benchmark's password.
const HASH = '{argon2id}$argon2id$v=19$m=19456,t=2,p=1$VcKyDLvhfxcErYhLZdE5Uw$EwusbHVfjrH4D7jk4URhDUTuQdcpbXYo6q1WniBC0lw';
const LIMITS = Object.fromEntries(['LOGIN', 'REGISTER', 'FORGOT', 'REFRESH', 'API', 'EXPORT', 'ANONYMOUS']
  .map((name) => [`TASKFLOW_LIMITS_${name}`, '100000000/1m']));
const HTTPS = { 'X-Forwarded-Proto': 'https' };
const LOWER = { TODO: 'todo', IN_PROGRESS: 'in_progress', DONE: 'done', LOW: 'low', MEDIUM: 'medium', HIGH: 'high' };

const peer = (name, port, redisDb, more) => ({
  name,
  port,
  db: 'taskflow',
  redisDb,
  tokens: 'taskflow',
  tokenTtl: 900,
  ready: '/readyz',
  start: (db) => ({
    cmd: [java(), '@java.options', '-Xms512m', '-Xmx1g', '-jar', 'taskflow.jar'],
    cwd: app,
    env: {
      SERVER_PORT: port,
      MANAGEMENT_SERVER_PORT: port + 10,
      SPRING_DATASOURCE_URL: jdbcUrl(db),
      SPRING_DATASOURCE_USERNAME: 'bench',
      SPRING_DATA_REDIS_URL: redisUrl(redisDb),
      TASKFLOW_KEYS_DIR: join(HOME, 'taskflow-keys'),
      TASKFLOW_SCHEMA_MIGRATE_AT_START: 'true', // the data outlives releases
      ...LIMITS,
    },
  }),

  load: [
    {
      from: `SELECT ${user('id')}, email, email, name, 'UTC', '${HASH}', 0, 0, created_at, created_at FROM users`,
      into: 'users (id, email, email_key, name, time_zone, password_hash, epoch, version, created_at, updated_at)',
    },
    {
      from: `SELECT ${user('id')}, 1, (SELECT count(*) FROM tasks t WHERE t.user_id = u.id)
        FROM users u`.replace(/\s+/g, ' '),
      into: 'change_counter (user_id, epoch, seq)',
    },
    {
      from: `SELECT ${user('user_id')}, ${task('id')}, title, lower(title), description, lower(status), lower(priority),
        due_date, due_date::timestamp AT TIME ZONE 'UTC', 'a' || lpad(id::text, 9, '0'),
        row_number() OVER (PARTITION BY user_id ORDER BY id), 0, created_at, updated_at,
        CASE status WHEN 'DONE' THEN updated_at END FROM tasks`.replace(/\s+/g, ' '),
      into: `task (user_id, id, title, title_folded, description, status, priority, due_date, due_at, rank, seq, version,
        created_at, updated_at, completed_at)`.replace(/\s+/g, ' '),
    },
  ],
  tasks: { table: 'task', where: "id > '019c0000-0000-7000-8000-000000000000'" },
  userId,
  taskId,

  login: (u) => ({ path: '/api/v1/auth/login', body: { email: u.email, password: u.password }, headers: HTTPS }),
  token: (json) => json.accessToken,
  refreshToken: (json, cookies) => cookies['__Host-taskflow_refresh'],
  // The answer's cookie is a Lua pattern: its hyphen is escaped.
  refresh: {
    path: '/api/v1/auth/refresh',
    cookie: '__Host-taskflow_refresh',
    answer: '__Host%-taskflow_refresh',
    headers: { ...HTTPS, 'X-TaskFlow-CSRF': '1' },
  },

  profile: () => ({ path: '/api/v1/users/me' }),
  list: (u, { status }) => ({ path: `/api/v1/tasks?status=${LOWER[status]}&limit=20` }),
  search: (u, { q }) => ({ path: `/api/v1/tasks?q=${q}&limit=20` }),
  get: (u, id) => ({ path: `/api/v1/tasks/${id}` }),
  create: (u, t) => ({
    path: '/api/v1/tasks',
    body: { title: t.title, description: t.description, status: LOWER[t.status], priority: LOWER[t.priority], due: { date: t.dueDate } },
  }),
  update: (u, id, t) => ({ path: `/api/v1/tasks/${id}`, body: { title: t.title, status: LOWER[t.status] } }),
  items: (json) => json?.items,
  ...more,
});

// The list again by somebody who has it: 304. Tags are fetched before the run, one by one.
const tags = new Map();
function tagOf(url, token) {
  const key = token + url;
  if (!tags.has(key)) {
    const head = execFileSync('curl', ['-s', '-D', '-', '-o', '/dev/null', '-H', `Authorization: Bearer ${token}`, url], { encoding: 'utf8' });
    tags.set(key, /^etag: (.*)\r$/im.exec(head)[1]);
  }
  return tags.get(key);
}
const unchanged = (u, { status }) => {
  const path = `/api/v1/tasks?status=${LOWER[status]}&limit=20`;
  return { path, headers: { 'If-None-Match': tagOf(`http://127.0.0.1:18151${path}`, u.token) } };
};

export default [
  peer('taskflow', 18150, 2, {}),
  peer('taskflow-304', 18151, 3, { only: ['W2'], list: unchanged }),
];
