import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetOf } from '../../../../src/engine/dataset/faces/parquet/encode.ts';
import { count, defineTable, flag, moment, text } from '../../../../src/engine/dataset/fields/field.ts';
import type { AnyRow } from '../../../../src/engine/dataset/tables.ts';

const { fields } = defineTable({
  name: 'any',
  title: 'Any',
  about: 'One row per row.',
  primaryKey: ['name'],
  fields: [
    text('name', 'A name.'),
    text('quote', 'A quote.', { empty: 'There is none.' }),
    count('words', 'Words.', { empty: 'Not counted.' }),
    {
      name: 'share',
      type: 'number',
      about: 'A share, to six digits.',
      decimals: 6,
      empty: 'Not counted.',
    },
    flag('current', 'Whether it is.'),
    moment('created_at', 'When it was made.'),
  ],
});

const joined = (pieces: readonly Uint8Array[]): ArrayBuffer => new Uint8Array(Buffer.concat(pieces)).buffer;

async function writtenAs(rows: Iterable<AnyRow>): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetOf(fields, rows)) pieces.push(piece);
  return joined(pieces);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '👩‍👩‍👧', '𠮷', "'=1", 'null', '\0', '\r\n'),
  fc.string({ minLength: 1, maxLength: 9 }).map((piece) => piece.repeat(20_000)),
);

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyRow = fc.record({
  name: anyText,
  quote: orNull(anyText),
  words: orNull(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
  share: orNull(fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1_000_000)),
  current: fc.boolean(),
  created_at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
});

test('another reader finds what was written: nulls, emoji, long texts, numbers, moments', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 60 }), async (rows) => {
      const read = await parquetReadObjects({ file: await writtenAs(rows) });
      expect(read).toEqual(
        rows.map(({ name, quote, ...row }) => ({
          ...row,
          name: name.toWellFormed(),
          // An empty text is a missing value where the dictionary says so, and a text elsewhere.
          quote: quote === '' ? null : (quote?.toWellFormed() ?? null),
          created_at: new Date(row.created_at),
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('columns are typed, and only those hold nulls that the dictionary gives empty cells', async () => {
  const { schema, num_rows, row_groups, created_by } = parquetMetadata(await writtenAs([]));
  expect([num_rows, row_groups.length]).toEqual([0n, 0]);
  expect(created_by).toMatch(/^Colligo /);
  expect(schema.slice(1).map((each) => [each.name, each.type, each.repetition_type])).toEqual([
    ['name', 'BYTE_ARRAY', 'REQUIRED'],
    ['quote', 'BYTE_ARRAY', 'OPTIONAL'],
    ['words', 'INT32', 'OPTIONAL'],
    ['share', 'DOUBLE', 'OPTIONAL'],
    ['current', 'BOOLEAN', 'REQUIRED'],
    ['created_at', 'INT64', 'REQUIRED'],
  ]);
});

test('a long table is written group by group, and rows are asked for no earlier than they are needed', async () => {
  const row = {
    name: 'a',
    quote: '🙂'.repeat(400),
    words: 1,
    share: 0.5,
    current: true,
    created_at: '2025-07-26T00:00:00.000Z',
  };
  let asked = 0;
  function* rows() {
    for (let index = 0; index < 45_000; index += 1) {
      asked += 1;
      yield { ...row, name: String(index) };
    }
  }
  const askedAt: number[] = [];
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetOf(fields, rows())) {
    pieces.push(piece);
    askedAt.push(asked);
  }
  expect(askedAt[0]).toBeLessThan(20_000);
  const file = joined(pieces);
  const { row_groups } = parquetMetadata(file);
  expect(row_groups.length).toBe(askedAt.length - 1);
  expect(row_groups.length).toBeGreaterThan(3);
  const read = await parquetReadObjects({ file, columns: ['name'] });
  expect(read.map(({ name }) => name)).toEqual(Array.from({ length: 45_000 }, (_, index) => String(index)));
});
