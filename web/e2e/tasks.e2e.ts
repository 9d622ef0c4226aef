import { expect, test } from 'vitest';

import { add, newAddress, open, profile, signIn, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test('goes from sign-up to sign-out', async () => {
  const email = newAddress();
  const context = await profile();
  const page = await signUp(context, email);

  await add(page, 'Pay rent tomorrow 9am #home !high');
  await task(page, 'Pay rent').waitFor();
  expect(await page.getByText('Tomorrow 09:00').count()).toBe(1);
  await page.getByRole('checkbox', { name: 'Done: Pay rent' }).click();
  await page.getByText('Completed “Pay rent”').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Done/ }).click();
  await task(page, 'Pay rent').waitFor();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  const stored = await page.evaluate(() => indexedDB.databases());
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(stored.length).toBeLessThanOrEqual(1);

  const again = await signIn(context, email);
  await again.getByRole('button', { name: /^Done/ }).click();
  await task(again, 'Pay rent').waitFor();
});

test('sends strangers to the sign-in page and back to where they were going', async () => {
  const email = newAddress();
  await signUp(await profile(), email);

  const page = await open(await profile(), '/?due=week');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('wrong horse battery staple');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'do not belong together' }).waitFor();
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.getByRole('heading', { name: 'Next 7 days' }).waitFor();
});
