import { expect, test } from 'vitest';

import { add, profile, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test('finds by a condition, says where it cannot be read, and keeps it under a name', async () => {
  const page = await signUp(await profile());
  for (const line of ['Pay rent today #home !high', 'Read a book', 'Write the report #work !urgent']) {
    await add(page, line);
  }
  await task(page, 'Write the report').waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('f');
  await page.getByLabel('Condition', { exact: true }).fill('priority >= high and or');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: /^Position 22/ }).waitFor();
  expect(await page.getByLabel('Condition', { exact: true }).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(21);

  await page.getByLabel('Condition', { exact: true }).fill('priority >= high and not labels any (work)');
  await page.keyboard.press('Enter');
  await task(page, 'Pay rent').waitFor();
  expect(await page.locator('.task-title').count()).toBe(1);
  await page.getByLabel('Name of this filter').fill('Important at home');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Important at home' }).waitFor();

  await page.getByRole('link', { name: 'All tasks' }).click();
  await task(page, 'Read a book').waitFor();
  await page.getByRole('link', { name: 'Important at home' }).click();
  await expect.poll(() => page.locator('.task-title').allTextContents()).toEqual(['Pay rent']);
  await page.getByRole('button', { name: 'Forget it' }).click();
  await page.getByRole('link', { name: 'Important at home' }).waitFor({ state: 'hidden' });
});

test('asks the service again which tasks a condition finds when one has changed', async () => {
  const page = await signUp(await profile());
  await add(page, 'Already urgent !urgent');
  await task(page, 'Already urgent').waitFor();
  await page.goto('/?filter=priority = urgent and status != done');
  await task(page, 'Already urgent').waitFor();

  await add(page, 'Urgent as well !urgent');
  await task(page, 'Urgent as well').waitFor();
  await add(page, 'Not at all !low');
  await page.getByRole('checkbox', { name: 'Done: Already urgent' }).click();
  await task(page, 'Already urgent').waitFor({ state: 'hidden' });

  expect(await page.locator('.task-title').allTextContents()).toEqual(['Urgent as well']);
});
