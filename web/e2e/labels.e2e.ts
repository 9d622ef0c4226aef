import { expect, test } from 'vitest';

import { add, profile, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test('colours, renames and deletes a label, for all tasks that have it', async () => {
  const page = await signUp(await profile());
  await add(page, 'Paint the fence #house');
  await page.getByRole('link', { name: 'house', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();

  await page.getByLabel('Colour of house').fill('#c22a1d');
  await page.getByLabel('Colour of house').blur();
  await page.locator('.view-icon[style*="rgb(194, 42, 29)"]').waitFor();
  await page.getByLabel('Name of house').fill('home');
  await page.getByLabel('Name of house').press('Enter');
  await page.getByRole('link', { name: 'home', exact: true }).click();
  await task(page, 'Paint the fence').waitFor();
  expect(await page.getByRole('link', { name: 'home', exact: true }).getAttribute('aria-current')).toBe('page');
  expect(await page.getByRole('link', { name: 'All tasks' }).getAttribute('aria-current')).toBeNull();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Delete the label home' }).click();
  await page.getByRole('button', { name: 'Off all tasks' }).click();
  await page.getByRole('link', { name: 'home', exact: true }).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'All tasks' }).click();
  await task(page, 'Paint the fence').waitFor();
  await expect.poll(() => page.locator('.task-row .chip').count()).toBe(0);
});
