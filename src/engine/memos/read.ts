import type { MemoRow, MemoTarget } from '../../contract/memos.ts';
import type { Scope } from '../../contract/scope.ts';
import { CURRENT } from '../documents/current.ts';
import { loadReading } from '../documents/load.ts';
import { shorten } from '../passages/apply.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { idBytes, idText } from '../store/ids.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';

interface Place {
  readonly reading_key: number | null;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  /** Only of a part of a page: the label of the page. */
  readonly page_label: string | null;
}

interface About extends Place {
  readonly document_title: string | null;
  readonly code_name: string | null;
  readonly case_name: string | null;
  /** The same of the second passage of a pair. */
  readonly other_reading_key: number | null;
  readonly other_start_offset: number | null;
  readonly other_end_offset: number | null;
  readonly other_page_label: string | null;
}

interface Row extends About {
  readonly id: Uint8Array;
  readonly title: string;
  readonly body: string;
  readonly document_id: Uint8Array | null;
  readonly passage_id: Uint8Array | null;
  readonly other_passage_id: Uint8Array | null;
  readonly code_id: Uint8Array | null;
  readonly case_id: Uint8Array | null;
  readonly coding_id: Uint8Array | null;
  readonly created_at: string;
  readonly created_by: Uint8Array;
  readonly place_document: Uint8Array | null;
  readonly other_document: Uint8Array | null;
}

/** What `m` is about, for `aboutOf`; with `TARGETS`. */
const ABOUT = sql`d.title AS document_title, codes.name AS code_name, cases.name AS case_name,
  place.reading_key, place.start_offset, place.end_offset, place.page_label, other.reading_key AS other_reading_key,
  other.start_offset AS other_start_offset, other.end_offset AS other_end_offset, other.page_label AS other_page_label`;

/** Where each passage lies in the current version; a part of a page where its page begins. */
const PLACES = sql`
  SELECT a.passage_id, coalesce(a.start_offset, pg.start_offset) AS start_offset,
    coalesce(a.end_offset, pg.start_offset) AS end_offset, current.reading_key, pg.label AS page_label FROM anchors a
  JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
  LEFT JOIN pages pg ON pg.reading_key = current.reading_key AND pg.number = a.page`;

/** All that a memo `m` may be about. */
const TARGETS = sql`
  LEFT JOIN documents d ON d.id = m.document_id
  LEFT JOIN codes ON codes.id = m.code_id
  LEFT JOIN cases ON cases.id = m.case_id
  LEFT JOIN codings c ON c.id = m.coding_id
  LEFT JOIN passages p ON p.id = coalesce(m.passage_id, c.passage_id)
  LEFT JOIN passages op ON op.id = m.other_passage_id
  LEFT JOIN (${PLACES}) AS place ON place.passage_id = p.id
  LEFT JOIN (${PLACES}) AS other ON other.passage_id = m.other_passage_id`;

/**
 * @param target only memos about this; all where it is left out
 * @param scope those about the project are in every scope; the others are where all that they are about is
 * @returns memos, newest first
 */
export function listMemos(db: Sql, target?: MemoTarget, scope?: Scope): MemoRow[] {
  const conditions = [...(target ? [isAbout(target)] : []), ...(scope ? [isInScope(narrow(db, scope))] : [])];
  const where = conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : sql``;
  return db
    .all<Row>(sql`
      SELECT m.*, p.document_id AS place_document, op.document_id AS other_document, ${ABOUT}
      FROM memos m ${TARGETS} ${where} ORDER BY m.created_at DESC, m.id DESC`)
    .map((row) => toMemo(db, row));
}

/** The columns of a memo that a target fills, all others being NULL. */
export function columnsOf(
  target: MemoTarget,
): Record<'document' | 'passage' | 'other' | 'code' | 'case' | 'coding', string | null> {
  const none = { document: null, passage: null, other: null, code: null, case: null, coding: null };
  if (target.kind === 'project') return none;
  if (target.kind === 'pair') return { ...none, passage: target.passage, other: target.other };
  if (target.kind === 'cell') {
    return { ...none, code: target.code, document: target.document ?? null, case: target.case ?? null };
  }
  return { ...none, [target.kind]: target.id };
}

function isAbout(target: MemoTarget): Query {
  const columns = columnsOf(target);
  // No other column is filled where one of these is. Either way round a pair is the same.
  const [passage, other] = [bytes(columns.passage), bytes(columns.other)];
  if (target.kind === 'passage') return sql`(m.passage_id = ${passage} OR m.other_passage_id = ${passage})`;
  if (target.kind === 'pair') {
    return sql`((m.passage_id = ${passage} AND m.other_passage_id = ${other})
      OR (m.passage_id = ${other} AND m.other_passage_id = ${passage}))`;
  }
  return join(
    [
      sql`m.document_id IS ${bytes(columns.document)}`,
      sql`m.passage_id IS NULL`,
      sql`m.code_id IS ${bytes(columns.code)}`,
      sql`m.case_id IS ${bytes(columns.case)}`,
      sql`m.coding_id IS ${bytes(columns.coding)}`,
    ],
    ' AND ',
  );
}

/**
 * Of a cell and of a pair both parts have to be in scope. What a memo is not about is not asked for.
 * @returns a condition on `m`, a row of memos, with `c`, the coding that it is about
 */
export function isInScope(narrowing: Narrowing): Query {
  return join(
    [
      sql`(m.document_id IS NULL OR ${narrowing.document(sql`m.document_id`)})`,
      sql`(m.passage_id IS NULL OR ${narrowing.passage(sql`m.passage_id`)})`,
      sql`(m.other_passage_id IS NULL OR ${narrowing.passage(sql`m.other_passage_id`)})`,
      sql`(m.code_id IS NULL OR ${narrowing.code(sql`m.code_id`)})`,
      sql`(m.case_id IS NULL OR ${narrowing.case(sql`m.case_id`)})`,
      sql`(m.coding_id IS NULL OR ${narrowing.coding(sql`c.passage_id`, sql`c.coder_id`)})`,
    ],
    ' AND ',
  );
}

function toMemo(db: Sql, row: Row): MemoRow {
  const documentId = row.place_document ?? row.document_id;
  return {
    id: idText(row.id),
    title: row.title,
    body: row.body,
    target: targetOf(row),
    about: aboutOf(db, row),
    documentId: documentId ? idText(documentId) : null,
    start: row.start_offset,
    end: row.end_offset,
    otherDocumentId: row.other_document ? idText(row.other_document) : null,
    createdBy: idText(row.created_by),
    createdAt: row.created_at,
  };
}

function targetOf(row: Row): MemoTarget {
  if (row.code_id && (row.document_id || row.case_id)) {
    return {
      kind: 'cell',
      code: idText(row.code_id),
      ...(row.document_id && { document: idText(row.document_id) }),
      ...(row.case_id && { case: idText(row.case_id) }),
    };
  }
  if (row.passage_id && row.other_passage_id) {
    return { kind: 'pair', passage: idText(row.passage_id), other: idText(row.other_passage_id) };
  }
  const kinds = [
    ['document', row.document_id],
    ['passage', row.passage_id],
    ['code', row.code_id],
    ['case', row.case_id],
    ['coding', row.coding_id],
  ] as const;
  for (const [kind, id] of kinds) if (id) return { kind, id: idText(id) };
  return { kind: 'project' };
}

/**
 * @returns what a target is called, as the memo's `about` says it, words in quotes; empty for the project, and for what has no
 * place
 */
export function nameOfTarget(db: Sql, target: MemoTarget): string {
  const { document, passage, other, code, case: of, coding } = columnsOf(target);
  const row = db.get<About>(sql`
    SELECT ${ABOUT} FROM (
      SELECT ${bytes(document)} AS document_id, ${bytes(passage)} AS passage_id, ${bytes(other)} AS other_passage_id,
        ${bytes(code)} AS code_id, ${bytes(of)} AS case_id, ${bytes(coding)} AS coding_id
    ) AS m ${TARGETS}`);
  const name = row === undefined ? '' : aboutOf(db, row);
  const isWords = (target.kind === 'passage' || target.kind === 'coding') && row?.page_label === null;
  return isWords && name !== '' ? `“${shorten(name)}”` : name;
}

const bytes = (id: string | null): Uint8Array | null => (id === null ? null : idBytes(id));

/** The second passage of a pair, as the first is given. */
const otherOf = (row: About): Place => ({
  reading_key: row.other_reading_key,
  start_offset: row.other_start_offset,
  end_offset: row.other_end_offset,
  page_label: row.other_page_label,
});

/** @returns the words at a place, or what a part of a page is called; null where there is none */
function wordsAt(db: Sql, { reading_key, start_offset, end_offset, page_label }: Place): string | null {
  if (page_label !== null) return `a part of page ${page_label}`;
  if (reading_key === null || start_offset === null || end_offset === null) return null;
  return loadReading(db, reading_key).text.slice(start_offset, end_offset);
}

/** @returns the words at a place in quotes, so short that two stand beside one another */
function quotedAt(db: Sql, place: Place): string {
  const words = wordsAt(db, place);
  if (words === null) return '';
  return place.page_label === null ? `“${shorten(words)}”` : words;
}

function aboutOf(db: Sql, row: About): string {
  if (row.other_reading_key !== null)
    return [row, otherOf(row)]
      .map((place) => quotedAt(db, place))
      .filter(Boolean)
      .join(' and ');
  const words = wordsAt(db, row);
  if (words !== null) return row.page_label === null ? shorten(words, 80) : words;
  return [row.code_name, row.document_title ?? row.case_name].filter(Boolean).join(', ');
}
