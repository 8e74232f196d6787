// npm run bench [-- name]: measures, one bench at a time, and prints what each found.
import { launch } from './child.mjs';
import { ensureBuilt, runTool } from './ensure.mjs';

await launch(async () => {
  await ensureBuilt();
  return runTool('vitest', ['run', '--config', 'vitest.bench.config.ts', ...process.argv.slice(2)]);
});
