// npm run soak [-- --minutes=10] [--seed=1]: breaks files of other programs and reads them, for as long as one likes. What
// npm test does for a minute, with the seed that it prints.

import { launch } from './child.mjs';
import { ensureInstalled, runTool } from './ensure.mjs';
import { Explained } from './node.mjs';

/**
 * @param {string} name of an option
 * @returns {number | undefined} what it says
 */
function option(name) {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!Number.isFinite(value) || value < 0) throw new Explained(`--${name} is a number.`);
  return value;
}

await launch(async () => {
  const minutes = option('minutes') ?? 10;
  const seed = option('seed');
  await ensureInstalled();
  return runTool('vitest', ['run', 'test/engine/exchange/fuzz'], {
    env: {
      COLLIGO_FUZZ_SECONDS: String(Math.round(minutes * 60)),
      ...(seed === undefined ? {} : { COLLIGO_FUZZ_SEED: String(seed) }),
    },
  });
});
