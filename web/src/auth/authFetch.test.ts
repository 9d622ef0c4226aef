import { expect, test, vi } from 'vitest';

import { NetworkError, NotModified, ProblemError } from '../api/problem.ts';
import { authFetchOf } from './authFetch.ts';

const session = { token: async () => 'old', renew: vi.fn(async () => 'new') };

function request(body?: string): Request {
  return new Request('http://localhost/api/v1/tasks', body === undefined ? {} : { method: 'POST', body });
}

test('sends the body again with the new token after a 401', async () => {
  const sent: string[] = [];
  const call = authFetchOf(session, async (each) => {
    sent.push(`${each.headers.get('Authorization')} ${await each.text()}`);
    return new Response(null, { status: sent.length === 1 ? 401 : 204 });
  });

  expect((await call(request('{"title":"Milk"}'))).status).toBe(204);
  expect(sent).toEqual(['Bearer old {"title":"Milk"}', 'Bearer new {"title":"Milk"}']);
  expect(session.renew).toHaveBeenCalledWith('old');
});

test('throws problems with their slug and what the service asks to wait', async () => {
  const call = authFetchOf(session, async () =>
    Response.json({ type: '/problems/rate-limited', detail: 'Too many.' }, { status: 429, headers: { 'Retry-After': '7' } }));

  await expect(call(request())).rejects.toMatchObject({ slug: 'rate-limited', retryAfterSeconds: 7 } satisfies Partial<ProblemError>);
});

test('throws a broken connection as such, and 304 as nothing new', async () => {
  const broken = authFetchOf(session, async () => {
    throw new TypeError('Failed to fetch');
  });
  const unchanged = authFetchOf(session, async () => new Response(null, { status: 304 }));

  await expect(broken(request())).rejects.toBeInstanceOf(NetworkError);
  await expect(unchanged(request())).rejects.toBeInstanceOf(NotModified);
});
