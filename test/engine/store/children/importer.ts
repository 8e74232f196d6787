import { writeSync } from 'node:fs';
import { FileReader } from '../../../../src/engine/import/read-file.ts';
import { runImport } from '../../../../src/engine/import/run.ts';
import { newId } from '../../../../src/engine/store/ids.ts';
import { openProject } from '../../../../src/engine/store/open.ts';

// importer <project> <file>…: imports, says when each file is stored, and then waits to be killed before the last.

const [path = '', ...paths] = process.argv.slice(2);

const project = await openProject(path, {
  mode: 'write',
  program: 'an importer',
  actor: { id: newId(), name: 'Ines' },
  backups: { everyHours: 24, keep: 0 },
});
for await (const event of runImport(project, new FileReader(), { paths })) {
  if (event.type !== 'file' || event.file.state !== 'done') continue;
  writeSync(1, `stored ${event.finished}\n`);
  if (event.finished === paths.length - 1) await new Promise((resolve) => setTimeout(resolve, 600_000));
}
