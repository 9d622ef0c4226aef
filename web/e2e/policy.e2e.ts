import { expect, test } from 'vitest';

import { add, complained, profile, signUp, task, useBrowser } from './browser.ts';

useBrowser();

test.each(['/', '/login', '/signup', '/forgot', '/reset', '/verify', '/settings'])('allows %s its own files alone, and nothing inline', async (path) => {
  const context = await profile();
  const response = await context.request.get(path);

  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
  expect(await response.text()).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/);
});

test('runs no script that was written into a page or a task', async () => {
  const page = await signUp(await profile());
  await add(page, '<img src=x onerror="document.title=1"> <script>document.title=2</script>');
  await task(page, '<img src=x').waitFor();
  expect(await page.title()).toBe('Tasks · TaskFlow');

  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    return 'ran' in window;
  });

  expect(ran).toBe(false);
  await expect.poll(() => complained().join()).toMatch(/Content Security Policy/);
});
