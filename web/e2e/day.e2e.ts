import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, profile, signUp, task, useBrowser, watchCalls } from './browser.ts';

useBrowser();

/** The views of a day, and the way to each. */
const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
  all: (page) => page.getByRole('link', { name: 'All tasks' }).click(),
  today: (page) => page.getByRole('link', { name: 'Today' }).click(),
  week: (page) => page.getByRole('link', { name: 'Next 7 days' }).click(),
  board: (page) => page.getByRole('button', { name: 'Board' }).click(),
  list: (page) => page.getByRole('button', { name: 'List' }).click(),
  label: (page) => page.getByRole('link', { name: 'home', exact: true }).click(),
  settings: (page) => page.getByRole('link', { name: 'Settings' }).click(),
  task: (page) => task(page, 'Pay rent').click().then(() => page.getByRole('dialog', { name: 'Pay rent' }).waitFor()),
  back: (page) => page.keyboard.press('Escape').then(() => page.getByRole('dialog').waitFor({ state: 'hidden' })),
  focus: (page) => page.evaluate(() => dispatchEvent(new Event('visibilitychange'))),
};

/** One step every ten seconds: five rounds are ten minutes. The settings are looked at once. */
const ROUND = ['all', 'today', 'week', 'all', 'board', 'list', 'label', 'today', 'all', 'task', 'back', 'focus'];
const DAY = Array.from({ length: 60 }, (_, step) => (step === 31 ? 'settings' : ROUND[step % ROUND.length]!));

const EVENTS = '**/api/v1/tasks/events';
/** What stands around every view is asked for once by anybody. */
const AROUND = /\/(auth\/refresh|users\/me|filters|labels|tasks\/events)$/;

test('asks the API for less than a fifth of what a fetch per view asks for', async () => {
  const context = await profile();
  const page = await signUp(context);
  for (const line of ['Pay rent tomorrow #home', 'Water the plants today #home', 'Write the report #work']) {
    await add(page, line);
    await task(page, line.split(/ (?:tomorrow|today|#)/)[0]!).waitFor();
  }
  const needs = await countNeeds(context, page);
  // The day begins as any: opened anew, what was stored is painted, and the stream is read.
  const listening = page.waitForResponse(EVENTS);
  await page.goto('/');
  await listening;
  await page.waitForTimeout(500);
  const calls = watchCalls(context);
  let perView = 0;
  const start = Date.now();

  for (const [step, view] of DAY.entries()) {
    await VIEWS[view]!(page);
    perView += needs[view]!;
    if (step % ROUND.length === ROUND.length - 1) {
      await add(page, `Thought of at step ${step}`);
      await task(page, `Thought of at step ${step}`).waitFor();
      // The write, and the view anew.
      perView += 1 + needs.all!;
    }
    // What is stale is decided by the date; timers go on as they are, since the service's heartbeats do.
    await page.clock.setFixedTime(start + (step + 1) * 10_000);
    await page.waitForTimeout(150);
  }

  const saved = 1 - calls.length / perView;
  process.stdout.write(`\nA working day: ${calls.length} calls, ${perView} with a fetch per view: ${Math.round(saved * 100)} % fewer\n`);
  expect(saved).toBeGreaterThanOrEqual(0.8);
}, 240_000);

/** What each view asks for when nothing of it is there: opened by its address in a browser that has forgotten all data. */
async function countNeeds(context: BrowserContext, page: Page): Promise<Record<string, number>> {
  const needs: Record<string, number> = { focus: 0 };
  const counted = new Map<string, number>();
  for (const view of new Set(DAY.filter((each) => each !== 'focus'))) {
    await VIEWS[view]!(page);
    const address = page.url();
    needs[view] = counted.get(address) ?? (await countCold(context, page, address));
    counted.set(address, needs[view]);
  }
  return needs;
}

async function countCold(context: BrowserContext, page: Page, address: string): Promise<number> {
  await page.goto('/robots.txt');
  await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('keyval-store').onsuccess = resolve)));
  // When the stream begins lists are asked for a second time, which no fetch per view would do.
  await context.route(EVENTS, (route) => route.fulfill({ status: 503 }));
  const calls = watchCalls(context);
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  await page.waitForTimeout(1_500);
  context.removeAllListeners('request');
  await context.unroute(EVENTS);
  return calls.filter((call) => !AROUND.test(call)).length;
}
