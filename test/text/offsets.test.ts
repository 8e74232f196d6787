import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSpan,
  codePoint,
  isWithin,
  offsetTable,
  snapSpan,
  splitsPair,
  toCodePoint,
  toUtf16,
  utf16,
} from '../../src/text/offsets.ts';
import { anyText } from './strings.ts';

/** Counting as slowly and plainly as it can be done. */
const slowCodePoints = (text: string, offset: number) => Array.from(text.slice(0, offset)).length;

const spanOf = (text: string) =>
  fc.record({
    start: fc.integer({ min: -2, max: text.length + 2 }),
    end: fc.integer({ min: -2, max: text.length + 2 }),
  });

describe('the two ways to count', () => {
  it('agree with counting by hand and undo each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = offsetTable(text);
        expect(table.codePoints).toBe(Array.from(text).length);
        for (let offset = 0; offset <= text.length; offset++) {
          if (splitsPair(text, offset)) {
            expect(() => toCodePoint(table, utf16(offset))).toThrow(RangeError);
            continue;
          }
          const points = toCodePoint(table, utf16(offset));
          expect(points).toBe(slowCodePoints(text, offset));
          expect(toUtf16(table, points)).toBe(offset);
        }
      }),
    );
  });

  it('refuse places beyond the text and numbers that are no offsets', () => {
    const table = offsetTable('a𝒳b');
    expect(() => toCodePoint(table, utf16(5))).toThrow(/beyond/);
    expect(() => toUtf16(table, codePoint(4))).toThrow(/beyond/);
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => utf16(wrong)).toThrow(RangeError);
      expect(() => codePoint(wrong)).toThrow(RangeError);
    }
  });
});

describe('a span', () => {
  it('is widened to the smallest that splits no pair, and only as far', () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), spanOf(text))),
        ([text, span]) => {
          const snapped = snapSpan(text, span);
          expect(isWithin(text, snapped)).toBe(true);
          expect(text.slice(snapped.start, snapped.end).isWellFormed() || !text.isWellFormed()).toBe(true);
          expect(snapSpan(text, snapped)).toEqual(snapped);
          if (isWithin(text, span)) expect(snapped).toEqual(span);
          const [low, high] = [Math.min(span.start, span.end), Math.max(span.start, span.end)];
          if (low >= 0 && high <= text.length) {
            expect(low - snapped.start).toBeOneOf([0, 1]);
            expect(Math.abs(snapped.end - high)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('is refused outside the text, backwards or inside a pair', () => {
    const text = 'a𝒳b';
    expect(isWithin(text, { start: 1, end: 3 })).toBe(true);
    expect(isWithin(text, { start: 4, end: 4 })).toBe(true);
    for (const span of [
      { start: 2, end: 3 },
      { start: 0, end: 2 },
      { start: 3, end: 1 },
      { start: -1, end: 1 },
      { start: 0, end: 5 },
      { start: 0.5, end: 1 },
    ]) {
      expect(isWithin(text, span)).toBe(false);
      expect(() => checkSpan(text, span)).toThrow(RangeError);
    }
  });
});
