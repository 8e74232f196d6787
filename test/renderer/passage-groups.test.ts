import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteRow } from '../../src/contract/passages.ts';
import { progressOf } from '../../src/renderer/library/progress.ts';
import { groupsOf, passageOf, rowKey } from '../../src/renderer/passages/groups.ts';
import { GROUPINGS } from '../../src/renderer/passages/view.ts';
import { kindOf } from '../../src/renderer/search/find.ts';
import { groupHits } from '../../src/renderer/search/groups.ts';

const names = {
  code: (id: string | null) => id ?? 'none',
  coder: (id: string) => id,
  section: ({ section }: QuoteRow) => section,
};

const row = fc
  .record({
    documentId: fc.constantFrom('d1', 'd2'),
    section: fc.constantFrom('', 'A', 'A / B'),
    codings: fc.array(
      fc.record({ codeId: fc.constantFrom('k1', 'k2', 'k3'), coderId: fc.constantFrom('p1', 'p2') }),
      { maxLength: 4 },
    ),
  })
  .map((each) => ({ ...each, documentTitle: each.documentId }));
const rows = fc
  .array(row, { maxLength: 20 })
  .map((all) => all.map((each, index) => ({ ...each, id: `row-${index}` }) as unknown as QuoteRow));

test('no passage is dropped, keys are unique, and lead back to the passage', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...GROUPINGS), (all, by) => {
      const groups = groupsOf(all, by, names, ['k2', 'k1', 'k3']);
      const keys = groups.flatMap((group) => group.rows.map((each) => rowKey(group, each)));
      expect(new Set([...keys, ...groups.map(({ key }) => key)]).size).toBe(keys.length + groups.length);
      expect(new Set(keys.map(passageOf))).toEqual(new Set(all.map(({ id }) => id)));
      for (const group of groups) expect(group.rows).toEqual(all.filter((each) => group.rows.includes(each)));
    }),
  );
});

test('groups by code stand in the order of the codebook', () => {
  const coded = (id: string, ...codes: string[]) =>
    ({ id, codings: codes.map((codeId) => ({ codeId, coderId: 'p1' })) }) as unknown as QuoteRow;
  const groups = groupsOf([coded('1', 'k1'), coded('2', 'k1', 'k2'), coded('3')], 'code', names, [
    'k2',
    'k1',
  ]);
  expect(groups.map(({ title, rows: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['k2', ['2']],
    ['k1', ['1', '2']],
    ['none', ['3']],
  ]);
});

test('places found stand under their documents', () => {
  const hit = (documentId: string, start: number) => ({
    ...{ documentId, documentTitle: `Plan ${documentId}`, language: 'en' },
    ...{ start, end: start + 4, before: '', match: 'hall', after: '' },
  });
  const groups = groupHits([hit('1', 3), hit('1', 9), hit('2', 3)]);
  expect(groups.map(({ title, hits }) => [title, hits.length])).toEqual([
    ['Plan 1', 2],
    ['Plan 2', 1],
  ]);
  expect(new Set(groups.flatMap(({ hits }) => hits.map(({ key }) => key))).size).toBe(3);
});

test('what is written without spaces is looked for inside words', () => {
  expect(kindOf('duty', false)).toBe('words');
  expect(kindOf('duty', true)).toBe('substring');
  expect(kindOf('人工智能', false)).toBe('substring');
});

test('a document is done when every code is judged', () => {
  expect(progressOf(0, 0, 12)).toBe('none');
  expect(progressOf(3, 1, 12)).toBe('some');
  expect(progressOf(0, 12, 12)).toBe('all');
  expect(progressOf(0, 0, 0)).toBe('none');
});
