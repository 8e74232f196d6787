import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { VERSION } from '../../../../contract/version.ts';
import type { Field } from '../../fields/field.ts';
import type { AnyRow } from '../../tables.ts';
import { elementOf, type Value, valueIn } from './columns.ts';

/** A row group is written once it has as many rows, or cells, or as much text in UTF-16 units: more is never held. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 2_000_000;
const MOST_TEXT = 8 * 1024 * 1024;

/**
 * Rows as a Parquet file (format 2, compressed with Snappy), a row group at a time.
 * @param fields the columns to write
 * @returns the file's bytes in pieces
 */
export async function* parquetOf(
  fields: readonly Field[],
  rows: Iterable<AnyRow>,
): AsyncGenerator<Uint8Array, void> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: fields.length }, ...fields.map(elementOf)],
    createdBy: `Colligo ${VERSION}`,
  });
  for (const { columns, length } of groups(fields, rows)) {
    const columnData = fields.map(({ name }, index) => ({ name, data: columns[index] ?? [] }));
    await file.write({ columnData, rowGroupSize: length });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

/** Takes what was written since; offsets go on counting from the file's start. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

interface Group {
  /** The values of each field. */
  readonly columns: readonly Value[][];
  readonly length: number;
}

function* groups(fields: readonly Field[], rows: Iterable<AnyRow>): Generator<Group, void> {
  const empty = (): Value[][] => fields.map(() => []);
  const most = Math.min(MOST_ROWS, Math.max(1, Math.floor(MOST_CELLS / fields.length)));
  let columns = empty();
  let length = 0;
  let text = 0;
  for (const row of rows) {
    for (const [index, field] of fields.entries()) {
      const value = valueIn(field, row[field.name] ?? null);
      columns[index]?.push(value);
      if (typeof value === 'string') text += value.length;
    }
    length += 1;
    if (length < most && text < MOST_TEXT) continue;
    yield { columns, length };
    columns = empty();
    length = 0;
    text = 0;
  }
  if (length > 0) yield { columns, length };
}
