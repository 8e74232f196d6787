import type { Scope } from '../../contract/scope.ts';
import type { Span } from '../../text/reading.ts';
import { mergeSpans } from '../../text/words.ts';
import { branch, readTree } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { idList } from '../scope/ids.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';

/** Where words are looked at; the contract says what each means. */
export interface WordsIn {
  readonly passages?: { readonly codes: readonly string[]; readonly below: boolean } | undefined;
  readonly scope?: Scope | undefined;
}

/** A document whose words are looked at. */
export interface WordDocument {
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** readings.key */
  readonly reading: number;
  /** Passages whose words count, ascending and apart, UTF-16; null for the whole text. */
  readonly spans: readonly Span[] | null;
}

/** @returns the documents in scope in the project's order; of passages, those that have one with a place in the text */
export function wordDocuments(db: Sql, { passages, scope }: WordsIn): WordDocument[] {
  const narrowing = narrow(db, scope);
  const chosen = passages !== undefined || narrowing.narrowsPassages;
  const spans = chosen ? spansOf(db, narrowing, coded(db, narrowing, passages)) : null;
  return db
    .all<{ id: Uint8Array; title: string; language: string; reading: number }>(sql`
      SELECT d.id, d.title, r.language, r.key AS reading FROM documents d
      JOIN (${CURRENT}) AS current ON current.document_id = d.id JOIN readings r ON r.key = current.reading_key
      WHERE ${narrowing.document(sql`d.id`)} ORDER BY d.rank, d.id`)
    .map((row) => ({ ...row, id: idText(row.id) }))
    .flatMap((row) => {
      const own = spans === null ? null : spans.get(row.id);
      return own === undefined ? [] : [{ ...row, spans: own }];
    });
}

/** @returns a condition on an anchor `a`: that its passage carries one of the codes, by a coder in scope */
function coded(db: Sql, narrowing: Narrowing, passages: WordsIn['passages']): Query {
  if (passages === undefined) return sql`TRUE`;
  const nodes = readTree(db);
  const codes = passages.below ? passages.codes.flatMap((code) => branch(nodes, code)) : passages.codes;
  const one = passages.codes.length === 0 ? sql`TRUE` : sql`c.code_id IN ${idList([...new Set(codes)])}`;
  return sql`a.passage_id IN (SELECT c.passage_id FROM codings c WHERE ${one} AND ${narrowing.coder(sql`c.coder_id`)})`;
}

/** Parts of pages hold no words, and what was lost has no place. */
function spansOf(db: Sql, narrowing: Narrowing, carries: Query): Map<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  const rows = db.iterate<{ document_id: Uint8Array; start: number; end: number }>(sql`
    SELECT current.document_id, a.start_offset AS start, a.end_offset AS "end"
    FROM (${CURRENT}) AS current JOIN anchors a ON a.version_id = current.version_id
    WHERE a.kind = 'span' AND a.status <> 'lost' AND ${narrowing.passage(sql`a.passage_id`)} AND ${carries}`);
  for (const { document_id, start, end } of rows) {
    const document = idText(document_id);
    const list = spans.get(document);
    if (list) list.push({ start, end });
    else spans.set(document, [{ start, end }]);
  }
  return new Map([...spans].map(([document, list]) => [document, mergeSpans(list)]));
}
