// node scripts/run.mjs <program> [arguments]: runs a program of an installed package on Colligo's own Node.
import { launch } from './child.mjs';
import { ensureInstalled, runTool } from './ensure.mjs';
import { Explained } from './node.mjs';

await launch(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (!name) throw new Explained('Which program? For example: node scripts/run.mjs vitest run');
  await ensureInstalled();
  return runTool(name, args);
});
