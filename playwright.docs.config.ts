import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** The same browser and program as the tests, but it makes the pictures of the docs, and nothing that moves is in them. */
export default defineConfig({
  ...config,
  testDir: 'test/e2e/docs',
  testMatch: '*.docs.ts',
  outputDir: 'test-results/docs',
  retries: 0,
  workers: 1,
  use: { ...config.use, colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } },
});
