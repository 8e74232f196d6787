import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listAttachments } from '../../src/engine/attachments/read.ts';
import { removeAttachments, saveAttachment } from '../../src/engine/attachments/write.ts';
import { collectUnused } from '../../src/engine/documents/content.ts';
import { Gathered } from '../../src/engine/exchange/carry/gather.ts';
import { ReportBook } from '../../src/engine/exchange/carry/report.ts';
import { writeGathered } from '../../src/engine/exchange/carry/write.ts';
import { identityOf } from '../../src/engine/exchange/identity.ts';
import { countRows } from '../../src/engine/store/tables.ts';
import { newProject, tempFolder } from './kit/project.ts';

const BYTES = new Uint8Array([0, 255, 1, 254]);

async function withFile() {
  const project = await newProject();
  const gathered = new Gathered();
  const book = new ReportBook();
  const id = identityOf('test', 'talk');
  const file = { id, name: 'Talk.m4a', mediaType: 'audio/mp4', bytes: BYTES, note: 'A recording' };
  gathered.take(project.db, { type: 'attachment', ...file }, book);
  project.write({ code: 'projects.import', label: 'Import' }, [], (writing) =>
    writeGathered(writing, gathered, book, false),
  );
  return { project, id };
}

test('a kept file is listed with its size and why it is kept, and saved byte for byte', async () => {
  const { project, id } = await withFile();
  expect(listAttachments(project.db)).toEqual([
    { id, name: 'Talk.m4a', mediaType: 'audio/mp4', bytes: 4, note: 'A recording', document: null },
  ]);
  const target = join(tempFolder(), 'copy.m4a');
  expect(await saveAttachment(project.db, target, id)).toMatchObject({ name: 'copy.m4a', bytes: 4 });
  expect(new Uint8Array(readFileSync(target))).toEqual(BYTES);
  await expect(saveAttachment(project.db, target, identityOf('test', 'no'))).rejects.toThrow(/not kept/);
});

test('removing one is undone whole: its bytes stay as long as the log could bring them back', async () => {
  const { project, id } = await withFile();
  const mutation = removeAttachments(project, [id]);
  expect(mutation.step?.label).toBe('Remove the kept file “Talk.m4a”');
  expect(listAttachments(project.db)).toEqual([]);
  collectUnused(project.db);
  expect(countRows(project.db, 'blobs')).toBe(1);
  project.undo();
  expect(listAttachments(project.db)).toHaveLength(1);
  expect(() => removeAttachments(project, [identityOf('test', 'no')])).toThrow(/not kept/);
});

test('what an import stored that was killed is collected', async () => {
  const project = await newProject();
  const gathered = new Gathered();
  const file = {
    id: identityOf('test', 'talk'),
    name: 'Talk',
    mediaType: 'audio/mp4',
    bytes: BYTES,
    note: '',
  };
  gathered.take(project.db, { type: 'attachment', ...file }, new ReportBook());
  expect(countRows(project.db, 'blobs')).toBe(1);
  collectUnused(project.db);
  expect(countRows(project.db, 'blobs')).toBe(0);
});
