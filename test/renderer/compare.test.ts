import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedTable } from '../../src/contract/cells.ts';
import type { CodeRow } from '../../src/contract/codes.ts';
import type { CompareCell } from '../../src/contract/compare.ts';
import type { Scope } from '../../src/contract/scope.ts';
import { csvOf } from '../../src/renderer/compare/csv.ts';
import { shadesOf, stepOf } from '../../src/renderer/compare/heat.ts';
import { moved } from '../../src/renderer/compare/move.ts';
import {
  type Arranged,
  countJudgements,
  extremes,
  judgementOf,
  sheetOf,
} from '../../src/renderer/compare/sheet.ts';
import { placesInSight } from '../../src/renderer/compare/useSight.ts';
import type { Words } from '../../src/renderer/compare/words.ts';
import { inputOf } from '../../src/renderer/passages/cell.ts';
import { arraysOf } from './cells.ts';

const code = (id: string, parentId: string | null = null, codable = true): CodeRow => ({
  id,
  parentId,
  name: id.toUpperCase(),
  path: parentId === null ? id : `${parentId} / ${id}`,
  depth: parentId === null ? 0 : 1,
  definition: '',
  useWhen: '',
  useNotWhen: '',
  example: '',
  colour: '#808080',
  codable,
  passages: 0,
  documents: 0,
});

const CODES = [code('theme', null, false), code('a', 'theme'), code('b', 'theme'), code('c')];

const cell = (row: number, column: number, spans: number, presence: 0 | 1 | null = 1): CompareCell => ({
  row,
  column,
  spans,
  codings: spans * 2,
  words: spans * 10,
  presence,
});

/** a: 3 in one, absent in two; b: 5 in two, nobody has looked in one; c: nothing anywhere. */
const TABLE: CountedTable = {
  columns: [
    { id: 'one', title: '=One, "1"', documents: ['d1'], words: 100 },
    { id: 'two', title: 'Two', documents: ['d2', 'd3'], words: 400 },
  ],
  words: 500,
  codes: CODES.map(({ id }) => id),
  cells: arraysOf([cell(1, 0, 3), cell(1, 1, 0, 0), cell(2, 1, 5), cell(3, 0, 0, 0)], 2),
  rows: [cell(1, -1, 3), cell(2, -1, 5), cell(3, -1, 0, null)],
  all: [cell(-1, 0, 3), cell(-1, 1, 5)],
};

const PLAIN: Arranged = {
  measure: 'passages',
  rollUp: false,
  hideEmpty: false,
  branch: null,
  sorting: null,
};

const sheet = (arranged: Partial<Arranged> = {}) => sheetOf(TABLE, CODES, 500, { ...PLAIN, ...arranged });
const names = (arranged: Partial<Arranged>) => sheet(arranged).rows.map((row) => row.code.id);

test('rows stand as the codebook has them, as a branch of it, or without what has no passage', () => {
  expect(names({})).toEqual(['theme', 'a', 'b', 'c']);
  expect(names({ branch: 'theme' })).toEqual(['theme', 'a', 'b']);
  expect(names({ branch: 'gone' })).toEqual(['theme', 'a', 'b', 'c']);
  expect(names({ hideEmpty: true })).toEqual(['a', 'b']);
});

test('sorted by a column, what is there comes before what is absent, and that before what nobody judged', () => {
  expect(names({ sorting: { column: 'one', descending: true } })).toEqual(['a', 'c', 'b', 'theme']);
  expect(names({ sorting: { column: 'two', descending: true } })).toEqual(['b', 'a', 'c', 'theme']);
  expect(names({ sorting: { column: 'all', descending: false } })).toEqual(['theme', 'c', 'a', 'b']);
  expect(names({ sorting: { column: 'gone', descending: true } })).toEqual(['theme', 'a', 'b', 'c']);
});

test('cells are counted as present, absent or not judged; what cannot be applied is none of these', () => {
  expect(countJudgements(sheet())).toEqual({ present: 2, absent: 2, not_judged: 2, blank: 2 });
  expect(countJudgements(sheet({ rollUp: true })).blank).toBe(0);
});

/** Cells by code and column; null is left out, as nobody has judged. */
const SPANS = fc.array(fc.array(fc.option(fc.nat(3), { freq: 2 }), { minLength: 5, maxLength: 5 }), {
  minLength: CODES.length,
  maxLength: CODES.length,
});

test('cells that are kept in flat arrays are those that were counted, and their kinds add up', () => {
  fc.assert(
    fc.property(SPANS, fc.boolean(), (spans, rollUp) => {
      const cells = spans.flatMap((row, code) =>
        row.flatMap((places, column) =>
          places === null ? [] : [cell(code, column, places, places > 0 ? 1 : 0)],
        ),
      );
      const columns = Array.from({ length: 5 }, (_, at) => ({ ...TABLE.columns[0], id: `c${at}` }));
      const table = { ...TABLE, columns: columns as CountedTable['columns'], cells: arraysOf(cells, 5) };
      const made = sheetOf(table, CODES, 500, { ...PLAIN, rollUp });
      const kinds = { present: 0, absent: 0, not_judged: 0, blank: 0 };
      for (const [place, { cells: own, counts }] of made.rows.entries()) {
        const seen: CompareCell[] = [];
        own.forEach((one) => {
          seen.push(one);
        });
        expect(seen).toEqual(cells.filter(({ row }) => row === place));
        for (const column of columns.keys()) {
          const found = own.get(column);
          expect(found).toEqual(cells.find((one) => one.row === place && one.column === column));
          kinds[judgementOf(found, counts)]++;
        }
      }
      expect(countJudgements(made)).toEqual(kinds);
    }),
  );
});

test('the commonest code and the rarest are named where they are different, and alone', () => {
  const { most, fewest } = extremes(sheet());
  expect([most?.code.id, fewest?.code.id]).toEqual(['b', 'a']);
  const none = extremes(sheetOf({ ...TABLE, rows: [] }, CODES, 0, PLAIN));
  expect(none).toEqual({ most: null, fewest: null });
  const equal = extremes(sheetOf({ ...TABLE, rows: [cell(1, -1, 2), cell(2, -1, 2)] }, CODES, 0, PLAIN));
  expect([equal.most?.code.id, equal.fewest]).toEqual(['a', null]);
});

test('shades grow with the numbers, equal numbers have one shade, and every number lies within its own', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(numbers, (all) => {
      const shades = shadesOf(all);
      expect(shades.map(({ step }) => step)).toEqual([...new Set(shades.map(({ step }) => step))].toSorted());
      for (const number of all) {
        const shade = shades.find(({ step }) => step === stepOf(shades, number));
        expect(shade?.from).toBeLessThanOrEqual(number);
        expect(shade?.to).toBeGreaterThanOrEqual(number);
      }
    }),
  );
  expect(shadesOf([])).toEqual([]);
  expect(shadesOf([2, 2, 2]).map(({ step }) => step)).toEqual([1]);
});

test('keys go about in the table, its titles and its totals, and stop at its ends', () => {
  const extent = { rows: 10, columns: 3, page: 4 };
  const go = (row: number, column: number, key: string, far = false, mirrored = false) => {
    const to = moved({ row, column }, key, far, extent, mirrored);
    return to === null ? null : [to.row, to.column];
  };
  expect(go(0, 0, 'ArrowUp')).toEqual([-1, 0]);
  expect(go(-1, 0, 'ArrowUp')).toEqual([-1, 0]);
  expect(go(0, 0, 'ArrowLeft')).toEqual([0, -1]);
  expect(go(0, 0, 'ArrowLeft', false, true)).toEqual([0, 1]);
  expect(go(9, 2, 'ArrowDown')).toEqual([10, 2]);
  expect(go(5, 1, 'Home')).toEqual([5, -1]);
  expect(go(5, 1, 'End')).toEqual([5, 3]);
  expect(go(5, 1, 'Home', true)).toEqual([0, 0]);
  expect(go(5, 1, 'End', true)).toEqual([10, 3]);
  expect(go(8, 1, 'PageDown')).toEqual([9, 1]);
  expect(go(2, 1, 'PageUp')).toEqual([0, 1]);
  expect(go(2, 1, 'x')).toBeNull();
});

test('what is in sight is drawn, with a few beside it, and the one that has the focus wherever it is', () => {
  expect(placesInSight(3, 10, 0, 100, -1)).toEqual([0, 1, 2]);
  const far = placesInSight(2000, 10, 5000, 100, 3);
  expect(far[0]).toBe(3);
  expect(far).toContain(500);
  expect(far.length).toBeLessThan(25);
  expect(placesInSight(0, 10, 0, 100, 0)).toEqual([]);
});

test('as CSV absence is 0, what nobody judged is empty, and no title is a formula', () => {
  const words = { column: ({ title }: { title: string }) => title } as unknown as Words;
  expect(csvOf(sheet(), 'passages', words, { code: 'Code', total: 'All' })).toBe(
    [`Code,"'=One, ""1""",Two,All`, 'theme,,,', 'theme / a,3,0,3', 'theme / b,,5,5', 'c,0,,0', ''].join(
      '\r\n',
    ),
  );
  expect(csvOf(sheet(), 'share', words, { code: 'Code', total: 'All' })).toContain('theme / b,,0.125,0.1');
  const [{ words: length = 0 } = {}] = sheet().columns.slice(1);
  expect(csvOf(sheet(), 'density', words, { code: 'Code', total: 'All' })).toContain(
    `theme / b,,${(5 / length) * 10_000},`,
  );
});

test('a cell is asked for within the scope, and not at all where the scope leaves none of its documents', () => {
  const scope: Scope = { documents: [], cases: ['k'], attributes: [], codes: [], coders: [], text: '' };
  const cellOf = { name: '', codes: ['a'], below: true, documents: ['d2', 'd3'], coder: null };
  expect(inputOf(cellOf, scope)).toEqual({
    code: 'a',
    below: true,
    scope: { ...scope, documents: ['d2', 'd3'] },
  });
  expect(inputOf(cellOf, { ...scope, documents: ['d3', 'd9'] })?.scope.documents).toEqual(['d3']);
  expect(inputOf(cellOf, { ...scope, documents: ['d9'] })).toBeNull();
  expect(inputOf({ ...cellOf, codes: ['a', 'c'], documents: null, coder: 'x' }, scope)).toEqual({
    coder: 'x',
    scope: { ...scope, codes: [{ mode: 'any', codes: ['a', 'c'], below: true }] },
  });
});
