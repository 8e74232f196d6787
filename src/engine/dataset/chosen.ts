import { idList } from '../scope/ids.ts';
import type { Narrowing } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';

/** Bytes of an id. */
const ID = 16;

/** Ids after one another, with room for more. */
interface Row {
  bytes: Buffer;
  length: number;
}

/** Which passages a scope chooses, by document: as bytes, since there may be millions of them. */
export class ChosenPassages {
  readonly #byDocument = new Map<string, Row>();

  constructor(db: Sql, narrowing: Narrowing) {
    const records = db.iterate<{ id: Uint8Array; document_id: Uint8Array }>(
      sql`SELECT p.id, p.document_id FROM passages p WHERE ${narrowing.passage(sql`p.id`)}`,
    );
    for (const { id, document_id } of records) this.#add(idText(document_id), id);
  }

  /** @returns those of a document as a list, for use behind IN */
  within(document: string): Query {
    const { bytes, length } = this.#byDocument.get(document) ?? { bytes: Buffer.alloc(0), length: 0 };
    return idList(
      Array.from({ length: length / ID }, (_, index) => bytes.toString('hex', index * ID, (index + 1) * ID)),
    );
  }

  #add(document: string, id: Uint8Array): void {
    const row = this.#byDocument.get(document) ?? { bytes: Buffer.alloc(4 * ID), length: 0 };
    this.#byDocument.set(document, row);
    if (row.length === row.bytes.length) row.bytes = Buffer.concat([row.bytes], 2 * row.length);
    row.bytes.set(id, row.length);
    row.length += ID;
  }
}
