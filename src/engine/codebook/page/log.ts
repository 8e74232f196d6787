import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql, type Value } from '../../store/sql.ts';

/** A row of the store as it was or is: ids as text, the rest as it stands. */
export type Image = Readonly<Record<string, string | number | null>>;

/** What a step did to a row, on both sides; null where there was no row. */
export interface RowChange {
  readonly seq: number;
  readonly table: 'codes' | 'code_labels' | 'code_links';
  readonly rowId: string;
  readonly before: Image | null;
  readonly after: Image | null;
}

interface Logged {
  readonly key: number;
  readonly seq: number;
  readonly table_name: RowChange['table'];
  readonly operation: 'insert' | 'update' | 'delete';
  readonly row_id: Uint8Array;
  readonly before: string | null;
}

/** Columns that hold ids: the log has them as hexadecimal digits. */
const IDS = new Set(['id', 'parent_id', 'code_id', 'other_code_id', 'created_by']);

/**
 * Reads from the log what became of the rows that say something of a code: its own, its labels, its links. What a row was
 * after a step is what the log says it was before the next one that touched it, else what it is now.
 * @returns changes in the order in which they were made, one a step and row
 */
export function rowChangesOf(db: Sql, code: string): RowChange[] {
  const id = idBytes(code);
  const hex = Buffer.from(id).toString('hex').toUpperCase();
  const logged = db.all<Logged>(sql`
    SELECT key, step_seq AS seq, table_name, operation, row_id, before FROM changes
    WHERE (table_name = 'codes' AND row_id = ${id})
      OR (table_name IN ('code_labels', 'code_links') AND row_id IN (
        SELECT id FROM code_labels WHERE code_id = ${id}
        UNION SELECT id FROM code_links WHERE code_id = ${id} OR other_code_id = ${id}
        UNION SELECT row_id FROM changes WHERE table_name IN ('code_labels', 'code_links')
          AND (json_extract(before, '$.code_id') = ${hex} OR json_extract(before, '$.other_code_id') = ${hex})))
    ORDER BY key`);
  const changes = [...Map.groupBy(logged, (row) => `${row.table_name} ${idText(row.row_id)}`).values()];
  return changes.flatMap((rows) => ofRow(db, rows)).toSorted((one, other) => one.seq - other.seq);
}

function ofRow(db: Sql, rows: readonly Logged[]): RowChange[] {
  const [first] = rows;
  if (!first) return [];
  const images = rows.map((row) => (row.before === null ? null : imageOf(JSON.parse(row.before))));
  const steps = [...Map.groupBy(rows.entries(), ([, row]) => row.seq)];
  return steps.map(([seq, entries], index) => {
    // A step may touch a row several times: it counts as a whole.
    const next = steps[index + 1]?.[1][0]?.[0];
    return {
      seq,
      table: first.table_name,
      rowId: idText(first.row_id),
      before: images[entries[0]?.[0] ?? 0] ?? null,
      after: next === undefined ? presentImage(db, first) : (images[next] ?? null),
    };
  });
}

function presentImage(db: Sql, { table_name, row_id }: Logged): Image | null {
  const tables = {
    codes: sql`SELECT * FROM codes WHERE id = ${row_id}`,
    code_labels: sql`SELECT * FROM code_labels WHERE id = ${row_id}`,
    code_links: sql`SELECT * FROM code_links WHERE id = ${row_id}`,
  };
  const row = db.get<Record<string, Value>>(tables[table_name]);
  if (!row) return null;
  const cells = Object.entries(row).map(([column, value]) => [
    column,
    value instanceof Uint8Array ? idText(value) : value,
  ]);
  return Object.fromEntries(cells);
}

function imageOf(logged: Record<string, string | number | null>): Image {
  const cells = Object.entries(logged).map(([column, value]) => {
    if (!IDS.has(column)) return [column, value];
    return [column, typeof value === 'string' && value !== '' ? idText(Buffer.from(value, 'hex')) : null];
  });
  return Object.fromEntries(cells);
}
