import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const PASSWORD = 'correct horse battery staple';

let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** A browser for the tests of a file; every test has profiles of its own and fails on what the console complains about. */
export function useBrowser(): void {
  beforeAll(async () => {
    const executablePath = CANDIDATES.find((path) => path && existsSync(path));
    if (!executablePath) {
      throw new Error('No Chromium was found: install one, or say in CHROMIUM where it is');
    }
    browser = await chromium.launch({ executablePath, args: QUIET, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** A fresh profile, as another person's or another machine's browser. */
export async function profile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: inject('url'), timezoneId: 'Europe/Berlin', ...options });
  context.setDefaultTimeout(30_000);
  contexts.push(context);
  return context;
}

/** What the browser complained about until now, for a test that wants it to. */
export function complained(): string[] {
  return complaints.splice(0);
}

/** A page of the profile. What breaks the content security policy, asks another site for something or throws fails the test. */
export async function open(context: BrowserContext, path = '/'): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|violates/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== inject('url')) {
      complaints.push(`Asked ${request.url()}`);
    }
  });
  await page.goto(path);
  return page;
}

let people = 0;

export function newAddress(): string {
  people++;
  return `someone-${Date.now()}-${people}@example.org`;
}

/** Signs somebody new up through the pages and waits for their tasks. */
export async function signUp(context: BrowserContext, email = newAddress()): Promise<Page> {
  const page = await open(context, '/signup');
  await page.getByLabel('Your name').fill('Me');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'All tasks' }).waitFor();
  return page;
}

/** Signs in through the page. */
export async function signIn(context: BrowserContext, email: string): Promise<Page> {
  const page = await open(context, '/login');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'All tasks' }).waitFor();
  return page;
}

export async function add(page: Page, line: string): Promise<void> {
  await page.getByLabel('New task').fill(line);
  await page.getByLabel('New task').press('Enter');
}

/** The title of a task in list or board. */
export function task(page: Page, title: string) {
  return page.locator('.task-title', { hasText: title });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in the page as it is now, in words. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Array<{ id: string; nodes: Array<{ target: string[]; failureSummary: string }> }> }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await axe.run({ runOnly: tags });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
  });
}

/** The calls of the API that a page makes, as "METHOD /path". */
export function watchCalls(context: BrowserContext): string[] {
  const calls: string[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) {
      calls.push(`${request.method()} ${pathname}`);
    }
  });
  return calls;
}
