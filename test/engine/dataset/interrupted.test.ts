import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { newPart } from '../../../src/engine/dataset/output/part.ts';
import { writeDataset } from '../../../src/engine/dataset/write-dataset.ts';
import { renameDocument } from '../../../src/engine/documents/write.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { tempFolder } from '../kit/project.ts';
import { newStudy, US } from './study.ts';
import { addMarkdown, apply, BEN, review, writeFrom } from './work.ts';

const NAMES = ['dataset', 'dataset.zip'];

test.each(NAMES)('a cancelled export of %s leaves what was there and nothing else', async (name) => {
  const { project } = await newStudy();
  const parent = tempFolder();
  const target = join(parent, name);
  const total = 16;
  for (let stop = 0; stop <= total; stop += 4) {
    const stopping = new AbortController();
    let reached = 0;
    const onProgress = (done: number) => {
      reached = done;
      if (done === stop) stopping.abort();
    };
    const cancelled = writeFrom(project, target, { texts: true, signal: stopping.signal, onProgress });
    await expect(cancelled).rejects.toMatchObject({
      code: 'CANCELLED',
      message: 'The export was cancelled.',
    });
    // The file that is being gathered may be read to its end, but no other is begun.
    expect(reached).toBeLessThanOrEqual(stop + 6);
    expect(readdirSync(parent)).toEqual([]);
  }
  await writeFrom(project, target);
  const there = existsSync(join(target, 'SHA256SUMS')) ? join(target, 'SHA256SUMS') : target;
  const before = readFileSync(there);
  createCode(project, { name: 'Later', parentId: null });
  const aborted = AbortSignal.abort();
  await expect(writeFrom(project, target, { texts: true, signal: aborted })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  expect(readFileSync(there).equals(before)).toBe(true);
  expect(readdirSync(parent)).toEqual([name]);
});

test.each(NAMES)('a disk that takes no more leaves nothing of %s', async (name) => {
  const { project } = await newStudy();
  addMarkdown(project, 'long', 'Long', 'Many words. '.repeat(40_000));
  const target = join(tempFolder(), name);
  const script = join(import.meta.dirname, 'export-process.ts');
  // The largest size of a file, in KiB, stands in for a full disk.
  const command = `ulimit -f 200; exec "$0" "$@"`;
  const run = spawnSync('bash', ['-c', command, process.execPath, script, project.path, target], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe(
    `DISK: “${name}” could not be written: a file became larger than this disk allows.\n`,
  );
  expect(run.status).toBe(3);
  expect(readdirSync(dirname(target))).toEqual([]);
});

test.each(NAMES)('what a killed export of %s left behind goes with the next one', async (name) => {
  const { project } = await newStudy();
  const parent = tempFolder();
  const target = join(parent, name);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const ours = basename(await newPart(target));
  const dead = ours.replace(`-${process.pid}-`, `-${pid}-`);
  mkdirSync(join(parent, dead));
  // A worker of this process that was ended in the middle, as a cancelled job is.
  writeFileSync(join(parent, ours.replace(/-0-\d+\.part$/, '-999-1.part')), 'half');
  writeFileSync(join(parent, dead, 'codings.csv'), 'half');
  const others = ['.colligo-0123456789ab-1-0-1.part', 'mine.part', `${dead}.former`];
  for (const other of others) writeFileSync(join(parent, other), 'of something else');
  await writeFrom(project, target, { texts: false });
  expect(readdirSync(parent).toSorted()).toEqual([name, ...others].toSorted());
});

test('what is written during an export is not in it', async () => {
  const { project, documents, codes } = await newStudy();
  const parent = tempFolder();
  const sums = (name: string) => readFileSync(join(parent, name, 'SHA256SUMS'), 'utf8');
  await writeFrom(project, join(parent, 'before'));
  const db = connect(project.path, 'read');
  const onProgress = (done: number) => {
    createCode(project, { name: `New ${done}`, parentId: null });
    if (done > 0) return;
    apply(project, BEN, documents.us, US, 'We will', [codes.unused]);
    review(project, BEN, documents.china, [codes.unused, codes.growth]);
    renameDocument(project, documents.alone, 'Renamed');
  };
  await writeDataset(db, join(parent, 'meanwhile'), { texts: true, onProgress });
  await writeDataset(db, join(parent, 'after'), { texts: true });
  db.close();
  expect(sums('meanwhile')).toBe(sums('before'));
  expect(sums('after')).not.toBe(sums('before'));
});
