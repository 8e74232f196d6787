import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAhead } from '../../../src/engine/words/ahead.ts';
import { Vocabulary } from '../../../src/engine/words/vocabulary.ts';
import { wordForm } from '../../../src/text/word-forms.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';
import { listed } from './ask.ts';

/** Few letters, so that words begin alike and return. */
const words = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'İ', '𝔸'), minLength: 1, maxLength: 6 }),
);

test('a word has the number of its form, wherever it stands', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('en', 'tr'), (all, language) => {
      const vocabulary = new Vocabulary();
      const numberAt = vocabulary.ofPrinted(language);
      const text = all.join(' ');
      let start = 0;
      for (const word of all) {
        const number = numberAt(text, start, start + word.length);
        expect(vocabulary.word(number)).toBe(wordForm(word, language));
        expect(vocabulary.find(wordForm(word, language))).toBe(number);
        start += word.length + 1;
      }
      expect(vocabulary.size).toBe(new Set(all.map((word) => wordForm(word, language))).size);
    }),
  );
});

test('however many words there are, each keeps its number', () => {
  const vocabulary = new Vocabulary();
  const numberAt = vocabulary.ofPrinted('en');
  const all = Array.from({ length: 60_000 }, (_, index) => `w${(index * 7919).toString(36)}`);
  const numbers = all.map((word) => numberAt(word, 0, word.length));
  expect(numbers).toEqual([...all.keys()]);
  expect(all.map((word) => numberAt(`(${word})`, 1, word.length + 1))).toEqual(numbers);
});

test('what was counted ahead, a document at a time, says the same', async () => {
  const [ahead, fresh] = [await newProject(), await newProject()];
  for (const project of [ahead, fresh])
    for (const word of ['one', 'two', 'three']) addText(project, word, `The ${word} and the others.`);
  const steps: (number | null)[] = [];
  for (let from: number | null = 0; from !== null; steps.push(from)) from = countAhead(ahead.db, from, 0);
  expect(steps).toEqual([1, 2, null]);
  expect(await listed(ahead)).toEqual(await listed(fresh));
  expect(countAhead(ahead.db, 3)).toBeNull();
});
