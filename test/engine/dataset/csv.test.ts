import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, escapeText, unescapeText } from '../../../src/engine/dataset/csv.ts';
import { defineTable, text } from '../../../src/engine/dataset/fields/field.ts';

const TABLE = defineTable({
  name: 'table',
  title: 'Table',
  about: 'Two texts.',
  primaryKey: ['first'],
  fields: [text('first', 'A text.'), text('second', 'Another.')],
});

/** Texts that are likely to be got wrong. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', ',', '\n', ' ', 'a', '🙂') }),
);

test('what was escaped can be unescaped, and never begins like a formula', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const escaped = escapeText(value);
      expect(unescapeText(escaped)).toBe(value);
      expect(escaped).not.toMatch(/^[=+\-@\t\r]/);
      expect(escaped === value || escaped === `'${value}`).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('another parser reads back what was written', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ first: anyText, second: anyText })), (rows) => {
      const file = [...csvOf(TABLE, rows)].join('');
      const read = parse(file, { record_delimiter: '\n' }).map((cells) => cells.map(unescapeText));
      expect(read).toEqual([['first', 'second'], ...rows.map(({ first, second }) => [first, second])]);
    }),
    { numRuns: 500 },
  );
});

test('records end with LF, cells with line ends are quoted, numbers keep a point', () => {
  const rows = [
    { first: 'a\rb', second: null },
    { first: -5, second: true },
    { first: ' edge', second: 'a"b' },
  ];
  expect([...csvOf(TABLE, rows)].join('')).toBe('first,second\n"a\rb",\n-5,true\n" edge","a""b"\n');
});
