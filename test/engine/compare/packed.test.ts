import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellWriter, listed } from '../../../src/contract/cells.ts';
import { NumberReader, NumberWriter } from '../../../src/contract/numbers.ts';
import { type EachPair, packMeetings, unpackMeetings } from '../../../src/contract/packed-meetings.ts';
import { packSimilarity, similarityFrom, unpackSimilarity } from '../../../src/contract/packed-similarity.ts';
import { packTable, unpackTable } from '../../../src/contract/packed-table.ts';

const count = fc.nat(2_000_000_000);

/** By column its cells, in the order of their rows; absent where they have no places. */
const columnsModel = fc.array(
  fc
    .uniqueArray(fc.record({ row: fc.nat(5000), spans: count, codings: count, words: count }), {
      maxLength: 8,
      selector: ({ row }) => row,
    })
    .map((cells) => cells.toSorted((a, b) => a.row - b.row)),
  { maxLength: 6 },
);

test('a table that travelled is the same, and has the cells that were added', () => {
  const rest = { columns: [], words: 12, codes: ['a'], rows: [], all: [] };
  fc.assert(
    fc.property(columnsModel, (columns) => {
      const writer = new CellWriter();
      for (const cells of columns) {
        for (const { row, spans, codings, words } of cells) writer.add(row, spans, codings, words);
        writer.endColumn();
      }
      const table = { ...rest, cells: writer.written() };
      expect(unpackTable(packTable(table))).toEqual(table);
      expect(listed(table).cells).toEqual(
        columns.flatMap((cells, column) =>
          cells.map((cell) => ({ ...cell, column, presence: cell.spans > 0 ? 1 : 0 })),
        ),
      );
    }),
  );
});

test('numbers that travelled are the same, however many and long', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat(), { size: 'large' }), (numbers) => {
      const writer = new NumberWriter();
      for (const number of numbers) writer.add(number);
      const reader = new NumberReader(writer.text());
      const read: number[] = [];
      while (!reader.isDone) read.push(reader.next());
      expect(read).toEqual(numbers);
    }),
  );
});

test('a likeness that travelled is the same', () => {
  const rest = { columns: [], without: 0, mergers: [], order: [] };
  const pairs = fc.array(fc.record({ both: fc.nat(40), open: fc.nat(9) }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(pairs, fc.constantFrom('jaccard', 'cosine'), (all, likeness) => {
      const own = [50, 41, 60, 52];
      const [both, open] = [all.map((pair) => pair.both), all.map((pair) => pair.open)];
      const sums = { ...rest, likeness, own, both, open };
      expect(unpackSimilarity(packSimilarity(sums))).toMatchObject({ ...similarityFrom(sums) });
    }),
  );
});

test('meetings that travelled are the same', () => {
  const pair = fc.record({ a: fc.nat(60), b: fc.nat(60), places: fc.nat(99), documents: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(pair), (all) => {
      const pairs = all.toSorted((one, other) => one.a - other.a);
      const rest = { codes: ['x'], places: [3] };
      const eachPair: EachPair = (tell) => {
        for (const { a, b, places, documents } of pairs) tell(a, b, places, documents);
      };
      expect(unpackMeetings(packMeetings({ ...rest, eachPair }))).toEqual({ ...rest, pairs });
    }),
  );
});
