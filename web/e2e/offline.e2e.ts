import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, open, profile, signUp, task, useBrowser, watchCalls } from './browser.ts';

useBrowser();

test('sends once what was added offline', async () => {
  const context = await profile();
  const page = await signUp(context);
  await page.getByRole('heading', { name: 'What is on your mind?' }).waitFor();
  const calls = watchCalls(context);

  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await add(page, 'Written in the train');
  await task(page, 'Written in the train').waitFor();
  await page.getByRole('checkbox', { name: 'Done: Written in the train' }).click();
  await page.getByText('2 changes are kept here').waitFor();
  await context.setOffline(false);

  await page.getByText('You are offline.').waitFor({ state: 'hidden' });
  await page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  expect(calls.filter((call) => call === 'POST /api/v1/tasks')).toHaveLength(1);
  const other = await open(context, '/?q=train');
  await task(other, 'Written in the train').waitFor();
  expect(await task(other, 'Written in the train').count()).toBe(1);
});

test('keeps what was added offline over a closed tab, and sends it once', async () => {
  const context = await profile();
  const page = await signUp(context);
  await page.getByRole('heading', { name: 'What is on your mind?' }).waitFor();
  // The service is gone, its files are not: what a browser has in its cache.
  await context.route(/\/(api|livez)/, (route) => route.abort('connectionrefused'));
  await add(page, 'Closed too early');
  await task(page, 'Closed too early').waitFor();
  await page.waitForTimeout(300);
  await page.close();

  await context.unroute(/\/(api|livez)/);
  const again = await open(context);
  await task(again, 'Closed too early').waitFor();
  await reloadFromService(again);

  expect(await task(again, 'Closed too early').count()).toBe(1);
});

test('adds once what was stored before the answer was lost', async () => {
  const context = await profile();
  const page = await signUp(context);
  let tries = 0;
  await context.route('**/api/v1/tasks', async (route) => {
    if (route.request().method() === 'POST' && tries++ === 0) {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });

  await add(page, 'Only once');
  await page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/tasks'));
  await reloadFromService(page);

  expect(tries).toBeGreaterThanOrEqual(2);
  expect(await task(page, 'Only once').count()).toBe(1);
});

test('paints what it knows before the network answers', async () => {
  const context = await profile();
  const page = await signUp(context);
  await add(page, 'Known already');
  await task(page, 'Known already').waitFor();
  await page.waitForTimeout(1_500);
  let answered = false;
  await context.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    answered = true;
    await route.continue();
  });

  await page.reload();
  await task(page, 'Known already').waitFor({ timeout: 3_500 });

  expect(answered).toBe(false);
});

test('tells that the service is gone, and that it is back', async () => {
  const context = await profile();
  const page = await signUp(context);
  await context.route(/\/(api|livez)/, (route) => route.abort('connectionrefused'));

  await add(page, 'Nobody listens');
  await page.getByText('1 change is kept here').waitFor();
  await context.unroute(/\/(api|livez)/);

  await page.getByText('You are offline.').waitFor({ state: 'hidden' });
  await reloadFromService(page);
  await task(page, 'Nobody listens').waitFor();
});

async function reloadFromService(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => /\/tasks\?/.test(response.url()));
  await page.reload();
  await answered;
  await page.waitForTimeout(300);
}
