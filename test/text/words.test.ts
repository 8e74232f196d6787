import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSpans, snapToWords, totalWords, wordsIn } from '../../src/text/words.ts';
import { anyText } from './strings.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordsOf(text: string): Uint32Array {
  const words = Array.from(segmenter.segment(text)).filter(({ isWordLike }) => isWordLike);
  return Uint32Array.from(words.flatMap(({ index, segment }) => [index, index + segment.length]));
}

const text = 'Trust, safety and “rights”.';
const words = wordsOf(text);
const snapped = (start: number, end: number) => {
  const span = snapToWords({ text, words }, { start, end });
  return span && text.slice(span.start, span.end);
};

describe('counting words', () => {
  it('counts a word where it starts, and once however often spans overlap', () => {
    expect(totalWords(words)).toBe(4);
    expect(wordsIn(words, [{ start: 0, end: text.length }])).toBe(4);
    expect(wordsIn(words, [{ start: 0, end: 3 }])).toBe(1);
    expect(wordsIn(words, [{ start: 1, end: 10 }])).toBe(1);
    expect(
      wordsIn(words, [
        { start: 0, end: 10 },
        { start: 5, end: 17 },
        { start: 5, end: 5 },
      ]),
    ).toBe(3);
    expect(wordsIn(words, [])).toBe(0);
  });

  it('agrees with counting by hand', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
    );
    fc.assert(
      fc.property(anyText, spans, (anything, list) => {
        const flat = wordsOf(anything);
        let expected = 0;
        for (let at = 0; at < flat.length; at += 2) {
          const start = flat[at] ?? 0;
          if (list.some((span) => span.start <= start && start < span.end)) expected++;
        }
        expect(wordsIn(flat, list)).toBe(expected);
      }),
    );
  });

  it('does not change when spans are merged or cut in two', () => {
    const parts = [
      { start: 9, end: 12 },
      { start: 0, end: 9 },
      { start: 14, end: 20 },
    ];
    expect(mergeSpans(parts)).toEqual([
      { start: 0, end: 12 },
      { start: 14, end: 20 },
    ]);
    expect(wordsIn(words, [{ start: 0, end: 9 }]) + wordsIn(words, [{ start: 9, end: 20 }])).toBe(
      wordsIn(words, [{ start: 0, end: 20 }]),
    );
  });
});

describe('snapping a selection', () => {
  it('takes touched words whole, drops white space at the edges, keeps punctuation', () => {
    expect(snapped(2, 9)).toBe('Trust, safety');
    expect(snapped(5, 7)).toBe(',');
    expect(snapped(6, 15)).toBe('safety and');
    expect(snapped(20, 27)).toBe('rights”.');
    expect(snapped(9, 2)).toBe('Trust, safety');
    expect(snapped(6, 7)).toBeNull();
  });

  it('takes the word a caret stands in or behind', () => {
    expect(snapped(9, 9)).toBe('safety');
    expect(snapped(13, 13)).toBe('safety');
    expect(snapped(27, 27)).toBeNull();
  });

  it('never shrinks below the selection without white space and is stable', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (anything, start, end) => {
        const made = { text: anything, words: wordsOf(anything) };
        const span = snapToWords(made, { start, end });
        if (!span) return;
        expect(span.end).toBeGreaterThan(span.start);
        expect(snapToWords(made, span)).toEqual(span);
      }),
    );
  });
});
