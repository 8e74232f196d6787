// npm run docs: runs every command that the docs tell one to type, makes their pictures anew, and writes into docs/ what
// the program says itself: keys, tables of keys, the list of topics. Stops at the first of these that fails.
import { launch } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, runTool } from './ensure.mjs';

/** @type {readonly (() => Promise<number>)[]} */
const steps = [
  () => runTool('vitest', ['run', 'test/cli/docs.test.ts']),
  async () => {
    await ensureChromium();
    return runTool('playwright', ['test', '--config', 'playwright.docs.config.ts']);
  },
  () => runTool('vitest', ['run', 'test/renderer/docs.test.ts'], { env: { UPDATE: '1' } }),
];

await launch(async () => {
  await ensureBuilt();
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
});
