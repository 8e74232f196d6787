// npm run shots [-- name]: pictures of every state, at four sizes and in both themes, for a person to look at.
import { launch } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, runTool } from './ensure.mjs';

await launch(async () => {
  await ensureBuilt();
  await ensureChromium();
  return runTool('playwright', ['test', '--config', 'playwright.shots.config.ts', ...process.argv.slice(2)]);
});
