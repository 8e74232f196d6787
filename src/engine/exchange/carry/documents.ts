import { nextRank } from '../../documents/attributes.ts';
import { idBytes, newId } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { type Carrying, type LandedDocument, momentOr } from './context.ts';
import type { GatheredDocument } from './gather.ts';

interface Current {
  readonly id: Uint8Array;
  readonly title: string;
  readonly version_id: Uint8Array;
  readonly text_sha256: Uint8Array;
}

const CURRENT_TEXTS = sql`
  SELECT d.id, d.title, v.id AS version_id, r.text_sha256 FROM documents d JOIN versions v ON v.document_id = d.id
  JOIN readings r ON r.id = v.reading_id
  WHERE v.number = (SELECT max(w.number) FROM versions w WHERE w.document_id = d.id)`;

/**
 * Adds the documents of the file. One is there already if its identity is and its text is the same, or, since some programs
 * give new identities with every export, if a document of the same title has the very same text.
 */
export function carryDocuments(carrying: Carrying): void {
  for (const document of carrying.gathered.documents) {
    const there = findDocument(carrying, document);
    if (there) {
      carrying.documents.set(document.id, { ...there, isNew: false });
    } else {
      carrying.documents.set(document.id, addDocument(carrying, document));
    }
    carrying.count('documents', !there);
  }
}

function findDocument(
  { writing: { db }, book, documents }: Carrying,
  { id, title, textSha256 }: GatheredDocument,
): Omit<LandedDocument, 'isNew'> | null {
  const own = db.get<Current>(sql`${CURRENT_TEXTS} AND d.id = ${idBytes(id)}`);
  if (own && equal(own.text_sha256, textSha256)) return landed(own);
  // Two of the file itself are two, however alike they are.
  const came = (one: Uint8Array) => [...documents.values()].some((each) => each.isNew && equal(each.id, one));
  const twin = db
    .all<Current>(
      sql`${CURRENT_TEXTS} AND d.title = ${title} AND r.text_sha256 = ${textSha256} ORDER BY d.id`,
    )
    .find((found) => !came(found.id));
  if (twin) {
    book.say({
      what: 'mended',
      message:
        'A document of this title and text is in the project under another identity: it was taken for the same.',
      subject: title,
    });
    return landed(twin);
  }
  if (own) {
    book.say({
      what: 'mended',
      message: 'The project has this document with another text: this one came in as a document of its own.',
      subject: title,
    });
  }
  return null;
}

const landed = ({ id, title, version_id }: Current) => ({ id, title, versionId: version_id });

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function addDocument(carrying: Carrying, document: GatheredDocument): LandedDocument {
  const { db, at } = carrying.writing;
  const wished = idBytes(document.id);
  const id = carrying.has('documents', wished)
    ? carrying.derived('document', document.id, Buffer.from(document.textSha256).toString('hex'))
    : wished;
  const title = document.title.trim() || document.fileName;
  const [createdAt, createdBy] = [momentOr(document.createdAt, at), carrying.maker(document.createdBy)];
  db.run(sql`INSERT INTO documents (id, short_key, title, rank, created_at, created_by)
    VALUES (${id}, ${freeKey(db, document.key ?? null)}, ${title}, ${nextRank(db, 'documents')}, ${createdAt}, ${createdBy})`);
  const versionId = newId();
  db.run(sql`INSERT INTO versions (id, document_id, number, reading_id, file_name, media_type, created_at, created_by)
    VALUES (${versionId}, ${id}, 1, ${document.readingId}, ${document.fileName || title}, ${document.mediaType}, ${createdAt}, ${createdBy})`);
  return { id, versionId, title, isNew: true };
}

/** A key is for scripts that know it: one that is taken belongs to another document, and this one has none. */
function freeKey(db: Sql, wished: string | null): string | null {
  if (wished === null || wished === '' || wished.length > 64) return null;
  return db.get(sql`SELECT 1 FROM documents WHERE short_key = ${wished}`) ? null : wished;
}
