import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExchangeReport } from '../../../src/contract/exchange.ts';
import { type ExchangeRequest, type RunEvent, runExchange } from '../../../src/engine/exchange/run.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { smallPdf } from '../kit/pages.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { guid, projectXml, zipped } from './refi-read-kit.ts';

/** Two texts, a PDF and a recording that lie elsewhere, and a text that is in the project. */
const SOURCES = [
  `<TextSource guid="${guid(21)}" name="Here" plainTextPath="internal://here.txt"/>`,
  `<TextSource guid="${guid(22)}" name="Plan" plainTextPath="relative:///Texts/plan.txt"/>`,
  `<TextSource guid="${guid(23)}" name="Law" plainTextPath="absolute:///C:/Users/somebody/2020/law.txt"/>`,
  `<PDFSource guid="${guid(24)}" name="Printed plan" path="internal://${guid(24)}.pdf" currentPath="absolute:///C:/Users/somebody/printed.pdf"/>`,
  `<AudioSource guid="${guid(25)}" name="Talk" path="absolute:///gone/talk.mp3"/>`,
].join('');

async function made(): Promise<string> {
  const path = join(tempFolder(), 'study.qdpx');
  writeFileSync(
    path,
    await zipped({ 'project.qde': projectXml({ sources: SOURCES }), 'sources/here.txt': 'Words here.' }),
  );
  return path;
}

async function last(project: Project, request: ExchangeRequest): Promise<RunEvent | undefined> {
  let event: RunEvent | undefined;
  for await (event of runExchange(project, request));
  return event;
}

const missed = (event: RunEvent | undefined) =>
  event?.type === 'missing' ? event.files.map(({ name }) => name) : event?.type;

const titles = ({ db }: Project) =>
  db.all<{ title: string }>(sql`SELECT title FROM documents ORDER BY title`).map(({ title }) => title);

const reportOf = (event: RunEvent | undefined): ExchangeReport => {
  if (event?.type !== 'finished') throw new Error('the import did not come to its end');
  return event.report;
};

/** A folder with what is missing, written as another system would, and with files that only look like it. */
function folderWith(...names: readonly string[]): string {
  const folder = tempFolder();
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith('.pdf') ? smallPdf(['Printed.']) : `Words of ${name}.`);
  }
  return folder;
}

test('files that are missing are told before anything is written, and found in a folder that is chosen', async () => {
  const project = await newProject();
  const path = await made();
  const before = dump(project.db);
  const asked = await last(project, { path, ask: true });
  expect(asked).toMatchObject({
    type: 'missing',
    files: [
      { name: 'Plan', path: 'relative:///Texts/plan.txt', isThere: false },
      { name: 'Law', path: 'absolute:///C:/Users/somebody/2020/law.txt', isThere: false },
      { name: 'Printed plan', isThere: false },
      { name: 'Talk', path: 'absolute:///gone/talk.mp3', isThere: false },
    ],
  });
  expect(dump(project.db)).toBe(before);
  // Deep in it, in other letters; of two of one name the one whose folders agree further.
  const first = folderWith('a/b/PLAN.txt', '2019/law.txt', '2020/Law.txt', 'notes.txt');
  expect(missed(await last(project, { path, ask: true, folders: [first] }))).toEqual([
    'Printed plan',
    'Talk',
  ]);
  expect(dump(project.db)).toBe(before);
  const second = folderWith('printed.pdf', 'talk.mp3');
  const report = reportOf(await last(project, { path, ask: true, folders: [first, second] }));
  expect(report.came).toMatchObject({ documents: 4, files: 2 });
  expect(report.lines).toContainEqual({
    what: 'mended',
    message: 'A file that was missing was found in a folder that was chosen for it.',
    count: 4,
    subjects: ['Plan', 'Law', 'Printed plan', 'Talk'],
  });
  const texts = project.db.all<{ body: string }>(sql`SELECT body FROM texts`).map(({ body }) => body);
  expect(texts).toContain('Words of 2020/Law.txt.');
});

test('without them the rest comes, and the report names each', async () => {
  const project = await newProject();
  const path = await made();
  const report = reportOf(await last(project, { path, ask: false }));
  expect(titles(project)).toEqual(['Here']);
  const left = report.lines.filter(({ what }) => what === 'left').flatMap(({ subjects }) => subjects);
  expect(left).toContain('Law (absolute:///C:/Users/somebody/2020/law.txt)');
  // What nobody misses is not asked for.
  const whole = join(tempFolder(), 'whole.qdpx');
  const sources = `<TextSource guid="${guid(21)}" name="Here" richTextPath="internal://here.docx"><PlainTextContent>Words.</PlainTextContent></TextSource>`;
  writeFileSync(whole, await zipped({ 'project.qde': projectXml({ sources }) }));
  expect((await last(await newProject(), { path: whole, ask: true }))?.type).toBe('finished');
});

test('two files that agree alike with the path are not guessed between', async () => {
  const folder = folderWith('one/plan.txt', 'two/plan.txt');
  const path = await made();
  expect(missed(await last(await newProject(), { path, ask: true, folders: [folder] }))).toContain('Plan');
  rmSync(join(folder, 'two'), { recursive: true });
  expect(missed(await last(await newProject(), { path, ask: true, folders: [folder] }))).not.toContain(
    'Plan',
  );
});

test('files that lie elsewhere on this computer are read with leave only', async () => {
  const folder = folderWith('plan.txt');
  const path = join(tempFolder(), 'study.qdpx');
  const sources = `<TextSource guid="${guid(22)}" name="Plan" plainTextPath="absolute://${join(folder, 'plan.txt')}"/>`;
  writeFileSync(path, await zipped({ 'project.qde': projectXml({ sources }) }));
  const project = await newProject();
  const asked = await last(project, { path, ask: true });
  expect(asked).toMatchObject({ type: 'missing', files: [{ name: 'Plan', isThere: true }] });
  expect(reportOf(await last(project, { path, ask: true, elsewhere: true })).came.documents).toBe(1);
});
