import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellWriter } from '../../../src/contract/cells.ts';
import { pairAt, sumsOf } from '../../../src/engine/analyse/likeness.ts';

/** By column and code its places, sometimes very many; 0 where it is absent, null where nobody has judged. Each column has a code. */
const tables = fc.integer({ min: 1, max: 6 }).chain((codes) => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.constant(0),
    fc.integer({ min: 1, max: 4 }),
    fc.constant(2 ** 24),
  );
  const column = fc
    .array(cell, { minLength: codes, maxLength: codes })
    .filter((cells) => cells.some((spans) => (spans ?? 0) > 0));
  return fc.array(column, { maxLength: 6 });
});

test('sums of pairs are those that one finds by looking at each code in both', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom('jaccard', 'cosine'), (columns, likeness) => {
      const writer = new CellWriter();
      for (const cells of columns) {
        for (const [row, spans] of cells.entries()) if (spans !== null) writer.add(row, spans, spans, spans);
        writer.endColumn();
      }
      const codes = columns[0]?.length ?? 0;
      const { own, both, open } = sumsOf(writer.written(), codes, likeness);
      const weight = (spans: number | null | undefined) =>
        likeness === 'jaccard' ? Math.min(1, spans ?? 0) : (spans ?? 0);
      for (const [a, one] of columns.entries()) {
        expect(own[a]).toBe(one.reduce<number>((sum, spans) => sum + weight(spans) ** 2, 0));
        for (let b = a + 1; b < columns.length; b++) {
          const other = columns[b] ?? [];
          const pair = pairAt(columns.length, a, b);
          expect(both[pair]).toBe(
            one.reduce<number>((sum, spans, row) => sum + weight(spans) * weight(other[row]), 0),
          );
          const isOpen = (having: number | null | undefined, lacking: number | null | undefined) =>
            (having ?? 0) > 0 && lacking === null;
          expect(open[pair]).toBe(
            one.filter((spans, row) => isOpen(spans, other[row]) || isOpen(other[row], spans)).length,
          );
        }
      }
      expect(both.length).toBe((columns.length ** 2 - columns.length) / 2);
    }),
  );
});
