import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legalNames } from '../../../src/engine/dataset/faces/qca/names.ts';

const CONDITIONS = { letter: 'C', isUpper: true, most: 12 };

test('names are what the three programs read, and still say what they stand for', () => {
  const labels = ['Safety', 'safety', 'Økonomi & Straße', '1.5 degrees', '行动', 'T', 'case', '权利', '~A*B'];
  expect(legalNames(labels, CONDITIONS)).toEqual([
    'SAFETY',
    'SAFETY2',
    'OKONOMISTRAS',
    'C15DEGREES',
    'C5',
    'T2',
    'CASE2',
    'C8',
    'AB',
  ]);
  expect(legalNames(['United States', 'Québec', '-'], { letter: 'K', isUpper: false, most: 24 })).toEqual([
    'UnitedStates',
    'Quebec',
    'K3',
  ]);
});

test('any labels give as many names, all legal and different', () => {
  const label = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('C2', 'c2', 'C', 'NA', 'Long name of it'),
  );
  fc.assert(
    fc.property(fc.array(label, { maxLength: 40 }), (labels) => {
      const names = legalNames(labels, CONDITIONS);
      expect(names).toHaveLength(labels.length);
      expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9]{0,11}$/);
    }),
  );
});
