import { meaningOf } from '../../codebook/meaning.ts';
import { rememberState } from '../../codebook/state.ts';
import { readTree } from '../../codebook/tree.ts';
import { sha256 } from '../../documents/reading-id.ts';
import { idBytes, idText, newId } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import { type Carrying, momentOr } from './context.ts';

/** Adds what coders said they looked for. A coder's own statement that is there stays. */
export function carryReviews(carrying: Carrying): void {
  const { writing, gathered } = carrying;
  if (gathered.reviews.length === 0) return;
  const state = rememberState(writing);
  const meanings = new Map(readTree(writing.db).map((code) => [code.id, meaningOf(code)]));
  for (const review of gathered.reviews) {
    const document = carrying.documents.get(review.document);
    const code = carrying.codes.get(review.code);
    if (!document || !code) {
      carrying.book.say({
        what: 'left',
        message: 'A statement that a code was looked for names a document or code that did not come.',
        subject: document?.title ?? code?.name ?? '',
      });
      continue;
    }
    const present = meanings.get(idText(code.id)) ?? sha256('');
    const meaning =
      review.meaning && /^[0-9a-f]{64}$/.test(review.meaning) ? Buffer.from(review.meaning, 'hex') : present;
    const made = writing.db.run(sql`
      INSERT INTO reviews (id, version_id, code_id, coder_id, codebook_state_id, meaning_sha256, created_at)
      VALUES (${idBytes(review.id)}, ${document.versionId}, ${code.id}, ${carrying.coder(review.coder)}, ${state}, ${meaning},
        ${momentOr(review.createdAt, writing.at)}) ON CONFLICT DO NOTHING`);
    carrying.count('reviews', made > 0);
  }
}

/** Adds the named states of the codebook that are not there yet. */
export function carryVersions(carrying: Carrying): void {
  const { db, at } = carrying.writing;
  for (const version of carrying.gathered.versions) {
    const hash = sha256(version.body);
    const [createdAt, createdBy] = [momentOr(version.createdAt, at), carrying.maker(version.createdBy)];
    const known = db.get<{ id: Uint8Array }>(sql`SELECT id FROM codebook_states WHERE sha256 = ${hash}`);
    const state = known?.id ?? newId();
    if (!known)
      db.run(sql`INSERT INTO codebook_states (id, sha256, body, created_at, created_by)
        VALUES (${state}, ${hash}, ${version.body}, ${createdAt}, ${createdBy})`);
    const made =
      db.run(sql`INSERT INTO codebook_versions (id, name, note, state_id, locked, created_at, created_by)
      VALUES (${idBytes(version.id)}, ${version.name}, ${version.note}, ${state}, ${version.locked ? 1 : 0}, ${createdAt}, ${createdBy})
      ON CONFLICT (id) DO NOTHING`);
    carrying.count('versions', made > 0);
  }
}

/** Adds the files that are kept as they are. */
export function carryAttachments(carrying: Carrying): void {
  const { db, at } = carrying.writing;
  for (const file of carrying.gathered.attachments) {
    const document = file.document === undefined ? null : (carrying.documents.get(file.document)?.id ?? null);
    const made =
      db.run(sql`INSERT INTO attachments (id, name, media_type, blob_sha256, note, document_id, created_at, created_by)
      VALUES (${idBytes(file.id)}, ${file.name.trim() || 'file'}, ${file.mediaType}, ${file.sha256}, ${file.note}, ${document}, ${momentOr(file.createdAt, at)},
        ${carrying.maker(file.createdBy)})
      ON CONFLICT (id) DO NOTHING`);
    carrying.count('files', made > 0);
  }
}
