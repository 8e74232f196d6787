import { readCodebook } from '../../../src/engine/codebook/whole.ts';
import { CURRENT } from '../../../src/engine/documents/current.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { type Query, sql } from '../../../src/engine/store/sql.ts';

/**
 * Everything of a project that is to come back from an exchange, without what each project has of its own: ranks (the order
 * stands in the lists), keys of rows that nobody names, and the history. Two projects are alike where this is.
 */
export function snapshotOf({ db }: Project) {
  const rows = (query: Query) =>
    db.all<Record<string, unknown>>(query).map((row) => ({
      ...Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ]),
      ),
    }));
  return {
    project: rows(sql`SELECT title, description, language FROM projects`),
    coders: rows(sql`SELECT id, name, kind FROM coders ORDER BY id`),
    codes: readCodebook(db).map(({ labels, links, ...code }) => ({
      ...code,
      labels: labels.map((label) => JSON.stringify(label)),
      links: links.map((link) => JSON.stringify(link)).sort(),
    })),
    madeCodes: rows(sql`SELECT id, created_at, created_by FROM codes ORDER BY id`),
    attributes: rows(sql`SELECT id, name, applies_to, kind, description FROM attributes ORDER BY rank, id`),
    choices: rows(sql`SELECT attribute_id, label FROM attribute_choices ORDER BY attribute_id, rank, id`),
    values: rows(sql`
      SELECT v.attribute_id, v.document_id, v.case_id, v.text, v.number, v.boolean, v.date, c.label FROM attribute_values v
      LEFT JOIN attribute_choices c ON c.id = v.choice_id ORDER BY v.attribute_id, v.document_id, v.case_id`),
    documents: rows(sql`
      SELECT d.id, d.short_key, d.title, d.created_at, d.created_by, v.file_name, v.media_type, r.language, r.text_sha256,
        r.original_sha256
      FROM documents d JOIN (${CURRENT}) AS current ON current.document_id = d.id
      JOIN versions v ON v.id = current.version_id JOIN readings r ON r.key = current.reading_key ORDER BY d.rank, d.id`),
    blocks: rows(sql`
      SELECT current.document_id, b.number, b.kind, b.level, b.start_offset, b.end_offset
      FROM blocks b JOIN (${CURRENT}) AS current ON current.reading_key = b.reading_key ORDER BY current.document_id, b.number`),
    cases: rows(sql`SELECT id, name, description, created_at FROM cases ORDER BY rank, id`),
    members: rows(sql`SELECT case_id, document_id FROM case_documents ORDER BY case_id, document_id`),
    passages: rows(sql`
      SELECT p.id, p.document_id, p.comment, p.created_at, p.created_by, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
      FROM passages p JOIN anchors a ON a.passage_id = p.id JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
      ORDER BY p.id`),
    codings: rows(sql`SELECT id, passage_id, code_id, coder_id, weight, created_at FROM codings ORDER BY id`),
    memos: rows(sql`SELECT * FROM memos ORDER BY id`),
    reviews: rows(sql`
      SELECT r.id, current.document_id, r.code_id, r.coder_id, r.meaning_sha256, r.created_at
      FROM reviews r JOIN (${CURRENT}) AS current ON current.version_id = r.version_id ORDER BY r.id`),
    versions: rows(sql`
      SELECT v.id, v.name, v.note, v.locked, s.sha256, v.created_at, v.created_by
      FROM codebook_versions v JOIN codebook_states s ON s.id = v.state_id ORDER BY v.id`),
    attachments: rows(
      sql`SELECT id, name, media_type, blob_sha256, note, document_id, created_at, created_by FROM attachments ORDER BY id`,
    ),
  };
}
