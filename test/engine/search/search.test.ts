import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { hitsIn } from '../../../src/engine/search/hits.ts';
import { parseQuery } from '../../../src/engine/search/query.ts';
import { type SearchRequest, search } from '../../../src/engine/search/search.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { newProject } from '../kit/project.ts';

const marked = (body: string, query: string) =>
  hitsIn(body, parseQuery(query)).map(({ start, end }) => body.slice(start, end));

test('words are whole words, in any case and with or without accents', () => {
  expect(marked('Art, the smart ÁRT of arts', 'art')).toEqual(['Art', 'ÁRT']);
  expect(marked('Art, the smart art of arts', 'art*')).toEqual(['Art', 'art', 'arts']);
  expect(marked('un café, deux cafe\u0301s', 'CAFE*')).toEqual(['café', 'cafe\u0301s']);
});

test('a phrase is its words in a row, whatever stands between them; all terms must occur', () => {
  expect(marked('data centre; data-centre, centre data', '"data centre"')).toEqual([
    'data centre',
    'data-centre',
  ]);
  expect(marked('data centres and grids', '"data cent"*')).toEqual(['data centres']);
  expect(marked('data and grids', 'data chips')).toEqual([]);
  expect(parseQuery('"" ** -- “”')).toEqual([]);
});

test('scripts without spaces are found inside their runs', () => {
  expect(marked('人工智能行动计划', '智能')).toEqual(['智能']);
  expect(marked('แผนปฏิบัติการ', 'ปฏิบัติ')).toEqual(['ปฏิบัติ']);
});

/** @returns all that a search tells, put together */
function searched({ db }: Project, query: string, request: Partial<SearchRequest> = {}) {
  const batches = [...search(db, { query, kind: 'words', limit: 10, ...request })].filter(
    (one) => one !== null,
  );
  const last = batches.at(-1);
  expect(batches.map(({ done }) => done).indexOf(true)).toBe(batches.length - 1);
  expect(last?.searched).toBe(last?.documents);
  return { hits: batches.flatMap(({ hits }) => hits), total: last?.total, batches };
}

test('what the index finds and what is marked agree, in document order', async () => {
  const project = await newProject();
  addText(project, 'One', '😀 Compute matters.\n\nNothing here.\n\nMore COMPUTE, and compute.');
  addText(project, 'Two', 'Computers are not it. 计算能力 though.');
  const { hits, total } = searched(project, 'compute');
  expect(total).toBe(3);
  expect(hits.map((hit) => [hit.documentTitle, hit.match])).toEqual([
    ['One', 'Compute'],
    ['One', 'COMPUTE'],
    ['One', 'compute'],
  ]);
  expect(hits[0]?.start).toBe(3);
  expect(searched(project, 'compute', { limit: 1 }).hits).toHaveLength(1);
  expect(searched(project, '计算').hits.map((hit) => hit.match)).toEqual(['计算']);
  expect(searched(project, 'it" OR "x').total).toBe(0);
});

test('a document that was removed is not found, and found again after undo', async () => {
  const project = await newProject();
  addText(project, 'One', 'Compute matters.');
  project.undo();
  expect(searched(project, 'compute').total).toBe(0);
  project.redo();
  expect(searched(project, 'compute').total).toBe(1);
});

test('a part of a word is found anywhere, in any script and across lines, but not across paragraphs', async () => {
  const project = await newProject();
  addText(project, 'Plan', '到2030年，人工智能\n产业规模 reaches COMPUTE.\n\nEnd of\n\nit.');
  const matches = (query: string) =>
    searched(project, query, { kind: 'substring' }).hits.map((hit) => hit.match);
  expect(matches('工智')).toEqual(['工智']);
  expect(matches('智能 产业')).toEqual(['智能\n产业']);
  expect(matches('ompute')).toEqual(['OMPUTE']);
  expect(matches('２０３０')).toEqual(['2030']);
  expect(matches('of it')).toEqual([]);
  expect(matches('nowhere')).toEqual([]);
  expect(searched(project, '工智', { kind: 'substring' }).hits[0]).toMatchObject({
    before: '到2030年，人',
    language: 'en',
  });
});

test('a scope chooses the documents, and the passages that a hit has to touch', async () => {
  const project = await newProject();
  const one = addText(project, 'One', 'Compute matters. More compute.');
  addText(project, 'Two', 'Compute again.');
  const code = createCode(project, { name: 'A', parentId: null }).result;
  applyCodes(project, { document: one, start: 0, end: 3, codes: [code] });
  const found = (part: Partial<Scope>, kind: SearchRequest['kind'] = 'words') =>
    searched(project, 'compute', {
      kind,
      scope: { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '', ...part },
    });
  expect(found({}).total).toBe(3);
  expect(found({ documents: [one] }).hits.map((hit) => hit.start)).toEqual([0, 22]);
  expect(found({ documents: [one] }).batches.at(-1)?.documents).toBe(1);
  const codes = [{ mode: 'any' as const, codes: [code], below: false }];
  for (const kind of ['words', 'substring'] as const) {
    expect(found({ codes }, kind).hits.map((hit) => [hit.documentTitle, hit.start])).toEqual([['One', 0]]);
  }
});

test('the first hits come before the search has ended, and what is beyond the limit is counted', async () => {
  const project = await newProject();
  for (let number = 0; number < 6; number++)
    addText(project, `Text ${number}`, `Number ${number} of compute.`);
  const { batches, hits, total } = searched(project, 'compute', { limit: 4 });
  expect(batches[0]).toMatchObject({ searched: 1, documents: 6, total: 1, done: false });
  expect(hits.map((hit) => hit.documentTitle)).toEqual(['Text 0', 'Text 1', 'Text 2', 'Text 3']);
  expect(total).toBe(6);
});

test('words that a line end broke are found in what was published as pages, and nowhere else', async () => {
  const project = await newProject();
  const text = 'We support star-\ntups in the long-\nterm plan of gover-\nnance.';
  addPages(project, 'Printed', [{ text }]);
  addText(project, 'Written', text);
  const matches = (query: string, kind: SearchRequest['kind'] = 'words') =>
    searched(project, query, { kind }).hits.map((hit) => [hit.documentTitle, hit.match]);
  for (const query of ['startups', 'startup*', '"support startups"']) {
    expect(matches(query)).toEqual([
      ['Printed', query.startsWith('"') ? 'support star-\ntups' : 'star-\ntups'],
    ]);
  }
  expect(matches('startups governance')).toEqual([
    ['Printed', 'star-\ntups'],
    ['Printed', 'gover-\nnance'],
  ]);
  expect(matches('long-term')).toEqual([
    ['Printed', 'long-\nterm'],
    ['Written', 'long-\nterm'],
  ]);
  expect(matches('tups')).toHaveLength(2);
  expect(matches('startups', 'substring')).toEqual([['Printed', 'star-\ntups']]);
  expect(matches('long-term plan', 'substring')).toEqual([['Printed', 'long-\nterm plan']]);
});
