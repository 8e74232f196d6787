import { sourcesOf } from '../../tables.ts';
import type { Face, FaceFile } from '../face.ts';
import { parquetOf } from './encode.ts';
import { partitionFiles } from './partition.ts';

/** The table that grows with the project and is asked for by document. */
const PARTITIONED = { table: 'codings', column: 'document_id' };

const RULE = `- **Codings by document.** Codings lie in a folder for each document, \`codings/document_id=<id>/part-0.parquet\` (the layout of Hive). Readers that know it make the column document_id of the folders' names; the files are without it. Where nothing is coded, one file without rows keeps the columns.
- **Types.** Whole numbers are INT32, other numbers DOUBLE, truth values BOOLEAN, moments TIMESTAMP (milliseconds, UTC), all else STRING. An empty text is a null where the column may be empty.
`;

/** The tables with typed columns; the codings in a folder for each document. */
export const PARQUET: Face = {
  format: 'parquet',
  about:
    'The tables as Parquet, the codings by document, for DuckDB, Spark, Arrow and BigQuery and for projects that spreadsheets cannot hold.',
  isSingle: false,
  tables: '.parquet',
  rule: RULE,
  *files(frame, options) {
    for (const source of sourcesOf(frame)) {
      const { table, rows } = source;
      if (table.name === PARTITIONED.table) {
        yield* partitionFiles(source, PARTITIONED.column, frame, options);
        continue;
      }
      let count = 0;
      const told = rows(frame, { row: () => count++, step: () => options.onStep?.() });
      const file: FaceFile = {
        path: `${table.name}.parquet`,
        content: parquetOf(table.fields, told),
        rows: () => count,
      };
      yield file;
    }
  },
};
