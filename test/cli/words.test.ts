import { beforeEach, expect, it } from 'vitest';
import type { WordContext, WordList } from '../../src/contract/words.ts';
import { type Place, projectPlace } from './kit/place.ts';

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
});

/** Words cut anew from the text of a document, as the dataset writes it out. */
const cut = (text: string): string[] =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase().replaceAll('’', "'"));

it('counts the words that the list of documents counts', async () => {
  const all = await place.json<WordList>('words', 'p.colligo', '--all-words', '--limit', '100000');
  expect(all.rows.reduce((sum, { count }) => sum + count, 0)).toBe(all.words);
  const table = await place.json<{ words: number }>('table', 'p.colligo', '--columns', 'document');
  expect(all.words).toBe(table.words);
  const listed = await place.json<WordList>('words', 'p.colligo', '--limit', '100000');
  expect(listed.counted).toBeLessThan(all.counted);
  expect(listed.words).toBe(all.words);
  expect(listed.rows.map(({ word }) => word)).not.toContain('the');
  const kept = await place.json<WordList>('words', 'p.colligo', '--keep', 'the', '--stop', 'compute');
  const words = kept.rows.map(({ word }) => word);
  expect([words.includes('the'), words.includes('compute')]).toEqual([true, false]);
});

it('finds each word as often as it was counted, and shows it between its neighbours', async () => {
  const { rows } = await place.json<WordList>('words', 'p.colligo', '--document', 'north', '--limit', '3');
  for (const { word, count } of rows) {
    const context = await place.json<WordContext>(
      ...['kwic', 'p.colligo', word, '--kind', 'form', '--document', 'north', '--sort', 'left1'],
    );
    expect([context.total, context.rows.length]).toEqual([count, count]);
    for (const { match } of context.rows) expect(cut(match)).toEqual([word]);
  }
  const text = await place.ok('kwic', 'p.colligo', 'machine', '--limit', '1');
  expect(text).toMatch(/^ {2,}.* {2}machines? {2}.* ¶ \d+$/im);
  expect(text).toMatch(/^\d+ places? in \d+ documents?(; the first 1 are shown)?\.$/m);
});

it('compares a document with the others', async () => {
  const { columns } = await place.json<{ columns: { id: string; title: string }[] }>(
    ...['table', 'p.colligo', '--columns', 'document'],
  );
  const title = columns.find((column) => column.title.includes('Northland'))?.title ?? '';
  const list = await place.json<WordList>(
    ...['words', 'p.colligo', '--columns', 'document', '--group', title, '--limit', '5'],
  );
  expect(list.group).toBeGreaterThan(0);
  expect(list.rows.every(({ key }) => key !== null && key.logRatio > 0)).toBe(true);
  const csv = await place.ok('words', 'p.colligo', '--columns', 'document', '--group', title, '--csv');
  const [header, first = ''] = csv.split('\n');
  expect(header?.trimEnd()).toBe('word,count,per_10000,documents,dispersion,group_count,g2,log_ratio');
  expect(first).toContain(list.rows[0]?.word);
  expect(await place.fails(1, 'words', 'p.colligo', '--group', 'Nowhere')).toContain('There is');
  await place.fails(2, 'words', 'p.colligo', '--sort', 'key');
  await place.fails(2, 'words', 'p.colligo', '--csv', '--json');
  await place.fails(2, 'kwic', 'p.colligo');
});
