import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdSet } from '../../../src/engine/exchange/refi/read/id-set.ts';

/** Identities of chance, and such as a counter gives, which differ in a digit. */
const ID = fc.oneof(
  fc.uuid().map((id) => id.toLowerCase()),
  fc.nat(2_000).map((number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  fc.nat(0xffff).map((number) => `ffffffff-ffff-ffff-${number.toString(16).padStart(4, '0')}-ffffffffffff`),
  fc.constant('00000000-0000-0000-0000-000000000000'),
);

test('it has what was added and nothing else, as a set of texts', () => {
  fc.assert(
    fc.property(
      fc.array(ID, { maxLength: 3_000, size: 'max' }),
      fc.array(ID, { maxLength: 100 }),
      (added, asked) => {
        const set = new IdSet();
        const texts = new Set<string>();
        for (const id of added) {
          expect(set.has(id)).toBe(texts.has(id));
          set.add(id);
          texts.add(id);
        }
        for (const id of [...added, ...asked]) expect(set.has(id)).toBe(texts.has(id));
      },
    ),
    { numRuns: 40 },
  );
});
