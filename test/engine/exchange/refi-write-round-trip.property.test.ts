import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { Gathered } from '../../../src/engine/exchange/carry/gather.ts';
import { ReportBook } from '../../../src/engine/exchange/carry/report.ts';
import { writeGathered } from '../../../src/engine/exchange/carry/write.ts';
import { readRefi } from '../../../src/engine/exchange/refi/read/read.ts';
import type { Actor } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newProject, open, tempFolder } from '../kit/project.ts';
import { makeSample } from '../sample/kit.ts';
import { build, SPEC } from './refi-write-generate.ts';
import { exportRefi, newWhole, schema } from './refi-write-kit.ts';
import { snapshotOf } from './refi-write-snapshot.ts';

/** Reads a .qdpx into a new project, as somebody who coded in it; @returns it with what the report says */
async function imported(
  path: string,
  actor: Actor,
): Promise<{ project: Project; lines: ReturnType<ReportBook['lines']> }> {
  const project = await newProject(actor);
  const gathered = new Gathered();
  const book = new ReportBook();
  const context = { language: 'en', documents: [], codes: [], onProgress: () => undefined };
  for await (const piece of readRefi(path, context)) gathered.take(project.db, piece, book);
  project.write({ code: 'projects.import', label: 'Import' }, [], (writing) =>
    writeGathered(writing, gathered, book, true),
  );
  return { project, lines: book.lines() };
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
}, 120_000);
