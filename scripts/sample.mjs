// npm run sample [-- path/to/file.colligo]: makes the sample project from resources/sample, as every build does.
import { join, resolve } from 'node:path';
import { environment, launch, run } from './child.mjs';
import { ensureBuilt } from './ensure.mjs';
import { modernNode, root } from './node.mjs';

await launch(async () => {
  await ensureBuilt();
  const node = modernNode();
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const target = process.argv.slice(2, 3).map((path) => resolve(from, path));
  const maker = join(root, 'out', 'main', 'sample-maker.js');
  return run(node, [maker, ...target], { env: environment(node) });
});
