import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** The same browser and program as the tests, but it makes pictures into `shots/` and judges nothing. */
export default defineConfig({
  ...config,
  testDir: 'test/e2e/shots',
  testMatch: '*.shots.ts',
  outputDir: 'test-results/shots',
  timeout: 300_000,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  use: { ...config.use, actionTimeout: 10_000 },
});
