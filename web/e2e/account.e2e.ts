import { createHmac } from 'node:crypto';
import { expect, inject, test } from 'vitest';

import { newAddress, open, PASSWORD, profile, signIn, signUp, useBrowser, violations } from './browser.ts';

useBrowser();

test('asks for the second factor after it was switched on', async () => {
  const email = newAddress();
  const page = await signUp(await profile(), email);
  await page.getByRole('link', { name: 'Settings' }).click();
  const section = page.getByRole('region', { name: 'Second factor' });
  await section.getByLabel('Your password').fill(PASSWORD);
  await section.getByRole('button', { name: 'Switch on' }).click();
  await section.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = (await section.locator('.secret').textContent())!;
  await section.getByLabel('Code from the app').fill(totp(secret, 0));
  await section.getByRole('button', { name: 'Confirm' }).click();
  await section.getByText('Keep these recovery codes.').waitFor();
  const recovery = await section.locator('.recovery code').allTextContents();
  expect(recovery).toHaveLength(10);
  expect(await violations(page)).toEqual([]);

  const other = await open(await profile(), '/login');
  await other.getByLabel('E-mail address').fill(email);
  await other.getByLabel('Password').fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await violations(other)).toEqual([]);
  await other.getByLabel('Code').fill('000000');
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.getByRole('alert').filter({ hasText: 'wrong or was used' }).waitFor();
  await other.getByLabel('Code').fill(recovery[0]!);
  await other.getByRole('button', { name: 'Continue' }).click();
  await other.getByRole('heading', { name: 'All tasks' }).waitFor();

  await section.getByText('Switch it off').click();
  await section.getByLabel('Your password').last().fill(PASSWORD);
  await section.getByLabel('Code').last().fill(recovery[1]!);
  await section.getByRole('button', { name: 'Switch off' }).click();
  await section.getByRole('button', { name: 'Switch on' }).waitFor();
});

test('changes the password and ends the other sessions', async () => {
  const email = newAddress();
  const page = await signUp(await profile(), email);
  const other = await signIn(await profile(), email);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Current password').fill('not this one at all');
  await page.getByLabel('New password').fill('a wholly different sentence');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('That is not your password.').waitFor();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('a wholly different sentence');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('You are signed out everywhere else.').first().waitFor();

  // It may be on its way there by itself.
  await other.reload().catch(() => undefined);
  await other.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
});

test('deletes the account with everything in it', async () => {
  const email = newAddress();
  const context = await profile();
  const page = await signUp(context, email);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.getByRole('region', { name: 'Account' }).getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete everything for ever' }).click();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();

  await signUp(context, email);
});

test('resets a forgotten password and confirms the address by mailed links', async () => {
  const email = newAddress();
  await signUp(await profile(), email);
  const page = await open(await profile(), '/forgot');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();

  await page.goto(await mailedLink(email, '/verify'));
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
  await page.goto(await mailedLink(email, '/reset'));
  expect(new URL(page.url()).hash).toBe('');
  await page.getByLabel('New password').fill('a wholly different sentence');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('heading', { name: 'That is your password now' }).waitFor();
});

async function mailedLink(email: string, path: string): Promise<string> {
  const find = async () => {
    const answer = await fetch(`${inject('mails')}/messages?to=${encodeURIComponent(email)}`);
    const mails = (await answer.json()) as Array<{ text: string }>;
    return mails.flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? []).find((link) => new URL(link).pathname === path);
  };
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  return (await find())!;
}

/** The code of an authenticator app (RFC 6238), some steps from now. */
function totp(secret: string, steps: number): string {
  const bits = [...secret].map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
