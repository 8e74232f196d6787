import type { Table } from '../fields/field.ts';
import type { AnyRow } from '../tables.ts';
import { typedCell } from './cell.ts';
import { companionFiles } from './companions.ts';
import type { Face } from './face.ts';
import { tableFiles } from './table-files.ts';

/** One JSON object a line, with numbers, truth values and nulls as such. */
export const JSONL: Face = {
  format: 'jsonl',
  about: 'JSON Lines: a file a table, a typed object a line, for programs that stream.',
  isSingle: false,
  tables: '.jsonl',
  async *files(frame, options) {
    yield* tableFiles(frame, options, '.jsonl', linesOf);
    yield* companionFiles(frame, options);
  },
};

function* linesOf({ fields }: Table, rows: Iterable<AnyRow>): Generator<string, void> {
  for (const row of rows) {
    const cells = fields.map((field) => [field.name, typedCell(field, row[field.name] ?? null)]);
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`;
  }
}
