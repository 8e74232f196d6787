import { expect, test } from 'vitest';
import { hitsIn } from '../../../src/engine/search/hits.ts';
import { parseQuery } from '../../../src/engine/search/query.ts';
import { searchText } from '../../../src/engine/search/search.ts';
import { addText } from '../kit/documents.ts';
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

test('what the index finds and what is marked agree, in document order', async () => {
  const project = await newProject();
  addText(project, 'One', '😀 Compute matters.\n\nNothing here.\n\nMore COMPUTE, and compute.');
  addText(project, 'Two', 'Computers are not it. 计算能力 though.');
  const { hits, total } = searchText(project.db, 'compute', 10);
  expect(total).toBe(3);
  expect(hits.map((hit) => [hit.documentTitle, hit.match])).toEqual([
    ['One', 'Compute'],
    ['One', 'COMPUTE'],
    ['One', 'compute'],
  ]);
  expect(hits[0]?.start).toBe(3);
  expect(searchText(project.db, 'compute', 1).hits).toHaveLength(1);
  expect(searchText(project.db, '计算', 10).hits.map((hit) => hit.match)).toEqual(['计算']);
  expect(searchText(project.db, 'it" OR "x', 10).total).toBe(0);
});

test('a document that was removed is not found, and found again after undo', async () => {
  const project = await newProject();
  addText(project, 'One', 'Compute matters.');
  project.undo();
  expect(searchText(project.db, 'compute', 10).total).toBe(0);
  project.redo();
  expect(searchText(project.db, 'compute', 10).total).toBe(1);
});
