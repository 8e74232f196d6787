import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitsIn } from '../../../src/engine/search/hits.ts';
import { normalise, parseQuery, TOKEN } from '../../../src/engine/search/query.ts';
import { tokensIn } from '../../../src/engine/search/tokens.ts';

/** Letters with marks of their own and behind them, figures, signs, halves of pairs and letters beyond the first plane. */
const UNITS = [
  'a',
  'B',
  'b',
  'é',
  'e',
  '\u0301',
  'İ',
  'K',
  '1',
  '-',
  '’',
  ' ',
  '\n',
  '_',
  'ß',
  '𝔸',
  '😀',
  'ж',
  '\u00ad',
  '\ud835',
];

const body = fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 40 });

/** A word that may well stand there. */
const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'e', 'é', 'i', 'k', 'ж', '𝔸'),
  minLength: 1,
  maxLength: 3,
});

test('a text is cut where the rule for tokens cuts it', () => {
  fc.assert(
    fc.property(body, (text) => {
      const expected = [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => [
        index,
        index + token.length,
      ]);
      expect(tokensIn(text)).toEqual(expected);
    }),
  );
});

test('a word, a beginning or a phrase is where its tokens are the same without marks and case', () => {
  fc.assert(
    fc.property(
      body,
      fc.array(word, { minLength: 1, maxLength: 2 }),
      fc.boolean(),
      (text, words, isPrefix) => {
        const query = `"${words.join(' ')}"${isPrefix ? '*' : ''}`;
        const [term] = parseQuery(query);
        if (term === undefined) return;
        const tokens = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
          token: normalise(token),
          start: index,
          end: index + token.length,
        }));
        const found: { start: number; end: number }[] = [];
        for (const [at, { start }] of tokens.entries()) {
          const some = tokens.slice(at, at + term.tokens.length);
          const fits = term.tokens.every((wanted, index) => {
            const token = some[index]?.token;
            if (token === undefined) return false;
            return isPrefix && index === term.tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
          });
          // Hits do not overlap: the first stands.
          if (fits && start >= (found.at(-1)?.end ?? 0)) found.push({ start, end: some.at(-1)?.end ?? 0 });
        }
        expect(hitsIn(text, [term])).toEqual(found);
      },
    ),
    { numRuns: 2000 },
  );
});
