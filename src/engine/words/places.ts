import type { Scope } from '../../contract/scope.ts';
import type { Span } from '../../text/reading.ts';
import { mergeSpans } from '../../text/words.ts';
import { branch, readTree } from '../codebook/tree.ts';
import { type Facts, STRIDE } from '../compare/facts.ts';
import { factsIn } from '../compare/kept-facts.ts';
import { numberingOf } from '../compare/numbering.ts';
import { CURRENT } from '../documents/current.ts';
import { idList } from '../scope/ids.ts';
import { narrow } from '../scope/narrow.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

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
  /** The same in numbers of words, where that is known: from the first up to but without the last. */
  readonly words: readonly WordRange[] | null;
}

/** Words of a text: the number of the first, and of the one behind the last. */
export type WordRange = readonly [from: number, to: number];

/** Where passages lie in a document. */
type Lying = Pick<WordDocument, 'spans' | 'words'>;

/** @returns the documents in scope in the project's order; of passages, those that have one with a place in the text */
export function wordDocuments(db: Sql, { passages, scope }: WordsIn): WordDocument[] {
  const narrowing = narrow(db, scope);
  const lying = passages
    ? codedIn(db, passages, scope)
    : narrowing.narrowsPassages
      ? lyingIn(db, scope)
      : null;
  return db
    .all<{ id: Uint8Array; title: string; language: string; reading: number }>(sql`
      SELECT d.id, d.title, r.language, r.key AS reading FROM documents d
      JOIN (${CURRENT}) AS current ON current.document_id = d.id JOIN readings r ON r.key = current.reading_key
      WHERE ${narrowing.document(sql`d.id`)} ORDER BY d.rank, d.id`)
    .map((row) => ({ ...row, id: idText(row.id) }))
    .flatMap((row) => {
      const own = lying === null ? { spans: null, words: null } : lying.get(row.id);
      return own === undefined ? [] : [{ ...row, ...own }];
    });
}

/** Where passages lie that carry one of the codes, by a coder in scope: as it was found, which is kept. */
function codedIn(
  db: Sql,
  { codes, below }: NonNullable<WordsIn['passages']>,
  scope: Scope | undefined,
): Map<string, Lying> {
  const nodes = below ? readTree(db) : [];
  const asked = below ? codes.flatMap((code) => branch(nodes, code)) : codes;
  const numbering = numberingOf(db);
  const wanted = codes.length === 0 ? null : new Set(asked.map((code) => numbering.of(idBytes(code))));
  const lying = new Map<string, Lying>();
  for (const [document, facts] of factsIn(db, scope)) {
    const own = lyingOf(facts, wanted);
    if (own.spans.length > 0) lying.set(document, own);
  }
  return lying;
}

/** @param wanted numbers of codes; null for any */
function lyingOf({ spans, words, codings }: Facts, wanted: ReadonlySet<number> | null) {
  const own: { start: number; end: number }[] = [];
  const ranges: [from: number, to: number][] = [];
  for (let at = 0, done = -1; at < codings.length; at += STRIDE) {
    const place = codings[at + 2] ?? -1;
    const isWanted = codings[at + 3] === 1 && (wanted === null || wanted.has(codings[at] ?? -1));
    if (place === done || !isWanted) continue;
    done = place;
    const start = spans[place * 2] ?? -1;
    const end = spans[place * 2 + 1] ?? -1;
    const from = words[place * 2] ?? 0;
    const to = words[place * 2 + 1] ?? 0;
    // A part of a page holds no words.
    if (start < 0) continue;
    const [last, lastRange] = [own.at(-1), ranges.at(-1)];
    // Places stand in the text's order.
    if (last === undefined || lastRange === undefined || start > last.end) {
      own.push({ start, end });
      ranges.push([from, to]);
    } else {
      last.end = Math.max(last.end, end);
      lastRange[1] = Math.max(lastRange[1], to);
    }
  }
  return { spans: own, words: ranges };
}

/**
 * Where passages in scope lie, coded or not. Those with a coding are as it was found, and nearly all have one; only the others are
 * looked for.
 */
function lyingIn(db: Sql, scope: Scope | undefined): Map<string, Lying> {
  const lying = codedIn(db, { codes: [], below: false }, scope);
  for (const [document, spans] of uncodedIn(db, scope)) {
    const coded = lying.get(document)?.spans ?? [];
    lying.set(document, { spans: mergeSpans([...coded, ...spans]), words: null });
  }
  return lying;
}

/** By document where passages in scope lie that nobody coded. Parts of pages hold no words, and what was lost has no place. */
function uncodedIn(db: Sql, scope: Scope | undefined): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const uncoded = db
    .all<{ id: Uint8Array; document_id: Uint8Array }>(sql`
      SELECT id, document_id FROM passages p WHERE NOT EXISTS (SELECT 1 FROM codings c WHERE c.passage_id = p.id)`)
    .map(({ id, document_id }) => ({ id: idText(id), document: idText(document_id) }));
  if (uncoded.length === 0) return spans;
  const narrowing = narrow(db, scope, idList([...new Set(uncoded.map(({ document }) => document))]));
  const rows = db.iterate<{ document_id: Uint8Array; start: number; end: number }>(sql`
    SELECT current.document_id, a.start_offset AS start, a.end_offset AS "end"
    FROM (${CURRENT}) AS current JOIN anchors a ON a.version_id = current.version_id
    WHERE a.kind = 'span' AND a.status <> 'lost' AND a.passage_id IN ${idList(uncoded.map(({ id }) => id))}
      AND ${narrowing.passage(sql`a.passage_id`)}`);
  for (const { document_id, start, end } of rows) {
    const document = idText(document_id);
    const list = spans.get(document);
    if (list) list.push({ start, end });
    else spans.set(document, [{ start, end }]);
  }
  return spans;
}
