import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeRow } from '../../src/contract/cases.ts';
import type { CodeCondition, Scope } from '../../src/contract/scope.ts';
import { textOf } from '../../src/renderer/messages/intl.tsx';
import { isActive, toggledCode } from '../../src/renderer/scope/activate.ts';
import {
  comparisonsFor,
  isReversed,
  readValue,
  says,
  valuesOf,
} from '../../src/renderer/scope/attributes.ts';
import { chipsOf, placed, without } from '../../src/renderer/scope/chips.ts';
import { EVERYTHING, narrows } from '../../src/renderer/state/scope.ts';

const names = {
  documents: new Map([['d1', 'A plan']]),
  cases: new Map([
    ['c1', 'North'],
    ['c2', 'South'],
    ['c3', 'East'],
  ]),
  coders: new Map([['p1', 'Ada']]),
  codes: new Map([
    ['k1', 'Trust'],
    ['k2', 'Privacy'],
  ]),
  attributes: new Map([['a1', { name: 'Adopted', kind: 'date' }]]),
};

const words = (scope: Partial<Scope>) =>
  chipsOf({ ...EVERYTHING, ...scope }, names, textOf).map(({ label, value }) => `${label} ${value}`);

test('every condition can be read', () => {
  expect(words({ cases: ['c1'] })).toEqual(['Case North']);
  expect(words({ cases: ['c1', 'c2', 'c3'] })).toEqual(['Case North, South and 1 more']);
  expect(words({ documents: ['gone'] })).toEqual(['Document something that is gone']);
  expect(words({ attributes: [{ attribute: 'a1', is: 'at_least', values: ['2024'] }] })).toEqual([
    'Adopted since 2024',
  ]);
  expect(words({ attributes: [{ attribute: 'a1', is: 'between', values: ['2024', '2025-06'] }] })).toEqual([
    'Adopted from 2024 to 2025-06',
  ]);
  expect(words({ attributes: [{ attribute: 'a1', is: 'missing', values: [] }] })).toEqual([
    'Adopted not given',
  ]);
  expect(
    words({
      codes: [
        { mode: 'any', codes: ['k1'], below: true },
        { mode: 'all', codes: ['k1', 'k2'], below: false },
        { mode: 'none', codes: ['k2'], below: false },
      ],
    }),
  ).toEqual(['Code Trust, with codes below', 'All codes of Trust, Privacy', 'Not the code Privacy']);
  expect(words({ coders: ['p1'], text: 'mill' })).toEqual(['Coder Ada', 'Text “mill”']);
});

const id = fc.constantFrom('c1', 'c2', 'c3', 'k1', 'k2');
const condition = fc.record({
  mode: fc.constantFrom('any' as const, 'all' as const, 'none' as const),
  codes: fc.uniqueArray(id, { minLength: 1 }),
  below: fc.boolean(),
});
const anyScope: fc.Arbitrary<Scope> = fc.record({
  documents: fc.uniqueArray(id),
  cases: fc.uniqueArray(id),
  attributes: fc.constantFrom([], [{ attribute: 'a1', is: 'missing' as const, values: [] }]),
  codes: fc.array(condition, { maxLength: 3 }),
  coders: fc.uniqueArray(id),
  text: fc.constantFrom('', 'mill'),
});

test('there is a chip for each condition, and taking all away leaves everything', () => {
  fc.assert(
    fc.property(anyScope, (scope) => {
      let left = scope;
      let chips = chipsOf(left, names, textOf);
      expect(chips.length > 0).toBe(narrows(scope));
      while (chips[0] !== undefined) {
        left = { ...left, ...without(left, chips[0]) };
        const fewer = chipsOf(left, names, textOf);
        expect(fewer).toHaveLength(chips.length - 1);
        chips = fewer;
      }
      expect(left).toEqual(EVERYTHING);
    }),
  );
});

test('activating a code twice changes nothing, and touches no other condition', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 3 }), id, (codes, code) => {
      const first = codes.find(({ mode, below }) => mode === 'any' && below);
      fc.pre(codes.filter(({ mode, below }) => mode === 'any' && below).length <= 1);
      const once = toggledCode(codes, code);
      expect(isActive(once, code)).toBe(!isActive(codes, code));
      const others = (all: readonly CodeCondition[]) =>
        all.filter(({ mode, below }) => mode !== 'any' || !below);
      expect(others(once)).toEqual(others(codes));
      const twice = toggledCode(once, code);
      expect(new Set(twice.flatMap((each) => each.codes))).toEqual(
        new Set(codes.flatMap((each) => each.codes)),
      );
      if (first === undefined) expect(twice).toEqual(codes);
    }),
  );
});

test('a condition is put in its place, and goes when it says nothing', () => {
  expect(placed(['a'], null, 'b')).toEqual({ conditions: ['a', 'b'], index: 1 });
  expect(placed(['a', 'b'], 0, 'c')).toEqual({ conditions: ['c', 'b'], index: 0 });
  expect(placed(['a', 'b'], 0, null)).toEqual({ conditions: ['b'], index: null });
  expect(placed(['a'], null, null)).toEqual({ conditions: ['a'], index: null });
});

test('the values of an attribute are those it may take and those there are, in order', () => {
  const row = (kind: AttributeRow['kind'], choices: string[] = []): AttributeRow => ({
    ...{ id: 'a1', name: 'Adopted', appliesTo: 'document' },
    ...{ kind, choices },
  });
  const having = (...values: (string | number | boolean)[]) =>
    values.map((value) => ({
      attributes: [{ attributeId: 'a1', name: 'Adopted', kind: 'text' as const, value }],
    }));
  expect(valuesOf(row('number'), having(10, 9, 10))).toEqual([9, 10]);
  expect(valuesOf(row('choice', ['z', 'a']), having('m', 'a'))).toEqual(['z', 'a', 'm']);
  expect(valuesOf(row('boolean'), [])).toEqual([true, false]);
  expect(comparisonsFor('text')).not.toContain('at_least');
  expect(comparisonsFor('date')).toContain('at_most');
  expect(readValue('number', ' 2,5 ')).toBe(2.5);
  expect(readValue('number', 'many')).toBeNull();
  expect(readValue('date', '2024-05')).toBe('2024-05');
  expect(readValue('date', 'in May')).toBeNull();
});

test('a range needs both ends, the first before the last as far as both are exact', () => {
  expect(says({ is: 'between', values: [1] })).toBe(false);
  expect(says({ is: 'between', values: [1, 2] })).toBe(true);
  expect(says({ is: 'one_of', values: [1] })).toBe(true);
  expect(says({ is: 'missing', values: [] })).toBe(true);
  expect(isReversed(10, 9)).toBe(true);
  expect(isReversed(9, 10)).toBe(false);
  expect(isReversed('2024-06', '2024')).toBe(false);
  expect(isReversed('2024-06', '2024-05-31')).toBe(true);
});
