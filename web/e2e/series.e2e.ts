import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, profile, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test('repeats a task: completed it comes again, skipped it moves on, undone it is back', async () => {
  const page = await signUp(await profile());
  await add(page, 'Water the plants today');
  const sheet = await openSheet(page, 'Water the plants');
  await sheet.getByLabel('Repeats').selectOption('Every day');
  await sheet.getByText(/^Then Tomorrow, /).waitFor();
  await page.keyboard.press('Escape');
  await task(page, 'Water the plants').waitFor();
  expect(await dueOf(page)).toBe('Today');

  await page.getByRole('checkbox', { name: 'Done: Water the plants' }).click();
  await expect.poll(() => dueOf(page)).toBe('Tomorrow');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => dueOf(page)).toBe('Today');

  await openSheet(page, 'Water the plants');
  await sheet.getByRole('button', { name: 'Skip this one' }).click();
  await expect.poll(() => sheet.getByLabel('Due date', { exact: true }).inputValue()).toBe(today(1));
  await sheet.getByText('History').click();
  await sheet.getByText('Repeats: none → Every day').waitFor();
  await sheet.getByLabel('Repeats').selectOption('Never');
  await sheet.getByRole('button', { name: 'Skip this one' }).waitFor({ state: 'hidden' });
});

test('repeats by a rule of one’s own, which the service tries first', async () => {
  const page = await signUp(await profile());
  await add(page, 'Back up the laptop');
  const sheet = await openSheet(page, 'Back up the laptop');
  await sheet.getByLabel('Repeats').selectOption('By a rule of my own…');

  await sheet.getByLabel('Rule', { exact: true }).fill('FREQ=SOMETIMES');
  await sheet.getByRole('status').filter({ hasText: /FREQ/ }).waitFor();
  expect(await sheet.getByRole('button', { name: 'Use it' }).isDisabled()).toBe(true);
  await sheet.getByLabel('Rule', { exact: true }).fill('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH');
  await sheet.getByText(/^Gives /).waitFor();
  await sheet.getByRole('button', { name: 'Use it' }).click();

  await expect.poll(() => sheet.getByLabel('Repeats').locator('option:checked').textContent()).toBe('Every 3 weeks on Mon, Thu');
  await sheet.getByLabel('Count from the day it was done').click();
  await sheet.getByText('When next depends on when it is done.').waitFor();
  await page.reload();
  await expect.poll(() => sheet.getByLabel('Count from the day it was done').isChecked()).toBe(true);
});

test('reminds before a task is due and at moments of one’s own', async () => {
  const page = await signUp(await profile());
  await add(page, 'Catch the train tomorrow 9am');
  const sheet = await openSheet(page, 'Catch the train');
  await sheet.getByLabel('Reminders').selectOption('30 minutes before');
  await sheet.getByLabel('Reminders').selectOption('1 day before');
  await sheet.getByLabel('Reminders').selectOption('At a time of my choice');
  await sheet.getByLabel('Remind me at').fill(`${today(1)}T08:15`);
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await sheet.getByRole('button', { name: 'Remove the reminder 1 day before' }).click();

  await page.reload();
  await sheet.getByRole('button', { name: 'Remove the reminder 30 minutes before' }).waitFor();
  await sheet.getByRole('button', { name: /Remove the reminder .*, 08:15/ }).waitFor();
  // What was kept in the browser is painted first, the service's answer follows.
  await expect.poll(() => sheet.locator('.reminders .chip').count()).toBe(2);
});

test('hears how a task comes again while it is typed', async () => {
  const page = await signUp(await profile());
  await page.getByLabel('New task').fill('Take the bins out every 2 weeks');
  await page.locator('#quick-add-understood').getByText('Comes again').waitFor();
  await page.getByLabel('New task').press('Enter');

  const sheet = await openSheet(page, 'Take the bins out');
  await expect.poll(() => sheet.getByLabel('Repeats').locator('option:checked').textContent()).toBe('Every 2 weeks');
  expect(await sheet.getByLabel('Due date', { exact: true }).inputValue()).toBe(today());
});

async function openSheet(page: Page, title: string) {
  await task(page, title).click();
  const sheet = page.getByRole('dialog', { name: title });
  await sheet.waitFor();
  return sheet;
}

function dueOf(page: Page): Promise<string | null> {
  return page.locator('.due').first().textContent({ timeout: 5_000 }).catch(() => null);
}

/** A date where the browser is, some days from now. */
function today(days = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000);
}
