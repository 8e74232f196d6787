import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageAt, placeOf } from '../../../src/engine/dataset/rows/place.ts';
import type { LoadedReading } from '../../../src/engine/documents/load.ts';
import { offsetTable, snapSpan } from '../../../src/text/offsets.ts';
import { outlineOf } from '../../../src/text/outline.ts';
import { readingOf } from '../kit/documents.ts';

function loaded(text: string): LoadedReading {
  const reading = readingOf(text);
  return { ...reading, key: 1, outline: outlineOf(reading), offsets: offsetTable(text) };
}

const unit = fc.oneof(
  fc.constantFrom('a', 'é', 'ë̈', '🙂', '👩‍👩‍👧', '🇺🇸', '𠮷', '我', '\n', '\f', ' ', '-', 'ب'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

test('start and end are the quote’s code points in any text', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1 }), fc.nat(), fc.nat(), (units, a, b) => {
      const text = units.join('');
      fc.pre(text.length > 0);
      const span = snapSpan(text, { start: a % text.length, end: (b % text.length) + 1 });
      const { start, end, quote } = placeOf(loaded(text), span);
      expect(Array.from(text).slice(start, end).join('')).toBe(quote);
      expect(quote).toBe(text.slice(span.start, span.end));
    }),
    { numRuns: 500 },
  );
});

test('pages end with their break', () => {
  const { blocks } = loaded('one\ftwo\fthree');
  const ends = blocks.filter((block) => block.kind === 'page_break').map((block) => block.end);
  expect([0, 3, 4, 7, 8, 12].map((offset) => pageAt(ends, offset))).toEqual([1, 1, 2, 2, 3, 3]);
  expect(pageAt([], 5)).toBeNull();
});

test('a span outside the text is damage, not a wrong number', () => {
  expect(() => placeOf(loaded('🙂 short'), { start: 3, end: 99 })).toThrow(/outside its text/);
  expect(() => placeOf(loaded('🙂 short'), { start: 1, end: 3 })).toThrow(/outside its text/);
});
