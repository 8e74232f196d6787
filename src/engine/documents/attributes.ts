import { ranksAfter } from '../order.ts';
import { idText, newId } from '../store/ids.ts';
import type { Writing } from '../store/mutate.ts';
import { name, type Sql, sql } from '../store/sql.ts';

export type AttributeKind = 'text' | 'number' | 'boolean' | 'choice' | 'date';
export type Owner = 'document' | 'case';

export interface ShownValue {
  readonly attributeId: string;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly value: string | number | boolean;
}

interface ValueRow {
  readonly owner_id: Uint8Array;
  readonly attribute_id: Uint8Array;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly text: string | null;
  readonly number: number | null;
  readonly boolean: 0 | 1 | null;
  readonly date: string | null;
  readonly label: string | null;
}

/** @returns the values of all documents or all cases, by the owner's id, attributes in their order */
export function readAttributeValues(db: Sql, owner: Owner): Map<string, ShownValue[]> {
  const column = name(`${owner}_id`);
  const rows = db.all<ValueRow>(sql`
    SELECT v.${column} AS owner_id, a.id AS attribute_id, a.name, a.kind, v.text, v.number, v.boolean, v.date, c.label
    FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id LEFT JOIN attribute_choices c ON c.id = v.choice_id
    WHERE v.${column} IS NOT NULL ORDER BY a.rank, a.id`);
  const values = new Map<string, ShownValue[]>();
  for (const row of rows) {
    const value =
      row.kind === 'boolean' ? row.boolean === 1 : (row.text ?? row.number ?? row.date ?? row.label ?? '');
    const shown = { attributeId: idText(row.attribute_id), name: row.name, kind: row.kind, value };
    const list = values.get(idText(row.owner_id));
    if (list) list.push(shown);
    else values.set(idText(row.owner_id), [shown]);
  }
  return values;
}

/**
 * @returns the attribute of that name, owner and kind; made within the step where there is none
 */
export function ensureAttribute(
  { db }: Writing,
  attribute: string,
  owner: Owner,
  kind: AttributeKind,
): Uint8Array {
  const found = db.get<{ id: Uint8Array }>(sql`
    SELECT id FROM attributes WHERE name = ${attribute} AND applies_to = ${owner} AND kind = ${kind} ORDER BY id LIMIT 1`);
  if (found) return found.id;
  const id = newId();
  db.run(sql`INSERT INTO attributes (id, name, applies_to, kind, rank)
    VALUES (${id}, ${attribute}, ${owner}, ${kind}, ${nextRank(db, 'attributes')})`);
  return id;
}

/** A document or a case. */
export type AttributeOwner = { readonly document: Uint8Array } | { readonly case: Uint8Array };

/**
 * Sets a value within a step; what was there is replaced.
 * @param value in the attribute's own form: text, a choice's label, a number, a boolean, a date as 2025, 2025-07 or
 * 2025-07-26. The caller has checked that it fits the kind.
 */
export function setValue(
  writing: Writing,
  owner: AttributeOwner,
  attribute: { readonly id: Uint8Array; readonly kind: AttributeKind },
  value: string | number | boolean,
): void {
  const { document, ofCase } = ownerColumns(owner);
  const { kind } = attribute;
  const choice = kind === 'choice' ? ensureChoice(writing, attribute.id, String(value)) : null;
  const text = kind === 'text' ? String(value) : null;
  const number = kind === 'number' ? Number(value) : null;
  const boolean = kind === 'boolean' ? Number(value) : null;
  const date = kind === 'date' ? String(value) : null;
  const isSo = writing.db.get(sql`SELECT 1 FROM attribute_values
    WHERE attribute_id = ${attribute.id} AND document_id IS ${document} AND case_id IS ${ofCase} AND text IS ${text}
      AND number IS ${number} AND boolean IS ${boolean} AND choice_id IS ${choice} AND date IS ${date}`);
  if (isSo) return;
  clearValue(writing, owner, attribute.id);
  writing.db.run(sql`
    INSERT INTO attribute_values (id, attribute_id, document_id, case_id, text, number, boolean, choice_id, date)
    VALUES (${newId()}, ${attribute.id}, ${document}, ${ofCase}, ${text}, ${number}, ${boolean}, ${choice}, ${date})`);
}

/** Takes a value away within a step. */
export function clearValue({ db }: Writing, owner: AttributeOwner, attribute: Uint8Array): void {
  const { document, ofCase } = ownerColumns(owner);
  db.run(sql`DELETE FROM attribute_values
    WHERE attribute_id = ${attribute} AND document_id IS ${document} AND case_id IS ${ofCase}`);
}

function ownerColumns(owner: AttributeOwner): { document: Uint8Array | null; ofCase: Uint8Array | null } {
  return {
    document: 'document' in owner ? owner.document : null,
    ofCase: 'case' in owner ? owner.case : null,
  };
}

/** @returns the choice of that label; made within the step where there is none, after the others */
export function ensureChoice({ db }: Writing, attribute: Uint8Array, label: string): Uint8Array {
  const found = db.get<{ id: Uint8Array }>(
    sql`SELECT id FROM attribute_choices WHERE attribute_id = ${attribute} AND label = ${label}`,
  );
  if (found) return found.id;
  const id = newId();
  const last = db.get<{ rank: string }>(sql`
    SELECT rank FROM attribute_choices WHERE attribute_id = ${attribute} ORDER BY rank DESC LIMIT 1`);
  db.run(sql`INSERT INTO attribute_choices (id, attribute_id, label, rank)
    VALUES (${id}, ${attribute}, ${label}, ${ranksAfter(last?.rank ?? null, 1)[0] ?? 'a0'})`);
  return id;
}

/** @returns the rank after the last row of a table that is ordered as a whole */
export function nextRank(db: Sql, table: 'attributes' | 'cases' | 'documents'): string {
  const last = db.get<{ rank: string }>(sql`SELECT rank FROM ${name(table)} ORDER BY rank DESC LIMIT 1`);
  return ranksAfter(last?.rank ?? null, 1)[0] ?? 'a0';
}
