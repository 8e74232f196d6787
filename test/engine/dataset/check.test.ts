import { createHash } from 'node:crypto';
import {
  cpSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { FORMATS, takesFiles } from '../../../src/contract/exports.ts';
import { type CheckOptions, checkDataset } from '../../../src/engine/dataset/check/check-dataset.ts';
import { RecordSplitter } from '../../../src/engine/dataset/check/records.ts';
import { RowTally } from '../../../src/engine/dataset/check/tally.ts';
import { FACES } from '../../../src/engine/dataset/faces/index.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { newStudy, US } from './study.ts';
import { apply, writeFrom } from './work.ts';

const EVERYTHING = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

/** Compares as the engine does: by way of a connection of its own, that only reads. */
async function check(project: Project, target: string, options: CheckOptions = {}) {
  project.checkpoint();
  const db = connect(project.path, 'read');
  try {
    return await checkDataset(db, target, options);
  } finally {
    expect(db.raw.inTransaction).toBe(false);
    db.close();
  }
}

async function exported(options = { texts: true }) {
  const study = await newStudy();
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(study.project, folder, options);
  return { ...study, folder };
}

/** Packs a folder as other programs do, with compression and the times of the files. */
async function pack(folder: string, target: string): Promise<void> {
  const zip = new ZipFile();
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  )) {
    const path = join(parentPath, name);
    zip.addFile(path, path.slice(folder.length + 1));
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

/** Everything at a place, with when it was changed. */
const stateOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => {
      const { mtimeMs } = statSync(path);
      const bytes = statSync(path).isFile() ? readFileSync(path) : '';
      return [path, mtimeMs, createHash('sha256').update(bytes).digest('hex')];
    });

test('a dataset in any format matches the project that it was written from, as folder, zip and file', async () => {
  const { project } = await newStudy();
  const folder = tempFolder();
  for (const format of FORMATS) {
    const face = FACES[format];
    if (!face) continue;
    const names = face.isSingle
      ? [`one${{ xlsx: '.xlsx', w3c: '.jsonld', refi: '.qdpx' }[String(format)]}`]
      : ['a', 'a.zip'];
    for (const name of names) {
      const target = join(folder, `${format}-${name}`);
      const { files } = await writeFrom(project, target, { format, texts: takesFiles(format) });
      const found = await check(project, target);
      expect(found, target).toMatchObject({ format, matches: true, differences: [], notCompared: [] });
      expect(found.compared).toBe(files.length);
    }
  }
});

test('it knows with which options a dataset was written', async () => {
  const { project, documents, codes } = await newStudy();
  const scope = { ...EVERYTHING, documents: [documents.us, documents.eu] };
  const ofCodes = [{ mode: 'any' as const, codes: [codes.safety], below: true }];
  for (const options of [
    { texts: false },
    { texts: true, scope },
    { texts: true, scope: { ...scope, codes: ofCodes } },
    { texts: true, scope: EVERYTHING },
  ]) {
    const target = join(tempFolder(), 'part');
    await writeFrom(project, target, options);
    expect(await check(project, target)).toMatchObject({ matches: true });
  }
  const file = join(tempFolder(), 'part.jsonld');
  await writeFrom(project, file, { texts: true, scope });
  expect(await check(project, file, { scope })).toMatchObject({ matches: true, version: null });
  expect(await check(project, file)).toMatchObject({
    matches: false,
    differences: [{ path: 'part.jsonld', kind: 'changed' }],
  });
});

test('a coding that was made since is said, with how many rows', async () => {
  const { project, documents, codes, folder } = await exported();
  apply(project, ANNA, documents.us, US, 'A second page', [codes.growth]);
  const before = stateOf(folder);
  const { matches, differences } = await check(project, folder);
  expect(matches).toBe(false);
  const of = (path: string) => differences.find((one) => one.path === path);
  expect(of('codings.csv')).toEqual({
    path: 'codings.csv',
    kind: 'changed',
    rows: { missing: 1, extra: 0, columns: false },
  });
  // The code was there already: the counts of both cases of the document change.
  expect(of('matrix.csv')?.rows).toEqual({ missing: 2, extra: 2, columns: false });
  expect(differences.map(({ path }) => path)).toEqual([
    'codings.csv',
    'matrix.csv',
    'DICTIONARY.md',
    'datapackage.json',
    'SHA256SUMS',
  ]);
  expect(stateOf(folder)).toEqual(before);
  project.undo();
  expect(await check(project, folder)).toMatchObject({ matches: true });
});

test('files that were changed, that are gone and that nobody wrote are named', async () => {
  const { project, documents, folder } = await exported();
  const [text, codes, coders] = [
    `texts/${documents.eu}.txt`,
    join(folder, 'codes.csv'),
    join(folder, 'coders.csv'),
  ];
  writeFileSync(join(folder, text), 'Another text.');
  rmSync(join(folder, 'reviews.csv'));
  writeFileSync(codes, readFileSync(codes, 'utf8').replace('Rights', 'Wrongs'));
  writeFileSync(coders, readFileSync(coders, 'utf8').replace('coder_id', 'id'));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'notes/mine.md'), 'Mine.');
  writeFileSync(join(folder, '.DS_Store'), 'nobody misses it');
  mkdirSync(join(folder, '__pycache__'));
  writeFileSync(join(folder, '__pycache__/load.cpython-313.pyc'), 'nor this');
  const { differences } = await check(project, folder);
  expect(differences).toEqual([
    { path: 'coders.csv', kind: 'changed', rows: { missing: 0, extra: 0, columns: true } },
    { path: 'codes.csv', kind: 'changed', rows: { missing: 1, extra: 1, columns: false } },
    { path: 'reviews.csv', kind: 'missing', rows: null },
    { path: text, kind: 'changed', rows: null },
    { path: 'notes/mine.md', kind: 'extra', rows: null },
  ]);
});

test('a zip that another program packed is compared by what it holds', async () => {
  const { project, folder } = await exported();
  const zip = `${folder}-again.zip`;
  await pack(folder, zip);
  expect(await check(project, zip)).toMatchObject({ matches: true });
  rmSync(join(folder, 'cases.csv'));
  await pack(folder, zip);
  expect(await check(project, zip)).toMatchObject({
    matches: false,
    differences: [{ path: 'cases.csv', kind: 'missing' }],
  });
  const bytes = readFileSync(zip);
  bytes.fill(0xff, 60, 200);
  writeFileSync(zip, bytes);
  await expect(check(project, zip)).rejects.toMatchObject({ code: 'UNREADABLE' });
});

test('what another version of Colligo wrote is compared but for the files that name the version', async () => {
  const { project, folder } = await exported();
  for (const name of ['DICTIONARY.md', 'datapackage.json']) {
    const path = join(folder, name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll('"version": "', '"version": "0.0.').concat('\n'),
    );
  }
  const found = await check(project, folder);
  expect(found).toMatchObject({
    matches: true,
    notCompared: ['DICTIONARY.md', 'datapackage.json', 'SHA256SUMS'],
  });
  expect(found.version).toMatch(/^0\.0\./);
  rmSync(join(folder, 'SHA256SUMS'));
  expect(await check(project, folder)).toMatchObject({
    differences: [{ path: 'SHA256SUMS', kind: 'missing' }],
  });
});

test('what cannot be compared is said', async () => {
  const { project, folder } = await exported();
  const at = (name: string) => join(folder, '..', name);
  writeFileSync(at('no.zip'), 'not a zip');
  mkdirSync(at('empty'));
  cpSync(folder, at('old'), { recursive: true });
  const descriptor = join(at('old'), 'datapackage.json');
  const said = JSON.parse(readFileSync(descriptor, 'utf8'));
  writeFileSync(descriptor, JSON.stringify({ ...said, colligo: { ...said.colligo, scope: 'A part.' } }));
  const expected: [string, string, RegExp][] = [
    ['nowhere', 'NOT_FOUND', /There is no “nowhere”/],
    ['no.zip', 'UNREADABLE', /no zip that can be read/],
    ['empty', 'UNREADABLE', /holds no datapackage\.json/],
    ['old', 'UNREADABLE', /does not say for programs which part/],
  ];
  for (const [name, code, message] of expected) {
    await expect(check(project, at(name))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  }
  await expect(check(await newProject(), folder)).rejects.toMatchObject({ code: 'REFUSED' });
  for (const options of [{ format: 'r' as const }, { scope: EVERYTHING }]) {
    await expect(check(project, folder, options)).rejects.toMatchObject({ code: 'UNREADABLE' });
  }
  const stopped = AbortSignal.abort();
  await expect(check(project, folder, { signal: stopped })).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('rows are told apart whatever their order and wherever the pieces end', () => {
  const cell = fc.constantFrom('a', 'b', '"x\ny"', '"say ""so"""', '🙂', '');
  const row = fc.tuple(cell, cell).map((cells) => cells.join(','));
  fc.assert(
    fc.property(fc.array(row), fc.array(row), fc.integer({ min: 1, max: 7 }), (ours, theirs, size) => {
      const form = { isQuoted: true, hasHeader: true };
      const tally = new RowTally(form);
      for (const [side, rows] of [
        [1, ours],
        [-1, theirs],
      ] as const) {
        const splitter = new RecordSplitter(form, (record) => tally.count(side, record));
        const bytes = Buffer.from(['one,two', ...rows].map((one) => `${one}\n`).join(''));
        for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
        splitter.end();
      }
      const without = (from: readonly string[], what: readonly string[]) => {
        const left = [...what];
        return from.filter((one) => left.indexOf(one) < 0 || !left.splice(left.indexOf(one), 1)).length;
      };
      expect(tally.difference()).toEqual({
        missing: without(ours, theirs),
        extra: without(theirs, ours),
        columns: false,
      });
    }),
    { numRuns: 200 },
  );
});
