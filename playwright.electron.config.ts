import { defineConfig } from '@playwright/test';

/** The desktop program in Electron's own runtime; without it, and without a display, the tests say that they are skipped. */
export default defineConfig({
  testDir: 'test/e2e/electron',
  testMatch: '*.electron.ts',
  outputDir: 'test-results/electron',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // One program at a time is what a person has, too: on some systems the second would be taken for the first's.
  workers: 1,
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
