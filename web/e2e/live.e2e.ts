import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, newAddress, open, profile, signIn, signUp, task, useBrowser, watchCalls } from './browser.ts';

useBrowser();

const EVENTS = 'GET /api/v1/tasks/events';

test('shows in one browser what is done in another', async () => {
  const email = newAddress();
  const one = await signUp(await profile(), email);
  const other = await signIn(await profile(), email);
  await Promise.all([one, other].map(listening));

  await add(one, 'Seen everywhere');
  await task(other, 'Seen everywhere').waitFor();
  await other.getByRole('checkbox', { name: 'Done: Seen everywhere' }).click();
  await task(one, 'Seen everywhere').waitFor({ state: 'hidden' });
  await one.getByRole('button', { name: /^Done/ }).click();
  await one.getByRole('button', { name: 'Actions for Seen everywhere' }).click();
  await one.getByRole('menuitem', { name: 'Delete' }).click();
  await other.getByRole('button', { name: /^Done/ }).click();

  await task(other, 'Seen everywhere').waitFor({ state: 'hidden' });
});

test('reads one stream for all tabs of a browser, and goes on when its tab is closed', async () => {
  const email = newAddress();
  const context = await profile();
  const calls = watchCalls(context);
  const first = await signUp(context, email);
  await listening(first);
  const second = await open(context);
  await second.getByRole('heading', { name: 'All tasks' }).waitFor();
  const elsewhere = await signIn(await profile(), email);

  await add(elsewhere, 'Through the first tab');
  await task(second, 'Through the first tab').waitFor();
  expect(calls.filter((call) => call === EVENTS)).toHaveLength(1);
  await first.close();
  await expect.poll(() => calls.filter((call) => call === EVENTS).length).toBe(2);
  await add(elsewhere, 'Through the second tab');

  await task(second, 'Through the second tab').waitFor();
});

test('misses nothing that happened while it was offline', async () => {
  const email = newAddress();
  const context = await profile();
  const page = await signUp(context, email);
  await listening(page);
  const elsewhere = await signIn(await profile(), email);

  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await add(elsewhere, 'Meanwhile');
  await task(elsewhere, 'Meanwhile').waitFor();
  await context.setOffline(false);

  await task(page, 'Meanwhile').waitFor();
});

test('brings back what was deleted, over the API', async () => {
  const email = newAddress();
  const page = await signUp(await profile(), email);
  await add(page, 'Deleted too quickly');
  await page.getByRole('button', { name: 'Actions for Deleted too quickly' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await task(page, 'Deleted too quickly').waitFor({ state: 'hidden' });
  const undone = page.waitForResponse((response) => /\/operations\/[^/]+\/undo$/.test(response.url()));
  await page.getByRole('button', { name: 'Undo' }).click();
  await task(page, 'Deleted too quickly').waitFor();

  expect((await undone).status()).toBe(200);
  await page.getByRole('checkbox', { name: 'Done: Deleted too quickly' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await task(page, 'Deleted too quickly').waitFor();
  await page.reload();
  await task(page, 'Deleted too quickly').waitFor();
});

test('keeps deleted tasks in the trash until they are restored or ended', async () => {
  const page = await signUp(await profile());
  for (const title of ['Wanted after all', 'Really not']) {
    await add(page, title);
    await page.getByRole('button', { name: `Actions for ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await task(page, title).waitFor({ state: 'hidden' });
  }
  await page.getByRole('link', { name: 'Trash' }).click();

  await page.getByRole('button', { name: 'Restore Wanted after all' }).click();
  await page.getByRole('button', { name: 'Delete Really not for good' }).click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await page.getByRole('link', { name: 'All tasks' }).click();

  await task(page, 'Wanted after all').waitFor();
  expect(await task(page, 'Really not').count()).toBe(0);
});

test('leaves within a moment when its session is revoked elsewhere', async () => {
  const email = newAddress();
  const other = await profile({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  const idle = await signUp(other, email);
  await listening(idle);
  const page = await signIn(await profile(), email);
  await page.getByRole('link', { name: 'Settings' }).click();

  await page.getByRole('button', { name: 'Sign out Firefox on Linux' }).click();

  await idle.getByRole('heading', { name: 'Welcome back' }).waitFor({ timeout: 30_000 });
});

/** The stream is open: the request has been answered. */
async function listening(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() =>
    performance.getEntriesByType('resource').length > 0 && navigator.locks.query().then(({ held }) => held?.some(({ name }) => name === 'taskflow-events')))).toBe(true);
  await page.waitForTimeout(800);
}
