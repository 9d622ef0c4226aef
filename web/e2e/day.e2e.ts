import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, profile, signUp, task, useBrowser, watchCalls } from './browser.ts';

useBrowser();

/** What somebody does, one step every ten seconds: sixty steps are ten minutes. */
const ROUND: ReadonlyArray<readonly [string, (page: Page) => Promise<unknown>]> = [
  ['all', (page) => page.getByRole('link', { name: 'All tasks' }).click()],
  ['today', (page) => page.getByRole('link', { name: 'Today' }).click()],
  ['week', (page) => page.getByRole('link', { name: 'Next 7 days' }).click()],
  ['all', (page) => page.getByRole('link', { name: 'All tasks' }).click()],
  ['board', (page) => page.getByRole('button', { name: 'Board' }).click()],
  ['all', (page) => page.getByRole('button', { name: 'List' }).click()],
  ['label', (page) => page.getByRole('link', { name: 'home', exact: true }).click()],
  ['settings', (page) => page.getByRole('link', { name: 'Settings' }).click()],
  ['all', (page) => page.getByRole('link', { name: 'All tasks' }).click()],
  ['task', async (page) => {
    await task(page, 'Pay rent').click();
    await page.getByRole('dialog', { name: 'Pay rent' }).waitFor();
  }],
  ['all', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }],
  ['focus', (page) => page.evaluate(() => dispatchEvent(new Event('visibilitychange')))],
];

/** What each view needs of the API, asked for whenever it is shown and after every write, as without a cache. */
const NEEDS: Record<string, number> = { all: 3, today: 3, week: 3, label: 3, board: 4, settings: 3, task: 3, focus: 3 };

test('asks the API for less than a fifth of what a fetch per view asks for', async () => {
  const context = await profile();
  const page = await signUp(context);
  for (const line of ['Pay rent tomorrow #home', 'Water the plants today #home', 'Write the report #work']) {
    await add(page, line);
    await task(page, line.split(/ (?:tomorrow|today|#)/)[0]!).waitFor();
  }
  const calls = watchCalls(context);
  let perView = 0;
  const start = Date.now();

  for (let step = 0; step < 60; step++) {
    const [view, act] = ROUND[step % ROUND.length]!;
    await act(page);
    perView += NEEDS[view]!;
    if (step % 12 === 11) {
      await add(page, `Thought of at step ${step}`);
      await task(page, `Thought of at step ${step}`).waitFor();
      // The write, and the view anew.
      perView += 1 + NEEDS.all!;
    }
    // What is stale is decided by the date; timers go on as they are, since the service's heartbeats do.
    await page.clock.setFixedTime(start + (step + 1) * 10_000);
    await page.waitForTimeout(150);
  }

  const saved = 1 - calls.length / perView;
  process.stdout.write(`\nA working day: ${calls.length} calls, ${perView} with a fetch per view: ${Math.round(saved * 100)} % fewer\n`);
  expect(saved).toBeGreaterThanOrEqual(0.8);
});
