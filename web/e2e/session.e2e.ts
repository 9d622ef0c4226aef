import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, newAddress, open, profile, signIn, signUp, task, useBrowser, watchCalls } from './browser.ts';

useBrowser();

const REFRESH = 'POST /api/v1/auth/refresh';

test.each([
  [1, 'one refresh for twenty requests with an expired token'],
  [3, 'one refresh for twenty such requests in each of three tabs'],
])('makes, in %i tab(s), %s', async (count) => {
  const context = await profile();
  const first = await signUp(context);
  const tabs = [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => open(context))))];
  await Promise.all(tabs.map((tab) => tab.getByRole('heading', { name: 'All tasks' }).waitFor()));
  await settled(first);
  const refused = await expireTokens(context, tabs);
  const calls = watchCalls(context);

  const statuses = await Promise.all(tabs.map((tab) => twentyRequests(tab)));

  expect(statuses.flat()).toEqual(Array.from({ length: 20 * count }, () => 200));
  expect(refused()).toBeGreaterThanOrEqual(20);
  expect(calls.filter((call) => call === REFRESH)).toEqual([REFRESH]);
});

test('signs nobody out when the answer to a refresh is lost', async () => {
  const context = await profile();
  const page = await signUp(context);
  await add(page, 'Still here');
  await task(page, 'Still here').waitFor();
  await settled(page);
  let lost = 0;
  await context.route('**/api/v1/auth/refresh', async (route) => {
    if (lost++ === 0) {
      // The service has rotated the token; we never hear of it.
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });

  await page.reload();
  await task(page, 'Still here').waitFor();
  await add(page, 'And going on');
  await settled(page);

  expect(lost).toBe(2);
  expect(await storedTitles(page)).toEqual(['And going on', 'Still here']);
});

test('leaves every tab of a browser whose session was revoked', async () => {
  const email = newAddress();
  const other = await profile({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  const tabs = [await signUp(other, email), await open(other, '/?due=week')];
  await tabs[1]!.getByRole('heading', { name: 'Next 7 days' }).waitFor();
  const page = await signIn(await profile(), email);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out Firefox on Linux' }).click();
  await page.getByText('Signed out there').first().waitFor();
  // Whatever the other browser does next finds out.
  await tabs[0]!.getByLabel('New task').fill('Too late');
  await tabs[0]!.getByLabel('New task').press('Enter');

  await Promise.all(tabs.map((tab) => tab.getByRole('heading', { name: 'Welcome back' }).waitFor()));
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
});

test('keeps no token where a script could find it later', async () => {
  const context = await profile();
  const page = await signUp(context);
  await add(page, 'Something to store');
  await task(page, 'Something to store').waitFor();
  await page.waitForTimeout(1_500);

  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('keyval-store');
      opening.onsuccess = () => resolve(opening.result);
    });
    const values = await new Promise((resolve) => {
      const reading = database.transaction('keyval').objectStore('keyval').getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, values, document.cookie]);
  });
  const token = await currentToken(page);

  expect(stored).toContain('Something to store');
  expect(stored).not.toContain(token);
  expect(stored).not.toMatch(/eyJ[\w-]+\.|v1\.\w+\./);
});

/** Waits until the page has nothing more to ask or to send. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(800);
}

/** From now on the service hears a spoilt token wherever a tab sends the one it has now. Answers how often it did. */
async function expireTokens(context: BrowserContext, tabs: readonly Page[]): Promise<() => number> {
  const old = new Set(await Promise.all(tabs.map(currentToken)));
  let refused = 0;
  await context.route('**/api/v1/tasks?*', async (route) => {
    const headers = route.request().headers();
    if (old.has(headers.authorization?.replace('Bearer ', '') ?? '')) {
      refused++;
      await route.continue({ headers: { ...headers, authorization: 'Bearer expired' } });
    } else {
      await route.continue();
    }
  });
  return () => refused;
}

/** The page's own session module, which the build keeps in a file of its own: an expression for the page to evaluate. */
const MODULE = `import(performance.getEntriesByType('resource')
  .find(({ name }) => /\\/assets\\/session-[^/]+\\.js$/.test(name)).name).then((module) => Object.values(module))`;

function currentToken(page: Page): Promise<string> {
  return page.evaluate(`${MODULE}.then((parts) => parts.find((part) => part.current).current.token)`);
}

/** The statuses of twenty requests that the page sends at the same time. */
function twentyRequests(page: Page): Promise<number[]> {
  return page.evaluate(`${MODULE}.then((parts) => {
    const send = parts.find((part) => typeof part === 'function' && /=== ?401|401 ?===/.test(String(part)));
    return Promise.all(Array.from({ length: 20 }, (_, i) =>
      send(new Request('/api/v1/tasks?limit=' + (i + 1))).then((response) => response.status)));
  })`);
}

/** The titles that the service has. */
async function storedTitles(page: Page): Promise<string[]> {
  const response = await page.request.get('/api/v1/tasks?sort=title', {
    headers: { Authorization: `Bearer ${await currentToken(page)}` },
  });
  return ((await response.json()) as { items: Array<{ title: string }> }).items.map(({ title }) => title);
}
