import { defineConfig } from 'vitest/config';

/** Benches are scripts that measure and print; each is a test file, so that they import the sources as tests do. */
export default defineConfig({
  test: {
    include: ['test/bench/**/*.bench.ts'],
    globalSetup: ['test/bench/kit/report.ts'],
    pool: 'forks',
    // One at a time: two measurements on the same machine would measure each other.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
    disableConsoleIntercept: true,
  },
});
