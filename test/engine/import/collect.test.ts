import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeDocument } from '../../../src/engine/documents/write.ts';
import { FileReader } from '../../../src/engine/import/read-file.ts';
import { runImport } from '../../../src/engine/import/run.ts';
import { createProject } from '../../../src/engine/store/create.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, newProject, open, tempFolder } from '../kit/project.ts';
import { killed, linesOf, said, start } from '../store/children/start.ts';

/** Files with other words each; @returns their paths */
function writeTexts(folder: string, names: readonly string[]): string[] {
  return names.map((name) => {
    writeFileSync(join(folder, `${name}.txt`), `The words of ${name}.\n\nA second paragraph.`);
    return join(folder, `${name}.txt`);
  });
}

function aReader(): FileReader {
  const reader = new FileReader();
  onTestFinished(() => reader.close());
  return reader;
}

async function importAll(project: Project, paths: readonly string[]): Promise<void> {
  for await (const _ of runImport(project, aReader(), { paths }));
}

const contentOf = ({ db }: Project) =>
  (['readings', 'texts', 'blobs', 'blocks'] as const).map((table) => countRows(db, table));

test('what a killed import left in the store goes with the next import, and nothing else does', async () => {
  const folder = tempFolder();
  const path = join(folder, 'p.colligo');
  createProject(path, { title: 'Killed', actor: ANNA });
  const child = start('importer', [path, ...writeTexts(folder, ['One', 'Two', 'Three'])]);
  const lines = linesOf(child);
  await said(child, lines, 2);
  await killed(child);
  expect(child.signalCode).toBe('SIGKILL');

  const project = await open(path);
  expect(countRows(project.db, 'documents')).toBe(0);
  expect(contentOf(project).slice(0, 3)).toEqual([2, 2, 2]);
  // An import that was undone, and a document that was removed, may come back: their content stays.
  addText(project, 'Undone', 'These words were undone.');
  project.undo();
  addText(project, 'Removed', 'These words were removed.');
  removeDocument(project, idText(project.db.one<{ id: Uint8Array }>(sql`SELECT id FROM documents`).id));
  await importAll(project, writeTexts(folder, ['Four']));
  expect(contentOf(project).slice(0, 3)).toEqual([3, 3, 3]);
  expect(checkWhole(project.db)).toEqual([]);
  const before = dump(project.db);
  project.undo();
  project.undo();
  expect(project.db.all(sql`SELECT title FROM documents`)).toEqual([{ title: 'Removed' }]);
  project.redo();
  project.redo();
  expect(dump(project.db)).toBe(before);
});

test('an import leaves alone what another is bringing in at the same time', async () => {
  const project = await newProject();
  const folder = tempFolder();
  const slow = runImport(project, aReader(), { paths: writeTexts(folder, ['One', 'Two']) });
  for (let done = 0; done < 1; ) {
    const { value } = await slow.next();
    if (value?.type === 'file' && value.file.state === 'done') done++;
  }
  await importAll(project, writeTexts(folder, ['Three']));
  for await (const _ of slow);
  expect(countRows(project.db, 'documents')).toBe(3);
  expect(checkWhole(project.db)).toEqual([]);
});
