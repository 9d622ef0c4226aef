import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, open, PASSWORD, profile, signUp, task, useBrowser, violations } from './browser.ts';

useBrowser();

const SCREENSHOTS = join(import.meta.dirname, '../../docs/screenshots');
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const LINES = [
  'Book the train to Hamburg on Friday #travel',
  'Water the plants today #home',
  'Write the quarterly report tomorrow 4pm #work !urgent',
  'Call the dentist next Tuesday 9am #health',
  'Pay rent on 1 December #home !high',
  'Read two chapters of the statistics book #study !low',
  'Buy a present for the housewarming #home',
];

const LOOKS: ReadonlyArray<readonly [string, BrowserContextOptions]> = [
  ['desktop-light', { ...DESKTOP, colorScheme: 'light' }],
  ['desktop-dark', { ...DESKTOP, colorScheme: 'dark' }],
  ['phone-light', { ...PHONE, colorScheme: 'light' }],
  ['phone-dark', { ...PHONE, colorScheme: 'dark' }],
];

test.each(LOOKS)('has no barrier in any state of the static pages, %s', async (look, options) => {
  const context = await profile(options);
  const page = await open(context, '/login');
  await check(page, look, 'login');
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'do not belong' }).waitFor();
  await check(page, look);
  await page.goto('/signup');
  await check(page, look, 'signup');
  await page.goto('/forgot');
  await check(page, look);
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await check(page, look);
  await page.goto('/reset');
  await check(page, look);
  await page.goto('/reset#token=abc');
  await page.reload();
  await check(page, look);
  await page.goto('/verify');
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await check(page, look);
});

test.each(LOOKS)('has no barrier in any state of the application, %s', async (look, options) => {
  const context = await profile(options);
  const page = await signUp(context);
  const phone = look.startsWith('phone');
  await page.getByRole('heading', { name: 'What is on your mind?' }).waitFor();
  await check(page, look, 'empty');
  for (const line of LINES.toReversed()) {
    await add(page, line);
  }
  await task(page, 'Book the train').waitFor();
  await page.getByRole('button', { name: 'Actions for Write the quarterly report' }).click();
  await check(page, look);
  await page.getByRole('menuitem', { name: 'Move to In progress' }).click();
  await page.getByRole('button', { name: /^In progress/ }).waitFor();
  await page.getByLabel('New task').fill('Ask Ada about the grant on Monday 10:30 #study !high');
  await page.waitForTimeout(200);
  await check(page, look, 'list');
  await page.getByLabel('New task').fill('');
  await page.getByRole('checkbox', { name: 'Done: Water the plants' }).click();
  await page.getByText('Completed “Water the plants”').first().waitFor();
  await check(page, look, 'undo');
  await page.getByRole('button', { name: /^Done/ }).click();
  await check(page, look);
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await task(page, 'Pay rent').click();
  await page.getByRole('dialog', { name: 'Pay rent' }).waitFor();
  await page.getByLabel('Repeats').selectOption('Every month');
  await page.getByText(/^Then Fri 1 Jan/).or(page.getByText(/^Then 1 Jan/)).waitFor();
  await page.getByLabel('Reminders').selectOption('The day before at 18:00');
  await page.getByLabel('New sub-task').fill('Check the new account number');
  await page.getByLabel('New sub-task').press('Enter');
  await page.getByLabel('Notes').fill('The landlord has moved to another bank.');
  await page.getByLabel('New sub-task').focus();
  await page.waitForTimeout(400);
  await check(page, look, 'task');
  await page.getByText('History').click();
  await page.getByText('Repeats: none → Every month').waitFor();
  await page.getByLabel('Repeats').selectOption('By a rule of my own…');
  await page.getByText(/^Gives /).waitFor();
  await page.getByLabel('Reminders').selectOption('At a time of my choice');
  await check(page, look, 'details');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Board' }).click();
  await page.locator('.card-task').first().waitFor();
  await check(page, look, 'board');
  await page.getByRole('button', { name: 'List' }).click();

  await page.getByRole('button', { name: /Find or do/ }).click();
  await page.getByRole('combobox').fill('go');
  await check(page, look, phone ? undefined : 'palette');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await check(page, look);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'due <= today' }).waitFor();
  await check(page, look);
  await page.getByLabel('Condition', { exact: true }).fill('priority >= high or labels any (travel');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Position' }).waitFor();
  await check(page, look);
  await page.getByLabel('Condition', { exact: true }).fill('priority >= high or labels any (travel)');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of this filter').fill('What matters');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'What matters' }).waitFor();
  await check(page, look, 'filter');
  await page.getByRole('button', { name: 'Close the filter' }).click();

  await page.getByLabel('Search tasks').fill('nothing like this');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await check(page, look);
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await check(page, look);
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('heading', { name: 'Trash', exact: true }).waitFor();
  await check(page, look);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
  await page.getByText('This one').waitFor();
  await check(page, look, 'settings');

  await page.getByRole('link', { name: 'All tasks' }).click();
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await add(page, 'Think about it in the tunnel');
  await page.getByText('1 change is kept here').waitFor();
  await check(page, look, 'offline');
});

/** Nothing found by axe, nothing to scroll sideways, and a picture where there is a name for it. */
async function check(page: Page, look: string, picture?: string): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished)));
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  if (picture) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${picture}-${look}.png`) });
  }
}
