import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { add, newAddress, open, PASSWORD, profile, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test('reaches and does everything by keyboard alone', async () => {
  const page = await open(await profile(), '/signup');
  for (const text of ['Me', newAddress(), PASSWORD]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What is on your mind?' }).waitFor();

  await page.keyboard.press('n');
  for (const line of ['First', 'Second', 'Third']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
    await task(page, line).waitFor();
  }
  await page.keyboard.press('Escape');
  expect(await order(page)).toEqual(['Third', 'Second', 'First']);

  await page.keyboard.press('j');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => order(page)).toEqual(['Second', 'Third', 'First']);
  await expect.poll(() => page.locator('#announcer').textContent()).toBe('Moved to position 2 of 3');
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Third, renamed');
  await page.keyboard.press('Enter');
  await task(page, 'Third, renamed').waitFor();
  await page.keyboard.press('p');
  await expect.poll(() => page.locator('#announcer').textContent()).toBe('Priority High');
  await page.keyboard.press('x');
  await page.getByText('Completed “Third, renamed”').first().waitFor();
  expect(await focusedTask(page)).toBe('First');

  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'First' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focusedTask(page)).toBe('First');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).waitFor();
  await page.keyboard.type('board');
  await page.keyboard.press('Enter');
  await page.locator('.card-task').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('region', { name: 'In progress' }).getByText('Second').waitFor();
  expect(await focusedTask(page)).toBe('Second');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
});

test('leaves letters alone where somebody switched them off', async () => {
  const page = await signUp(await profile());
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Single letters are shortcuts').uncheck();
  await page.getByRole('link', { name: 'All tasks' }).click();
  await page.getByRole('heading', { name: 'All tasks' }).click();

  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');

  await page.getByRole('dialog', { name: 'Find or do' }).waitFor();
  expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0);
});

test('moves tasks by dragging, in the list and over the board', async () => {
  const page = await signUp(await profile());
  for (const line of ['Lower', 'Upper']) {
    await add(page, line);
    await task(page, line).waitFor();
  }
  await task(page, 'Upper').hover();
  await page.waitForTimeout(500);

  await drag(page, 'Upper', '[data-status=todo]:has-text("Lower")', 0.9);
  await expect.poll(() => order(page)).toEqual(['Lower', 'Upper']);
  await page.getByRole('button', { name: 'Board' }).click();
  await task(page, 'Upper').hover();
  await page.waitForTimeout(500);
  await drag(page, 'Upper', '[data-lane=done]', 0.5);

  await page.getByRole('region', { name: 'Done' }).getByText('Upper').waitFor();
  await page.reload();
  await page.getByRole('region', { name: 'Done' }).getByText('Upper').waitFor();
});

async function order(page: Page): Promise<string[]> {
  const rows = await page.locator('.list-line:has(.task-title)').all();
  const placed = await Promise.all(rows.map(async (row) => ({
    title: (await row.locator('.task-title').textContent()) ?? '',
    top: (await row.boundingBox())?.y ?? 0,
  })));
  return placed.toSorted((a, b) => a.top - b.top).map(({ title }) => title);
}

function focusedTask(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest('[data-id]')?.querySelector('.task-title')?.textContent);
}

async function drag(page: Page, title: string, target: string, height: number): Promise<void> {
  const from = (await page.locator('[data-id]', { hasText: title }).first().boundingBox())!;
  const to = (await page.locator(target).first().boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + 6);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 14, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height * height, { steps: 8 });
  await page.waitForTimeout(100);
  await page.mouse.up();
}
