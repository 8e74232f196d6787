import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/browser.ts';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A shared machine can stand still for seconds. What passes only the second time is listed as flaky, to be looked into.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  // Longer than the tests take on a slow machine, shorter than a build server's patience with a hung browser.
  globalTimeout: 40 * 60_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    ...chromiumLaunch(),
  },
});
