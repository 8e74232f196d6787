import { readCodebook } from '../../../codebook/whole.ts';
import { idBytes, idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import { SIDECAR_FORMAT, type Sidecar, type SidecarPart } from '../sidecar.ts';
import { attachmentsOf } from './attachments.ts';
import type { Refi } from './context.ts';
import { originalName } from './files.ts';
import { exactRegions } from './selections.ts';
import { fileOf } from './sources.ts';
import type { Variables } from './values.ts';
import { heldJson } from './xml.ts';

/** @returns the note for Colligo as JSON in pieces, an entry a line; see `Sidecar` */
export function* sidecarJson(refi: Refi, variables: Variables): Generator<string, void> {
  const { db, project } = refi.frame;
  const { language } = db.one<{ language: string }>(
    sql`SELECT language FROM projects ORDER BY created_at, id LIMIT 1`,
  );
  yield `{"format":${SIDECAR_FORMAT},"project":${heldJson({ id: project.id, language })}`;
  yield* list('coders', coders(refi));
  yield* list('cases', cases(refi));
  yield* list('codes', codes(refi));
  yield* list('attributes', variables.sidecar());
  yield* list('documents', documents(refi));
  yield* list('regions', exactRegions(refi));
  yield* list('weights', weights(refi));
  yield* list('memos', refi.memos.linked);
  yield* list('reviews', reviews(refi));
  yield* list('versions', versions(refi));
  yield* list(
    'attachments',
    attachmentsOf(refi).map(({ sha256: _, size: _size, ...attachment }) => attachment),
  );
  yield* list('texts', refi.texts);
  yield* list('values', refi.values);
  yield '\n}';
}

function* list<Part extends SidecarPart>(
  part: Part,
  entries: Iterable<Sidecar[Part][number]>,
): Generator<string, void> {
  yield `,\n"${part}":[`;
  let separator = '\n';
  for (const entry of entries) {
    yield separator + heldJson(entry);
    separator = ',\n';
  }
  yield ']';
}

/** Coders who go by pseudonyms do not say when they joined. */
function* coders({ frame }: Refi): Generator<Sidecar['coders'][number], void> {
  for (const { id, kind, createdAt } of frame.coders.values())
    yield { id, kind, ...(!frame.pseudonyms && { createdAt }) };
}

function* cases({ frame: { db, cases: all } }: Refi): Generator<Sidecar['cases'][number], void> {
  for (const { id } of all) {
    const row = db.one<{ created_at: string }>(sql`SELECT created_at FROM cases WHERE id = ${idBytes(id)}`);
    yield { id, createdAt: row.created_at };
  }
}

function* codes(refi: Refi): Generator<Sidecar['codes'][number], void> {
  const { db } = refi.frame;
  const labels = new Map(readCodebook(db).map((code) => [code.id, code.labels]));
  const rows = new Map(
    db
      .all<{ id: Uint8Array; created_at: string; created_by: Uint8Array }>(
        sql`SELECT id, created_at, created_by FROM codes`,
      )
      .map((row) => [idText(row.id), row]),
  );
  for (const id of refi.frame.codes.keys()) {
    const row = rows.get(id);
    if (row) yield { id, ...madeBy(refi, row), labels: [...(labels.get(id) ?? [])] };
  }
}

function* documents(refi: Refi): Generator<Sidecar['documents'][number], void> {
  for (const document of refi.frame.documents) {
    const file = fileOf(refi, document);
    yield {
      id: document.id,
      key: file.short_key,
      fileName: file.file_name,
      mediaType: file.media_type,
      language: file.language,
      original: originalName(document, file),
    };
  }
}

function* weights({ frame: { db, documents, part } }: Refi): Generator<Sidecar['weights'][number], void> {
  for (const document of documents) {
    const rows = db.all<{ id: Uint8Array; weight: number }>(sql`
      SELECT c.id, c.weight FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
      WHERE a.version_id = ${document.versionId} AND a.status <> 'lost' AND c.weight IS NOT NULL AND ${part.codings(document)}
      ORDER BY c.id`);
    for (const { id, weight } of rows) yield { coding: idText(id), weight };
  }
}

function* reviews(refi: Refi): Generator<Sidecar['reviews'][number], void> {
  const { db, documents, part } = refi.frame;
  for (const document of documents) {
    const rows = db.all<{
      id: Uint8Array;
      code_id: Uint8Array;
      coder_id: Uint8Array;
      created_at: string;
      meaning_sha256: Uint8Array;
    }>(sql`
      SELECT r.id, r.code_id, r.coder_id, r.created_at, r.meaning_sha256 FROM reviews r
      WHERE r.version_id = ${document.versionId} AND ${part.reviews(document)} ORDER BY r.id`);
    for (const row of rows) {
      const coder = refi.coder(row.coder_id);
      if (coder === undefined) continue;
      yield {
        id: idText(row.id),
        document: document.id,
        code: idText(row.code_id),
        coder,
        createdAt: row.created_at,
        meaning: Buffer.from(row.meaning_sha256).toString('hex'),
      };
    }
  }
}

function* versions(refi: Refi): Generator<Sidecar['versions'][number], void> {
  const rows = refi.frame.db.iterate<{
    id: Uint8Array;
    name: string;
    note: string;
    locked: 0 | 1;
    body: string;
    created_at: string;
    created_by: Uint8Array;
  }>(sql`
    SELECT v.id, v.name, v.note, v.locked, s.body, v.created_at, v.created_by
    FROM codebook_versions v JOIN codebook_states s ON s.id = v.state_id ORDER BY v.created_at, v.id`);
  for (const { id, name, note, locked, body, ...made } of rows)
    yield { id: idText(id), name, note, locked: locked === 1, body, ...madeBy(refi, made) };
}

function madeBy(refi: Refi, row: { readonly created_at: string; readonly created_by: Uint8Array }) {
  const createdBy = refi.coder(row.created_by);
  return { createdAt: row.created_at, ...(createdBy !== undefined && { createdBy }) };
}
