import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The service that `npm run dev` speaks to: `bin/dev`, or any other. */
const api = process.env.TASKFLOW_API ?? 'http://localhost:8080';
const proxy = Object.fromEntries(
  ['/api', '/livez'].map((path) => [path, { target: api, changeOrigin: true, headers: { Origin: api } }]),
);
const page = (name: string) => resolve(import.meta.dirname, `${name}.html`);

/** Two browsers at a time: every test has people of its own, and one waits while the other works. */
const inBrowser = { globalSetup: 'e2e/service.ts', maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 };

/** The generated client could read event streams, but ours are read by src/app/eventStream.ts: a kilobyte less. */
const withoutStreams = {
  name: 'without-generated-streams',
  load: (id: string) => (id.endsWith('/core/serverSentEvents.gen.ts') ? 'export const createSseClient = undefined;' : null),
};

export default defineConfig({
  plugins: [react(), withoutStreams],
  server: { port: 5173, proxy },
  preview: { proxy },
  build: {
    target: 'es2023',
    // A page with a strict policy runs no inline script, and takes no font or image from a data address unless it must.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      input: ['index', 'login', 'signup', 'forgot', 'reset', 'verify'].map(page),
      // The session is a file of its own, which the end-to-end tests find in a running page.
      output: { codeSplitting: { groups: [{ name: 'session', test: /src\/auth\// }] } },
    },
  },
  test: {
    // The service takes a moment to end.
    teardownTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'logic', include: ['src/**/*.test.ts'] } },
      { test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], ...inBrowser } },
      { test: { name: 'measure', include: ['e2e/**/*.measure.ts'], ...inBrowser } },
    ],
  },
});
