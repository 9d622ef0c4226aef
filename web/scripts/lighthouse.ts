/**
 * Lighthouse, mobile, on the sign-in page and on the dashboard of somebody who is signed in, of the service at TASKFLOW_URL.
 * It is fetched for the run, since it weighs more than all else here together.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const url = process.env.TASKFLOW_URL ?? 'http://localhost:8080';
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const profile = join(folder, 'profile');
const chromiumSandbox = process.getuid?.() !== 0;
const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100 };

function audit(name: string, path: string): boolean {
  const report = join(folder, `${name}.json`);
  const flags = ['--headless', '--disable-gpu', `--user-data-dir=${profile}`, ...(chromiumSandbox ? [] : ['--no-sandbox'])];
  execFileSync('npx', ['--yes', 'lighthouse@13.5.0', `${url}${path}`, `--chrome-flags=${flags.join(' ')}`,
    '--disable-storage-reset', '--quiet', '--output=json', `--output-path=${report}`,
    `--only-categories=${Object.keys(WANTED).join(',')}`], { stdio: 'inherit', env: { ...process.env, CHROME_PATH: executablePath } });
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8')) as {
    categories: Record<string, { score: number; auditRefs: Array<{ id: string; weight: number }> }>;
    audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  };
  const scores = Object.keys(WANTED).map((key) => [key, Math.round((categories[key]?.score ?? 0) * 100)] as const);
  process.stdout.write(`${name}: ${scores.map(([key, score]) => `${key} ${score}`).join(', ')}\n`);
  for (const { id, weight } of Object.values(categories).flatMap((category) => category.auditRefs)) {
    if (weight > 0 && (audits[id]?.score ?? 1) < 0.9) {
      process.stdout.write(`  ${audits[id]!.title} ${audits[id]!.displayValue ?? ''}\n`);
    }
  }
  return scores.every(([key, score]) => score >= WANTED[key as keyof typeof WANTED]);
}

// Lighthouse starts the browser itself: whoever else is attached to it would be measured as well. Only the profile stays.
const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--disable-gpu'], chromiumSandbox });
const page = await context.newPage();
await page.goto(`${url}/signup`);
await page.getByLabel('Your name').fill('Me');
await page.getByLabel('E-mail address').fill(`lighthouse-${Date.now()}@example.org`);
await page.getByLabel('Password').fill('correct horse battery staple');
await page.getByRole('button', { name: 'Create account' }).click();
await page.getByRole('heading', { name: 'All tasks' }).waitFor();
for (let i = 0; i < 12; i++) {
  await page.getByLabel('New task').fill(`Task number ${i}`);
  await page.getByLabel('New task').press('Enter');
}
await page.waitForTimeout(2_000);
await context.close();

const good = [audit('sign-in', '/login'), audit('dashboard', '/')].every(Boolean);
process.exitCode = good ? 0 : 1;
