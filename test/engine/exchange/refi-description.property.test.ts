import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDescription, writeDescription } from '../../../src/engine/exchange/refi/description.ts';

const piece = fc.constantFrom(
  'Use when:',
  'Not when:',
  'Example:',
  '\\',
  '\n',
  '\n\n',
  '\r',
  '\u2028',
  'a',
  ' ',
  '🙂',
);
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece).map((pieces) => pieces.join('')),
);

test('what a code says comes back from one text exactly, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.record({ definition: words, useWhen: words, useNotWhen: words, example: words }),
      (parts) => {
        expect(readDescription(writeDescription(parts))).toEqual(parts);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a person reads headings, and a description of another program is a definition', () => {
  const parts = { definition: 'What it is', useWhen: 'often', useNotWhen: '', example: 'one\ntwo' };
  expect(writeDescription(parts)).toBe('What it is\n\nUse when:\noften\n\nExample:\none\ntwo');
  expect(readDescription('Plain words\nUse when: never')).toMatchObject({
    definition: 'Plain words\nUse when: never',
    useWhen: '',
  });
  expect(readDescription('First\nExample:\nsecond\nUse when:\nthird')).toEqual({
    definition: 'First',
    useWhen: '',
    useNotWhen: '',
    example: 'second\nUse when:\nthird',
  });
});
