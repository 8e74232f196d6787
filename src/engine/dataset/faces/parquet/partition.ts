import type { Frame } from '../../frame.ts';
import type { TableSource } from '../../tables.ts';
import type { FaceFile, FaceOptions } from '../face.ts';
import { parquetOf } from './encode.ts';

/** What Hive calls the partition without a value; it keeps the columns of a table that has no rows. */
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';

/**
 * A table in a folder for each value of one of its columns, as Hive lays it out: DuckDB, Spark, Arrow and BigQuery make the
 * column of the folders' names, so that the files are without it, and open no folder that a query does not ask for.
 * @param column by whose values the rows stand together already
 */
export function* partitionFiles(
  { table, rows }: TableSource,
  column: string,
  frame: Frame,
  { onStep }: FaceOptions,
): Generator<FaceFile, void> {
  const fields = table.fields.filter(({ name }) => name !== column);
  const path = (value: string) => `${table.name}/${column}=${value}/part-0.parquet`;
  const all = rows(frame, { row: () => undefined, step: () => onStep?.() })[Symbol.iterator]();
  let next = all.next();
  try {
    if (next.done) yield { path: path(NO_VALUE), content: parquetOf(fields, []), rows: () => 0 };
    while (!next.done) {
      const value = next.value[column] ?? null;
      let count = 0;
      // What a file leaves unread is the next file's: the rows are never gone back to.
      const ofValue = function* () {
        while (!next.done && next.value[column] === value) {
          yield next.value;
          count += 1;
          next = all.next();
        }
      };
      yield { path: path(String(value)), content: parquetOf(fields, ofValue()), rows: () => count };
    }
  } finally {
    all.return?.();
  }
}
