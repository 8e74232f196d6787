#!/usr/bin/env node
// The command line, from a checkout: `npx colligo …` works before anything is installed or built.
import { join } from 'node:path';
import { environment, launch, run } from '../scripts/child.mjs';
import { ensureBuilt } from '../scripts/ensure.mjs';
import { modernNode, root } from '../scripts/node.mjs';

await launch(async () => {
  await ensureBuilt();
  const node = modernNode();
  return run(node, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    env: environment(node),
  });
});
