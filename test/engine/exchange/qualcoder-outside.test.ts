import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQualCoder } from '../../../src/engine/exchange/qualcoder/read.ts';
import { type RunEvent, runExchange } from '../../../src/engine/exchange/run.ts';
import { smallPdf } from '../kit/pages.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { codingsOf, collect } from './foreign-kit.ts';
import { EVERYTHING, PAGES, points, qualCoder } from './qualcoder-kit.ts';

const A = { owner: 'Coder A', date: '2025-03-01 16:47:05' };
const FULLTEXT = 'Heat plans  need\nmoney.\n\n\fThe grid is\nthe limit.\n';

/** A project that is linked with a PDF and a recording of another computer. */
const linked = (pdf = 'docs:C:/Users/somebody/Texts/Plan.pdf') =>
  qualCoder({
    project: EVERYTHING['project'] ?? [],
    code_name: [{ cid: 1, name: 'Grid', memo: '', catid: null, color: '#A56A16', ...A }],
    source: [
      { id: 1, name: 'Plan', fulltext: FULLTEXT, mediapath: pdf, memo: '', ...A },
      { id: 2, name: 'Call', fulltext: null, mediapath: 'audio:/gone/Call.mp3', memo: '', ...A },
    ],
    code_text: [{ cid: 1, fid: 1, ...points(FULLTEXT, 'The grid is\nthe limit'), memo: '', ...A }],
    code_image: [{ id: 1, cid: 1, x1: 100, y1: 50, width: 80, height: 60, pdf_page: 1, memo: '', ...A }],
  });

function chosen(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts', 'plan.PDF'), smallPdf(PAGES));
  writeFileSync(join(folder, 'Call.mp3'), 'ID3');
  return folder;
}

test('files that a project of QualCoder is linked with are asked for, and found in a folder', async () => {
  const path = linked();
  const last = async (folders: string[]): Promise<RunEvent | undefined> => {
    let event: RunEvent | undefined;
    for await (event of runExchange(await newProject(), { path, ask: true, folders }));
    return event;
  };
  expect(await last([])).toMatchObject({
    type: 'missing',
    files: [
      { name: 'Plan', path: 'C:/Users/somebody/Texts/Plan.pdf', isThere: false },
      { name: 'Call', path: '/gone/Call.mp3', isThere: false },
    ],
  });
  const done = await last([chosen()]);
  expect(done).toMatchObject({ type: 'finished', report: { came: { documents: 1, codings: 2, files: 1 } } });
});

test('with its PDF a text has its pages, and the parts of them that are coded', async () => {
  const without = await collect(readQualCoder, linked());
  expect(codingsOf(without).map(({ words }) => words)).toEqual(['The grid is\nthe limit']);
  expect(without.said).toContain('left: A coded part of a page could not be placed. (Plan)');
  const found = await collect(readQualCoder, linked(), { folders: [chosen()] });
  expect(codingsOf(found).map(({ words }) => words)).toEqual([
    PAGES[1]?.slice(0, -1),
    'page 2: 100,50,80,60',
  ]);
  expect(found.document('Plan').read.mediaType).toBe('application/pdf');
});

test('where it is allowed a file is read where the project says, else not', async () => {
  const folder = chosen();
  const path = linked(`docs:${join(folder, 'texts', 'plan.PDF')}`);
  const careful = await collect(readQualCoder, path);
  expect(careful.of('missing').map(({ name, isThere }) => [name, isThere])).toEqual([
    ['Plan', true],
    ['Call', false],
  ]);
  expect(careful.document('Plan').read.mediaType).toBe('text/plain');
  const allowed = await collect(readQualCoder, path, { elsewhere: true });
  expect(allowed.document('Plan').read.mediaType).toBe('application/pdf');
});
