import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { REFI_PROFILES } from '../../../src/contract/exports.ts';
import { Gathered } from '../../../src/engine/exchange/carry/gather.ts';
import { ReportBook } from '../../../src/engine/exchange/carry/report.ts';
import { writeGathered } from '../../../src/engine/exchange/carry/write.ts';
import { readRefi } from '../../../src/engine/exchange/refi/read/read.ts';
import type { Actor } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { ANNA, newProject, open, tempFolder } from '../kit/project.ts';
import { makeSample } from '../sample/kit.ts';
import { build, SPEC } from './refi-write-generate.ts';
import { exportRefi, newWhole, schema } from './refi-write-kit.ts';
import { snapshotOf } from './refi-write-snapshot.ts';

// Whole projects are written and read again, on machines that may be busy with others.
vi.setConfig({ testTimeout: 300_000 });

/** Reads a .qdpx into a new project, as somebody who coded in it; @returns it with what the report says */
async function imported(
  path: string,
  actor: Actor,
): Promise<{ project: Project; lines: ReturnType<ReportBook['lines']> }> {
  const project = await newProject(actor);
  const { lines } = await takeIn(project, path);
  return { project, lines };
}

/** Reads a .qdpx into a project; @returns what the report says, and whether anything was there to do */
async function takeIn(project: Project, path: string) {
  const gathered = new Gathered();
  const book = new ReportBook();
  const context = { language: 'en', documents: [], codes: [], onProgress: () => undefined };
  for await (const piece of readRefi(path, context)) gathered.take(project.db, piece, book);
  const { step } = project.write({ code: 'projects.import', label: 'Import' }, [], (writing) =>
    writeGathered(writing, gathered, book, true),
  );
  return { lines: book.lines(), step };
}

/** That a project comes back from its own export as it was, and that the export is valid where the schema is there. */
async function comesBack(project: Project): Promise<void> {
  const { path, qde } = await exportRefi(project);
  const xsd = schema();
  if (xsd !== null) {
    const xml = [{ fileName: 'project.qde', contents: qde }];
    const { errors } = await validateXML({ xml, schema: [xsd], maxMemoryPages: 16384 });
    expect(errors).toEqual([]);
  }
  const coder = project.db.one<Actor>(sql`SELECT id, name FROM coders ORDER BY id LIMIT 1`);
  const back = await imported(path, coder);
  expect(snapshotOf(back.project)).toEqual(snapshotOf(project));
  expect(back.lines).toEqual([]);
}

test('a project with one of everything comes back from its own export as it was, and nothing is remarked', async () => {
  const { project } = await newWhole();
  await comesBack(project);
});

test('the sample project comes back from its own export as it was', async () => {
  const path = await makeSample(tempFolder());
  await comesBack(await open(path));
});

test('whatever a project holds comes back from its own export', async () => {
  await fc.assert(
    fc.asyncProperty(SPEC, async (spec) => {
      await comesBack(await build(spec));
    }),
    { numRuns: 25 },
  );
}, 600_000);

test('what a project wrote itself changes nothing in it', async () => {
  const { project } = await newWhole();
  const { path } = await exportRefi(project);
  const before = snapshotOf(project);
  expect((await takeIn(project, path)).step).toBeNull();
  expect(snapshotOf(project)).toEqual(before);
});

test('texts, codes and the places of words come back from what was written for other programs, too', async () => {
  const { project } = await newWhole();
  const { codings, passages, documents } = snapshotOf(project);
  const words = (all: typeof passages) =>
    all
      .filter(({ kind }) => kind === 'span')
      .map(({ document_id, start_offset, end_offset }) => `${document_id} ${start_offset} ${end_offset}`)
      .sort();
  const bare = (all: typeof codings) => all.map(({ code_id, coder_id }) => `${code_id} ${coder_id}`).sort();
  const texts = (all: typeof documents) =>
    all.map(({ id, title, text_sha256 }) => `${id} ${title} ${text_sha256}`);
  for (const profile of REFI_PROFILES) {
    const { path } = await exportRefi(project, { profile, plain: true });
    const back = snapshotOf((await imported(path, ANNA)).project);
    expect(texts(back.documents), profile).toEqual(texts(documents));
    expect(words(back.passages), profile).toEqual(words(passages));
    expect(bare(back.codings), profile).toEqual(bare(codings));
  }
});
