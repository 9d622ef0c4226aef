// One user of the load: their session, and the ledger of what the service has acknowledged about their tasks.
//
// A write whose answer did not come, or was a 5xx, may or may not have happened: both outcomes stay allowed until a
// later write of the same task is acknowledged. A create is repeated under its idempotency key until it is.
import { randomUUID } from 'node:crypto';

export const PASSWORD = 'correct horse battery staple';
const COOKIE = '__Host-taskflow_refresh';

export class User {
  /** @param ids whether creates bring their own id: a repeated one is then a 409, even without idempotency keys */
  constructor(client, report, number, ids = false) {
    this.ids = ids;
    this.client = client;
    this.report = report;
    this.email = `ledger-${process.pid}-${Date.now()}-${number}@example.org`;
    this.tasks = [];
    this.busyRefresh = false;
  }

  async signUp() {
    for (let attempt = 1; ; attempt++) {
      let answer = await this.client.send('POST', '/api/v1/auth/register',
        { body: { email: this.email, password: PASSWORD, name: 'Ledger' } });
      if (answer.status === 409) {
        answer = await this.client.send('POST', '/api/v1/auth/login', { body: { email: this.email, password: PASSWORD } });
      }
      if (answer.status < 300 && answer.status > 0) return this.take(answer);
      if (attempt === 10) throw new Error(`Sign-up answered ${answer.status} ${answer.error ?? JSON.stringify(answer.body)}`);
      await pause(1000);
    }
  }

  take(answer) {
    this.token = answer.body.accessToken;
    const cookie = (answer.headers['set-cookie'] ?? []).find((text) => text.startsWith(`${COOKIE}=`));
    this.cookie = cookie.split(';')[0];
  }

  get authorization() {
    return { Authorization: `Bearer ${this.token}` };
  }

  /** Any task that exists for sure and has no write under way. */
  free() {
    const candidates = this.tasks.filter((task) => task.acknowledged && !task.busy && !task.deleted && !task.unsure);
    return candidates[Math.floor(Math.random() * candidates.length)];
  }

  async read(kind, path, due) {
    this.report.note(kind, 'GET', await this.client.send('GET', path, { headers: this.authorization, due }));
  }

  async create(due) {
    const marker = `L${this.tasks.length}-${randomUUID().slice(0, 8)}`;
    const task = { marker, titles: new Set([marker]), busy: true };
    this.tasks.push(task);
    const key = `"${randomUUID()}"`;
    const body = this.ids ? { id: uuid7(), title: marker } : { title: marker };
    for (let attempt = 1; attempt <= 40 && !this.report.over; attempt++) {
      const answer = await this.client.send('POST', '/api/v1/tasks',
        { headers: { ...this.authorization, 'Idempotency-Key': key }, body, due });
      this.report.note('create', 'POST', answer, attempt > 1);
      if (answer.status === 201 || (this.ids && attempt > 1 && answer.status === 409)) {
        task.id = body.id ?? answer.body.id;
        task.acknowledged = true;
        break;
      }
      await pause(patience(answer));
      due = performance.now();
    }
    task.busy = false;
  }

  async change(due) {
    const task = this.free();
    if (!task) return this.create(due);
    task.busy = true;
    const title = `${task.marker} ${randomUUID().slice(0, 8)}`;
    const answer = await this.client.send('PATCH', `/api/v1/tasks/${task.id}`, { due, body: { title },
      headers: { ...this.authorization, 'Content-Type': 'application/merge-patch+json' } });
    this.report.note('change', 'PATCH', answer);
    if (answer.status === 200) {
      task.titles = new Set([title]);
    } else {
      task.titles.add(title);
    }
    task.busy = false;
  }

  async remove(due) {
    const task = this.free();
    if (!task) return this.create(due);
    task.busy = true;
    const answer = await this.client.send('DELETE', `/api/v1/tasks/${task.id}`, { headers: this.authorization, due });
    this.report.note('remove', 'DELETE', answer);
    task.deleted = answer.status === 204;
    task.unsure = !task.deleted;
    task.busy = false;
  }

  /** Repeated at once while no answer comes, as clients do: the previous token is good for ten seconds more. */
  async refresh(due) {
    if (this.busyRefresh) return this.read('profile', '/api/v1/users/me', due);
    this.busyRefresh = true;
    for (let attempt = 1; attempt <= 40 && !this.report.over; attempt++) {
      const answer = await this.client.send('POST', '/api/v1/auth/refresh',
        { headers: { Cookie: this.cookie, 'X-TaskFlow-CSRF': '1' }, due });
      this.report.note('refresh', 'POST', answer, attempt > 1);
      if (answer.status === 200) this.take(answer);
      if (answer.status === 401) await this.signInAgain();
      if (answer.status === 200 || answer.status === 401) break;
      await pause(500);
      due = performance.now();
    }
    this.busyRefresh = false;
  }

  /** Should never be needed: a session does not end because servers do. */
  async signInAgain() {
    this.report.signedOut++;
    const answer = await this.client.send('POST', '/api/v1/auth/login', { body: { email: this.email, password: PASSWORD } });
    if (answer.status === 200) this.take(answer);
  }

  /** Reads everything back and compares. */
  async audit() {
    const found = new Map();
    let cursor = '';
    let duplicates = 0;
    do {
      const answer = await this.client.send('GET', `/api/v1/tasks?limit=100&sort=createdAt${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        { headers: this.authorization });
      if (answer.status !== 200) throw new Error(`Reading back answered ${answer.status} ${answer.error ?? ''}`);
      for (const { title } of answer.body.items) {
        const marker = title.split(' ')[0];
        duplicates += found.has(marker) ? 1 : 0;
        found.set(marker, title);
      }
      cursor = answer.body.nextCursor ?? '';
    } while (cursor);
    let lost = 0;
    for (const task of this.tasks) {
      const title = found.get(task.marker);
      const mustBe = task.acknowledged && !task.deleted && !task.unsure;
      if ((mustBe && title === undefined) || (task.deleted && title !== undefined) ||
          (title !== undefined && !task.titles.has(title))) {
        lost++;
        this.report.lost.push({ expected: task.deleted ? 'deleted' : [...task.titles], found: title ?? null, id: task.id });
      }
    }
    return { lost, duplicates };
  }
}

function uuid7() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** What the service asks for, and up to as much again, so that not all come back at once. */
function patience(answer) {
  const asked = Number(answer.headers?.['retry-after'] ?? 0.25) * 1000;
  return asked * (1 + Math.random());
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
