import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{text,engine,cli,web,main,renderer,walls,scripts}/**/*.test.{ts,tsx}'],
    // Processes, not threads: a native module that crashes takes one test file with it, and is named.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
