import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords, type Stretch } from '../../src/renderer/versions/words.ts';

const joined = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
const shared = (stretches: readonly Stretch[]) =>
  stretches
    .filter(({ isShared }) => isShared)
    .map(({ text }) => text)
    .join('');
const marked = (stretches: readonly Stretch[]) =>
  stretches.filter(({ isShared }) => !isShared).map(({ text }) => text);

test('words that only one side has are marked there', () => {
  const { before, after } = compareWords('A plan that names a body.', 'A plan that founds a new body.');
  expect(marked(before)).toEqual(['names']);
  expect(marked(after)).toEqual(['founds', 'new ']);
});

test('joined, the stretches are the texts, and both sides share the same words', () => {
  const text = fc
    .array(fc.constantFrom('eins', 'zwei', 'drei', ' ', ', ', '\n', '🙂', 'é'), { maxLength: 30 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, after } = compareWords(one, other);
      expect([joined(before), joined(after)]).toEqual([one, other]);
      expect(shared(before)).toBe(shared(after));
      for (const side of [before, after]) {
        let at = 0;
        for (const stretch of side) {
          expect(stretch.at).toBe(at);
          at += stretch.text.length;
        }
      }
      expect(marked(compareWords(one, one).before)).toEqual([]);
    }),
  );
});
