import type { AttributeRow, CaseRow } from '../../contract/cases.ts';
import { readAttributeValues } from '../documents/attributes.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/** @returns the cases in their order, each with its documents in theirs and with what is known of it */
export function listCases(db: Sql): CaseRow[] {
  const members = new Map<string, string[]>();
  for (const row of db.all<{ case_id: Uint8Array; document_id: Uint8Array }>(sql`
    SELECT cd.case_id, cd.document_id FROM case_documents cd JOIN documents d ON d.id = cd.document_id ORDER BY d.rank, d.id`)) {
    const list = members.get(idText(row.case_id)) ?? [];
    members.set(idText(row.case_id), [...list, idText(row.document_id)]);
  }
  const attributes = readAttributeValues(db, 'case');
  return db
    .all<{ id: Uint8Array; name: string; description: string }>(
      sql`SELECT id, name, description FROM cases ORDER BY rank, id`,
    )
    .map((row) => {
      const id = idText(row.id);
      return { ...row, id, documents: members.get(id) ?? [], attributes: attributes.get(id) ?? [] };
    });
}

/** @returns the attributes in their order, with the labels that a choice may take */
export function listAttributes(db: Sql): AttributeRow[] {
  const choices = new Map<string, string[]>();
  for (const row of db.all<{ attribute_id: Uint8Array; label: string }>(sql`
    SELECT attribute_id, label FROM attribute_choices ORDER BY rank, id`)) {
    choices.set(idText(row.attribute_id), [...(choices.get(idText(row.attribute_id)) ?? []), row.label]);
  }
  return db
    .all<{
      id: Uint8Array;
      name: string;
      applies_to: AttributeRow['appliesTo'];
      kind: AttributeRow['kind'];
    }>(sql`
      SELECT id, name, applies_to, kind FROM attributes ORDER BY rank, id`)
    .map((row) => ({
      id: idText(row.id),
      name: row.name,
      appliesTo: row.applies_to,
      kind: row.kind,
      choices: choices.get(idText(row.id)) ?? [],
    }));
}
