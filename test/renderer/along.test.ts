import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlongCode, AlongDocument } from '../../src/contract/along.ts';
import { linesFor, marksOf, mostCovering } from '../../src/renderer/analyse/along/marks.ts';
import { signsOf } from '../../src/renderer/analyse/plot/signs.ts';
import { cellsOf, leadingCodes } from '../../src/renderer/analyse/portrait/cells.ts';

/** A code by the words it lies on; each word is one unit of the text. */
const code = (row: number, ...stretches: [from: number, to: number][]): AlongCode => ({
  row,
  stretches: stretches.map(([from, to]) => ({ from, to, start: from, end: to })),
  words: stretches.reduce((sum, [from, to]) => sum + to - from, 0),
  parts: 0,
});

function documentOf(words: number, parts: number, codes: readonly AlongCode[]): AlongDocument {
  const count = Math.min(words, parts);
  return {
    id: 'd',
    title: 'D',
    words,
    coded: 0,
    codes,
    parts: Array.from({ length: count }, (_, part) => Math.floor((part * words) / count)),
  };
}

test('marks go by document, code and text, and the codes that cover most come first', () => {
  const documents = [
    documentOf(10, 0, [code(0, [0, 2], [4, 5]), code(2, [1, 4])]),
    documentOf(10, 0, [code(1, [0, 5]), code(2, [0, 0])]),
  ];
  expect(marksOf({ documents }).map(({ row, stretch: { from } }) => [row, from])).toEqual([
    [0, 0],
    [0, 4],
    [2, 1],
    [1, 0],
    [2, 0],
  ]);
  expect(mostCovering({ documents }, null).map(({ row }) => row)).toEqual([1, 0, 2]);
  expect(mostCovering({ documents }, 1)).toEqual([{ row: 1, words: 5 }]);
});

const stretches = fc
  .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 14 })
  .map((all) => all.map(([from, length]) => ({ from, to: from + length })));

test('stretches on one line never overlap, and there are only as many lines as stretches on a word', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const lines = linesFor(all);
      const words = Array.from({ length: 43 }, (_, word) =>
        all.flatMap(({ from, to }, place) => (from <= word && word < to ? [lines[place]] : [])),
      );
      for (const on of words) expect(new Set(on).size).toBe(on.length);
      expect(Math.max(-1, ...lines) + 1).toBe(Math.max(...words.map((on) => on.length)));
    }),
  );
});

test('stretches of a portrait say how many of their words each code covers, counted word by word', () => {
  const disjoint = stretches.map((all) =>
    all
      .sort((a, b) => a.from - b.from)
      .filter(({ from }, place) => all.slice(0, place).every(({ to }) => to <= from))
      .map(({ from, to }): [number, number] => [from, to]),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 20 }),
      disjoint,
      disjoint,
      (more, parts, a, b) => {
        const document = documentOf(42 + more, parts, [code(0, ...a), code(3, ...b)]);
        const cells = cellsOf(document);
        expect(cells.map(({ start }) => start)).toEqual(document.parts);
        expect([cells[0]?.from, cells.at(-1)?.to]).toEqual([0, document.words]);
        for (const [place, { from, to, codes, next }] of cells.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(next).toBe(document.parts[place + 1]);
          const covered = (own: [number, number][]) =>
            Array.from({ length: to - from }, (_, word) => from + word).filter((word) =>
              own.some(([first, end]) => first <= word && word < end),
            ).length;
          const wanted = [
            { row: 0, words: covered(a) },
            { row: 3, words: covered(b) },
          ].filter(({ words }) => words > 0);
          expect(codes).toEqual(wanted.sort((one, other) => other.words - one.words));
        }
        const leading = leadingCodes(cells);
        for (const { row, count } of leading)
          expect(count).toBe(cells.filter(({ codes }) => codes[0]?.row === row).length);
        expect(leading.reduce((sum, { count }) => sum + count, 0)).toBe(
          cells.filter(({ codes }) => codes.length > 0).length,
        );
      },
    ),
  );
});

test('a document without words has no stretches', () => {
  expect(cellsOf(documentOf(0, 400, []))).toEqual([]);
});

test('every code has a sign of its own, which is its letter where no other has that', () => {
  const named = (...names: string[]) => [...signsOf(names.map((name, key) => ({ key, name }))).values()];
  expect(named('Energy', 'Skills')).toEqual(['E', 'S']);
  expect(named('Energy', 'Skills', 'evaluation').toSorted()).toEqual(['E1', 'E2', 'S']);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 30 }), (names) => {
      expect(new Set(named(...names)).size).toBe(names.length);
    }),
  );
});
