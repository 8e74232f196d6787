import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { ATTRIBUTES } from '../fields/attributes.ts';
import type { Cell, RowOf } from '../fields/field.ts';
import type { Frame } from '../frame.ts';

interface StoredAttribute {
  readonly id: Uint8Array;
  readonly name: string;
  readonly description: string;
  readonly applies_to: 'document' | 'case';
  readonly kind: 'text' | 'number' | 'boolean' | 'choice' | 'date';
}

interface StoredValue {
  readonly document_id: Uint8Array | null;
  readonly case_id: Uint8Array | null;
  readonly text: string | null;
  readonly number: number | null;
  readonly boolean: 0 | 1 | null;
  readonly date: string | null;
  readonly label: string | null;
}

/** A date's length says how exact it is: 2025, 2025-07 or 2025-07-26. */
const PRECISION: Readonly<{ [length: number]: string }> = { 4: 'year', 7: 'month', 10: 'day' };

/** @returns the rows of attributes.csv, in the order of the attributes, then of what has them */
export function* attributeRows(frame: Frame): Generator<RowOf<typeof ATTRIBUTES>, void> {
  const owners = new Set([...frame.documents, ...frame.cases].map(({ id }) => id));
  const attributes = frame.db.all<StoredAttribute>(
    sql`SELECT id, name, description, applies_to, kind FROM attributes ORDER BY rank, id`,
  );
  // One at a time: what SQLite puts in order, it holds.
  for (const attribute of attributes) yield* valueRows(frame, attribute, owners);
}

function* valueRows(
  { db }: Frame,
  { id, name, description, applies_to, kind }: StoredAttribute,
  owners: ReadonlySet<string>,
): Generator<RowOf<typeof ATTRIBUTES>, void> {
  const records = db.iterate<StoredValue>(sql`
    SELECT v.document_id, v.case_id, v.text, v.number, v.boolean, v.date, choices.label
    FROM attribute_values v
    LEFT JOIN attribute_choices choices ON choices.id = v.choice_id
    LEFT JOIN documents d ON d.id = v.document_id
    LEFT JOIN cases c ON c.id = v.case_id
    WHERE v.attribute_id = ${id}
    ORDER BY coalesce(d.rank, c.rank), coalesce(d.id, c.id)`);
  for (const record of records) {
    const document = record.document_id && idText(record.document_id);
    const ofCase = record.case_id && idText(record.case_id);
    if (!owners.has(document ?? ofCase ?? '')) continue;
    yield {
      attribute_id: idText(id),
      attribute: name,
      description,
      applies_to,
      owner_id: document ?? ofCase,
      document_id: document,
      case_id: ofCase,
      kind,
      value: shown(record),
      date_precision: record.date === null ? null : (PRECISION[record.date.length] ?? null),
    };
  }
}

function shown({ text, number, boolean, date, label }: StoredValue): Cell {
  if (boolean !== null) return boolean === 1;
  return text ?? number ?? date ?? label;
}
