import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { newProject, open, tempFolder } from '../kit/project.ts';
import type { FullReport } from './children/full.ts';
import { canMount, run } from './children/start.ts';

const FULL = { code: 'DISK', message: 'The disk is full, so this could not be saved.' };

test('a step that does not fit says so and leaves no trace; there being room again, it goes through', async () => {
  const project = await newProject();
  const long = () => createCode(project, { name: 'Long', parentId: null, definition: 'long '.repeat(4000) });
  long();
  const before = dump(project.db);
  const pages = Number(project.db.pragma('page_count'));
  project.db.pragma(`max_page_count = ${pages + 2}`);
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(long).toThrow(
      expect.objectContaining({ ...FULL, data: { safe: expect.any(String), remedy: expect.any(String) } }),
    );
    expect(dump(project.db)).toBe(before);
  }
  project.db.pragma(`max_page_count = ${pages + 1000}`);
  expect(long().step).toMatchObject({ code: 'codes.create' });
  project.undo();
  expect(dump(project.db)).toBe(before);
});

/** Whatever the disk said: with a sentence, without a trace. */
function expectHonest({ steps, first, again, traceless, closing }: FullReport): void {
  expect(steps.acknowledged).toBeGreaterThan(0);
  expect(steps.counted).toBe(steps.acknowledged);
  expect([first?.code, again?.code]).toEqual(['DISK', 'DISK']);
  expect(traceless).toBe(true);
  expect(closing).toBeNull();
}

test.skipIf(!canMount())('a disk that is really full', () => {
  const folder = join(tempFolder(), 'disk');
  mkdirSync(folder);
  const { stdout, stderr } = run('full', [folder, 'disk'], { disk: { folder, bytes: 1_600_000 } });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as FullReport;
  expectHonest(report);
  for (const failure of [report.first, report.copy, report.backup, report.creation])
    expect(failure).toMatchObject(FULL);
  expect(report.litter).toEqual([]);
  // There may be just enough left to open it.
  for (const failure of [report.opening, report.reading]) expect(failure?.code ?? 'DISK').toBe('DISK');
  expect(report.later).toEqual({ same: true, step: null, problems: [] });
});

test.skipIf(process.platform !== 'linux')('a file that may not grow any more', async () => {
  const folder = tempFolder();
  const { stdout, stderr } = run('full', [folder, 'file'], { fileSize: 500_000 });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as FullReport;
  expectHonest(report);
  const project = await open(join(folder, 'full.colligo'));
  expect(countRows(project.db, 'codes')).toBe(report.steps.acknowledged);
  expect(checkWhole(project.db)).toEqual([]);
});
