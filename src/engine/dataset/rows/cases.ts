import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { CASE_DOCUMENTS, CASES } from '../fields/cases.ts';
import type { RowOf } from '../fields/field.ts';
import type { Frame } from '../frame.ts';

/** @returns the rows of cases.csv */
export function* caseRows({ db, cases }: Frame): Generator<RowOf<typeof CASES>, void> {
  const inScope = new Set(cases.map((ofCase) => ofCase.id));
  const records = db.iterate<{ id: Uint8Array; name: string; description: string; created_at: string }>(
    sql`SELECT id, name, description, created_at FROM cases ORDER BY rank, id`,
  );
  for (const { id, name, description, created_at } of records) {
    const ofCase = idText(id);
    if (inScope.has(ofCase)) yield { case_id: ofCase, name, description, created_at };
  }
}

/** @returns the rows of case_documents.csv, in the order of the cases, then of the documents */
export function* caseDocumentRows({ cases }: Frame): Generator<RowOf<typeof CASE_DOCUMENTS>, void> {
  for (const { id, documents } of cases) {
    for (const document of documents) yield { case_id: id, document_id: document.id };
  }
}
