import type { Saturation, SaturationOrder, SaturationStep } from '../../contract/analyse.ts';
import { type CountedTable, eachCell } from '../../contract/cells.ts';
import { countTable } from '../compare/table.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Judgements } from './crosstab.ts';

/** What is asked about codes that come with documents; the contract says what each means. */
export interface SaturationRequest extends Judgements {
  readonly order: SaturationOrder;
}

/**
 * Says how many codes each further document adds.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the coder is gone
 */
export function saturationOf(db: Sql, { order, ...judgements }: SaturationRequest): Saturation {
  const table = countTable(db, { columns: { by: 'document' }, ...judgements });
  const found = foundIn(table);
  const columns = ordered(db, table, order).filter((column) => found[column] !== null);
  const expected = expectedCodes(
    columns.map((column) => found[column] ?? []),
    table.codes.length,
  );
  const seen = new Set<number>();
  const steps = columns.map((column, index): SaturationStep => {
    const rows = found[column] ?? [];
    const fresh = rows.filter((row) => !seen.has(row));
    for (const row of fresh) seen.add(row);
    const { id = '', title = '' } = table.columns[column] ?? {};
    return {
      documentId: id,
      title,
      codes: rows.length,
      fresh: fresh.map((row) => table.codes[row] ?? ''),
      cumulative: seen.size,
      expected: expected[index] ?? 0,
    };
  });
  return { steps, untouched: table.columns.length - columns.length };
}

/** @returns by document its codes, in the order of the codebook; null where nobody has judged anything */
function foundIn({ columns, cells }: CountedTable): (number[] | null)[] {
  const found = columns.map((): number[] | null => null);
  eachCell(cells, (row, column, spans) => {
    const rows = found[column] ?? [];
    if (spans > 0) rows.push(row);
    found[column] = rows;
  });
  return found;
}

/** @returns the documents in the order asked for */
function ordered(db: Sql, { columns }: CountedTable, order: SaturationOrder): number[] {
  const places = [...columns.keys()];
  if (order === 'project') return places;
  const rows = db.all<{ id: Uint8Array }>(sql`SELECT id FROM documents ORDER BY created_at, id`);
  const came = new Map(rows.map(({ id }, index) => [idText(id), index]));
  const at = (place: number) => came.get(columns[place]?.id ?? '') ?? 0;
  return places.sort((a, b) => at(a) - at(b));
}

/**
 * @param documents by document its codes
 * @returns the mean number of codes in one document, two, and so on, over all orders
 */
export function expectedCodes(documents: readonly (readonly number[])[], codes: number): number[] {
  const count = documents.length;
  const having = new Int32Array(codes);
  for (const rows of documents) for (const row of rows) having[row] = (having[row] ?? 0) + 1;
  /** By number of documents that have a code, how many codes are in so many. */
  const frequencies = new Int32Array(count + 1);
  for (const times of having) frequencies[times] = (frequencies[times] ?? 0) + 1;
  const expected = documents.map(() => 0);
  for (let times = 1; times <= count; times++) {
    const many = frequencies[times] ?? 0;
    if (many === 0) continue;
    /** The share of choices of so many documents in which none has the code: C(count - times, size) / C(count, size). */
    let missed = 1;
    for (let size = 1; size <= count; size++) {
      missed *= Math.max(0, count - times - size + 1) / (count - size + 1);
      expected[size - 1] = (expected[size - 1] ?? 0) + many * (1 - missed);
    }
  }
  return expected;
}
