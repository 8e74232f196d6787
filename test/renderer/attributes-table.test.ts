import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeRow } from '../../src/contract/cases.ts';
import { after, moved, within } from '../../src/renderer/attributes/table/keys.ts';
import {
  blockOf,
  columnsOf,
  fromClipboard,
  groupsOf,
  type Line,
  optionFor,
  sorted,
  taken,
  toClipboard,
} from '../../src/renderer/attributes/table/model.ts';

const WORDS = { yes: 'Yes', no: 'No' };

const attribute = (kind: AttributeRow['kind'], choices: string[] = []): AttributeRow => ({
  id: `of ${kind}`,
  name: kind,
  appliesTo: 'case',
  kind,
  choices,
});

const line = (name: string, values: Record<string, string | number | boolean> = {}): Line => ({
  id: name,
  name,
  members: [],
  values: new Map(Object.entries(values)),
});

test('cells come back from the clipboard as they went there', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, ''));
  const cells = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(cells, (rows) => {
      // A last row of one empty cell cannot be told from the line end that spreadsheets put at the end.
      fc.pre(rows.length === 1 || rows.at(-1)?.join('') !== '' || rows.at(-1)?.length !== 1);
      expect(fromClipboard(toClipboard(rows))).toEqual(rows);
    }),
  );
  expect(fromClipboard('a\tb\r\n"c ""d"""\t\r\n')).toEqual([
    ['a', 'b'],
    ['c "d"', ''],
  ]);
});

test('what is typed is taken as its kind asks for', () => {
  expect(taken(' 2.50 ', attribute('number'), WORDS)).toEqual({ value: 2.5 });
  expect(taken('2,5', attribute('number'), WORDS)).toEqual({ misfit: 'number' });
  expect(taken('0x10', attribute('number'), WORDS)).toEqual({ misfit: 'number' });
  expect(taken('yes', attribute('boolean'), WORDS)).toEqual({ value: true });
  expect(taken('perhaps', attribute('boolean'), WORDS)).toEqual({ misfit: 'boolean' });
  expect(taken('2024-02-29', attribute('date'), WORDS)).toEqual({ value: '2024-02-29' });
  expect(taken('2025-02-29', attribute('date'), WORDS)).toEqual({ misfit: 'date' });
  expect(taken('coast', attribute('choice', ['Coast', 'Land']), WORDS)).toEqual({ value: 'Coast' });
  expect(taken('Sea', attribute('choice', ['Coast', 'Land']), WORDS)).toEqual({ misfit: 'choice' });
  expect(taken('Sea', attribute('choice'), WORDS)).toEqual({ value: 'Sea' });
  for (const kind of ['text', 'number', 'boolean', 'choice', 'date'] as const)
    expect(taken('  ', attribute(kind), WORDS)).toEqual({ value: null });
});

test('a list begins with what is there, or with what a letter begins, and never with what nobody chose', () => {
  const options = ['Coast', 'Land', 'Lake'];
  expect(optionFor(options, '', '')).toBe('');
  expect(optionFor(options, 'Land', 'Land')).toBe('Land');
  expect(optionFor(options, 'l', 'Coast')).toBe('Land');
  expect(optionFor(options, 'x', 'Coast')).toBe('Coast');
  expect(optionFor(options, 'x', '')).toBe('');
});

test('lines are sorted by what a column says, those that say nothing at the end', () => {
  const columns = columnsOf([attribute('number'), attribute('choice', ['late', 'early'])]);
  const lines = [
    line('b', { 'of number': 10, 'of choice': 'early' }),
    line('a'),
    line('c', { 'of number': 9, 'of choice': 'late' }),
  ];
  const by = (column: string, descending: boolean) =>
    sorted(lines, columns, { column, descending })
      .map(({ name }) => name)
      .join('');
  expect(by('name', false)).toBe('abc');
  expect(by('of number', false)).toBe('cba');
  expect(by('of number', true)).toBe('bca');
  // Choices have an order of their own.
  expect(by('of choice', false)).toBe('cba');
  expect(by('gone', false)).toBe('bac');
  expect(groupsOf(lines, columns[3] ?? { id: 'name' }, WORDS)).toEqual([
    ['early', 1],
    ['late', 1],
    [null, 1],
  ]);
});

test('keys go about as in a spreadsheet, and never beyond it', () => {
  const extent = { rows: 4, columns: 3, page: 2 };
  expect(moved({ row: 1, column: 1 }, 'ArrowRight', false, extent, false)).toEqual({ row: 1, column: 2 });
  expect(moved({ row: 1, column: 1 }, 'ArrowRight', false, extent, true)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 1, column: 1 }, 'ArrowDown', true, extent, false)).toEqual({ row: 3, column: 1 });
  expect(moved({ row: 1, column: 1 }, 'End', true, extent, false)).toEqual({ row: 3, column: 2 });
  expect(moved({ row: 1, column: 1 }, 'x', false, extent, false)).toBeNull();
  expect(within({ row: -1, column: 9 }, extent, 4)).toEqual({ row: -1, column: 3 });
  expect(within({ row: 9, column: 9 }, extent, 4)).toEqual({ row: 3, column: 2 });
  expect(after({ row: 0, column: 2 }, 'on', extent)).toEqual({ row: 1, column: 0 });
  expect(after({ row: 0, column: 0 }, 'back', extent)).toEqual({ row: 0, column: 0 });
  expect(after({ row: 3, column: 2 }, 'down', extent)).toEqual({ row: 3, column: 2 });
  expect(blockOf({ row: 3, column: 0 }, { row: -1, column: 2 })).toEqual({
    top: 0,
    bottom: 3,
    start: 0,
    end: 2,
  });
});
