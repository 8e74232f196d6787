import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { columnName, textCell } from '../../../../src/engine/dataset/faces/xlsx/cells.ts';
import { CUT, cutToFit, MOST_UNITS, xmlText } from '../../../../src/engine/dataset/faces/xlsx/text.ts';

function parsed(xml: string): string {
  let read = '';
  const parser = new SaxesParser();
  parser.on('text', (piece) => {
    read += piece;
  });
  parser.write(xml).close();
  return read.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Anything that can be typed or imported, and what is easily taken for something else. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', 'D', '\r', '\n', '\t', '\f', '\0', '<', '&', ' ') }),
  fc.constantFrom('constructor', '__proto__', '=1+1', '_x000D_', '_x005F_x000D_', ']]>', '<!--'),
);

test('every text comes back from the XML as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parsed(`<t>${xmlText(text)}</t>`)).toBe(text.toWellFormed());
    }),
    { numRuns: 500, examples: [['_x000D\r'], ['_x000D_x000D_']] },
  );
});

test('a text cell is text whatever it begins with, and an empty text is no cell', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const xml = textCell('A1', text);
      expect(xml === '').toBe(text === '');
      if (text === '') return;
      expect(xml).toMatch(/^<c r="A1"( s="3")? t="inlineStr">/);
      expect(xml.includes(' s="3"')).toBe(/^[=+\-@']/.test(text));
      expect(parsed(xml)).toBe(text.toWellFormed());
    }),
  );
});

test('a half surrogate pair becomes U+FFFD', () => {
  expect(xmlText('a\uD83Db')).toBe('a\uFFFDb');
});

test('what fits stays; what does not is cut without splitting a pair', () => {
  const whole = 'a'.repeat(MOST_UNITS);
  expect(cutToFit(whole)).toBe(whole);
  for (const before of ['', 'a']) {
    const cut = cutToFit(before + '🙂'.repeat(MOST_UNITS));
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.endsWith(CUT)).toBe(true);
    expect(cut.length).toBeGreaterThanOrEqual(MOST_UNITS - 1);
    expect(cut.length).toBeLessThanOrEqual(MOST_UNITS);
  }
});

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
