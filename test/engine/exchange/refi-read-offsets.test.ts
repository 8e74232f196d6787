import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counting, countedText, countsAlike } from '../../../src/engine/exchange/refi/read/offsets.ts';
import { level } from '../../../src/engine/exchange/refi/read/quotes.ts';
import { textSource } from '../../../src/engine/exchange/text-source.ts';
import { readParts, selection, textFile } from './refi-read-kit.ts';

/** Texts of what is counted differently: line ends of all kinds, emoji, combining marks, and letters. */
const TEXTS = fc
  .array(
    fc.constantFrom('\r\n', '\n', '\r', '😀', '👩‍👩‍👧', 'e\u0301', 'ä', 'word', ' ', '\u{1d11e}', '。'),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** A text taken apart into what is one step in some way of counting, with how much each step counts. */
function steps(
  text: string,
  { unit, lineEnds }: Counting,
): { readonly units: number; readonly counts: number }[] {
  const pattern = lineEnds === 'as they are' ? /[\s\S]/gu : /\r\n|[\s\S]/gu;
  return [...text.matchAll(pattern)].map(([step]) => {
    const isEnd = /^[\r\n]/.test(step) && lineEnds !== 'as they are';
    return {
      units: step.length,
      counts: isEnd ? (lineEnds === 'two' ? 2 : 1) : unit === 'code point' ? 1 : step.length,
    };
  });
}

const COUNTINGS = fc.record<Counting>({
  unit: fc.constantFrom('code point', 'utf-16'),
  lineEnds: fc.constantFrom('as they are', 'one', 'two'),
  mark: fc.boolean(),
});

test('every counted place is found where counting step by step comes to it', () => {
  fc.assert(
    fc.property(TEXTS, COUNTINGS, fc.boolean(), (text, counting, hasMark) => {
      const counted = countedText(text, counting, hasMark);
      let [units, count] = [0, counting.mark && hasMark ? 1 : 0];
      expect(counted.toUnits(count)).toBe(0);
      for (const step of steps(text, counting)) {
        units += step.units;
        count += step.counts;
        expect(counted.toUnits(count)).toBe(units);
      }
      expect(counted.length).toBe(count);
    }),
  );
});

test('places within a character that counts for more come before it, and order is kept', () => {
  fc.assert(
    fc.property(TEXTS, COUNTINGS, (text, counting) => {
      const counted = countedText(text, counting, false);
      let last = 0;
      for (let place = 0; place <= counted.length; place++) {
        const units = counted.toUnits(place);
        expect(units).toBeGreaterThanOrEqual(last);
        expect(units).toBeLessThanOrEqual(text.length);
        last = units;
      }
    }),
  );
});

test('two ways of counting are alike exactly where all places are', () => {
  fc.assert(
    fc.property(TEXTS, COUNTINGS, COUNTINGS, fc.boolean(), (text, a, b, hasMark) => {
      const [one, other] = [countedText(text, a, hasMark), countedText(text, b, hasMark)];
      const places = Array.from({ length: Math.max(one.length, other.length) + 1 }, (_, place) => place);
      const same =
        one.length === other.length && places.every((place) => one.toUnits(place) === other.toUnits(place));
      if (countsAlike(text, hasMark, a, b)) expect(same).toBe(true);
    }),
  );
});

test('a place in the file’s text is the same letter in the canonical text', () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const source = textSource(text, 'en');
      const canonical = source.read.reading.text;
      for (const { index, 0: character } of text.matchAll(/\r\n|[\s\S]/gu)) {
        const at = source.toCanonical(index);
        expect(canonical.slice(at, source.toCanonical(index + character.length))).toBe(
          /^[\r\n]/.test(character) ? '\n' : character,
        );
      }
    }),
  );
});

/** Texts in which every word is another one, with what is counted differently between and in them. */
const PROSE = fc.record({
  parts: fc.array(fc.constantFrom(' ', '\r\n', '\n', ' 😀 ', ' é', '-'), { minLength: 12, maxLength: 60 }),
  picks: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 3, max: 6 })), { minLength: 1, maxLength: 12 }),
});

test('whatever a file counts in, selections whose names quote them lie on their words', async () => {
  await fc.assert(
    fc.asyncProperty(PROSE, COUNTINGS, fc.boolean(), async ({ parts, picks }, counting, hasMark) => {
      const words = parts.map((part, at) => `${part}word${at * 7919}`);
      const text = words.join('');
      const places = picks.map(([pick, length]) => {
        const first = pick % (words.length - 6);
        const before = words.slice(0, first).join('').length + (parts[first]?.length ?? 0);
        return [before, words.slice(0, first + length).join('').length] as const;
      });
      const count = (units: number) =>
        steps(text.slice(0, units), counting).reduce((sum, step) => sum + step.counts, 0) +
        (counting.mark && hasMark ? 1 : 0);
      const inner = places.map(([start, end], at) =>
        selection(100 + at, count(start), count(end), { name: text.slice(start, end).replace(/\s+/g, ' ') }),
      );
      const file = hasMark ? `\uFEFF${text}` : text;
      const pieces = await readParts({ sources: textFile(21, 'a.txt', inner.join('')) }, { 'a.txt': file });
      // White space at the ends is not part of a quotation.
      expect(pieces.words().map(level)).toEqual(places.map(([start, end]) => level(text.slice(start, end))));
    }),
    { numRuns: 60 },
  );
});
