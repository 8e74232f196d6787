import { escapeText, record } from '../dataset/csv.ts';
import type { Sql } from '../store/sql.ts';
import { readSubjects } from './import/owners.ts';
import { listAttributes } from './read.ts';

/** A table of cases or documents with a column for each attribute. */
export interface WideTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** @returns all cases or documents in their order: identity, name and what else names them, then their attributes; null where nothing is known */
export function wideTable(db: Sql, of: 'document' | 'case'): WideTable {
  const attributes = listAttributes(db).filter(({ appliesTo }) => appliesTo === of);
  const own = of === 'case' ? ['case_id', 'name', 'description'] : ['document_id', 'short_key', 'title'];
  return {
    head: [...own, ...attributes.map(({ name }) => name)],
    rows: readSubjects(db, of).map(({ id, name, key, description, values }) => [
      ...(of === 'case' ? [id, name, description] : [id, key, name]),
      ...attributes.map((attribute) => values.get(attribute.id) ?? null),
    ]),
  };
}

/** @returns the table as CSV, as the dataset writes it; imported again it changes nothing */
export function wideCsv({ head, rows }: WideTable): string {
  const text = (cell: string | number | boolean | null) =>
    typeof cell === 'string' ? escapeText(cell) : cell === null ? '' : String(cell);
  return [head.map(escapeText), ...rows.map((row) => row.map(text))].map(record).join('');
}
