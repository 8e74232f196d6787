import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompareCell } from '../../../src/contract/compare.ts';
import { packTable, unpackTable } from '../../../src/contract/packed-table.ts';

const count = fc.nat(2_000_000_000);

/** Cells by column, in the order of their rows; absent where they have no places. */
const cellsModel = fc
  .array(fc.uniqueArray(fc.nat(5000), { maxLength: 8 }), { maxLength: 6 })
  .chain((columns) =>
    fc.tuple(
      ...columns.flatMap((rows, column) =>
        rows
          .toSorted((a, b) => a - b)
          .map((row) =>
            fc
              .record({ spans: count, codings: count, words: count })
              .map((counts): CompareCell => ({ row, column, ...counts, presence: counts.spans > 0 ? 1 : 0 })),
          ),
      ),
    ),
  );

test('a table that travelled is the same', () => {
  const rest = { columns: [], words: 12, codes: ['a'], rows: [], all: [] };
  fc.assert(
    fc.property(cellsModel, (cells) => {
      expect(unpackTable(packTable({ ...rest, cells }))).toEqual({ ...rest, cells });
    }),
  );
});
