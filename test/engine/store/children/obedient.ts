import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createCode } from '../../../../src/engine/codebook/write.ts';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { newId } from '../../../../src/engine/store/ids.ts';
import { openProject } from '../../../../src/engine/store/open.ts';

// obedient <project> <write|read> <program>: opens a project, makes a code of every line it is told, and closes when its
// input ends. Says "open", then how many codes there are after each line; or "refused" and why.

const [path = '', mode = 'read', program = ''] = process.argv.slice(2);
const project = await openProject(path, {
  mode: mode === 'write' ? 'write' : 'read',
  program,
  actor: { id: newId(), name: 'Olga' },
  backups: { everyHours: 24, keep: 0 },
}).catch((error: unknown) => {
  writeSync(1, `refused ${error instanceof ColligoError ? error.code : String(error)}\n`);
  process.exit(1);
});
writeSync(1, 'open\n');
for await (const line of createInterface({ input: process.stdin })) {
  if (mode === 'write') createCode(project, { name: line, parentId: null });
  const rows = project.db.raw.prepare('SELECT count(*) FROM codes').pluck().get();
  writeSync(1, `${rows}\n`);
}
project.close();
