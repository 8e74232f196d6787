import type { Scope } from '../../contract/scope.ts';
import { CURRENT } from '../documents/current.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import type { LoggedTable } from '../store/tables.ts';
import { keptByDocument } from './kept.ts';
import { type Narrowing, narrow } from './narrow.ts';

/** What of a document lies in a scope. */
export interface Tally {
  /** Distinct places of passages in the current version; what was lost has none. */
  places: number;
  codings: number;
  /** Passages that have a place in the current version, lost or not: those that a list of passages shows. */
  listed: number;
  /** By the code's id, the distinct places that carry it. */
  readonly byCode: Map<string, number>;
}

/**
 * Counts what lies in a scope, for lists and counts alike. Kept from one question to the next: after a judgement only the
 * documents that it touched are counted again.
 * @param scope everything, where it is left out
 * @returns by the document's id; a document of which nothing lies in scope is left out
 */
export function tallyScope(db: Sql, scope: Scope | undefined): ReadonlyMap<string, Tally> {
  return keptByDocument(db, {
    key: `tally ${JSON.stringify(scope ?? null)}`,
    dependsOn: (table) => tablesBehind(scope).has(table),
    compute: (within) => count(db, narrow(db, scope, within), within),
  });
}

/** @returns the tables on which a scope's choice of documents, passages and codings hangs, beside passages and codings */
export function tablesBehind(scope: Scope | undefined): ReadonlySet<LoggedTable> {
  const tables: LoggedTable[] = ['documents', 'versions'];
  if (scope && scope.cases.length + scope.attributes.length > 0)
    tables.push('cases', 'case_documents', 'attributes', 'attribute_choices', 'attribute_values');
  if (scope && scope.codes.length > 0) tables.push('codes');
  if (scope && scope.coders.length > 0) tables.push('coders');
  return new Set(tables);
}

function count(db: Sql, narrowing: Narrowing, within: Query | null): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const of = (bytes: Uint8Array): Tally => {
    const id = idText(bytes);
    const tally = tallies.get(id) ?? { places: 0, codings: 0, listed: 0, byCode: new Map() };
    tallies.set(id, tally);
    return tally;
  };
  const here = within === null ? sql`TRUE` : sql`document_id IN ${within}`;
  const current = sql`(SELECT version_id FROM (${CURRENT}) WHERE ${here})`;
  // Spans are told apart in the order of their index; the few regions are sorted. The plus signs keep SQLite from looking
  // each passage in scope up in each version in scope.
  for (const { id, n } of db.all<{ id: Uint8Array; n: number }>(sql`
    SELECT v.document_id AS id, count(*) AS n FROM (
      SELECT version_id FROM (
        SELECT DISTINCT a.version_id, a.start_offset, a.end_offset FROM anchors a
        WHERE a.version_id IN ${current} AND a.kind = 'span' AND a.status <> 'lost'
          AND ${narrowing.passage(sql`+a.passage_id`)})
      UNION ALL SELECT version_id FROM (
        SELECT DISTINCT a.version_id, a.page, a.x0, a.y0, a.x1, a.y1 FROM anchors a
        WHERE a.version_id IN ${current} AND a.start_offset IS NULL AND a.status <> 'lost'
          AND ${narrowing.passage(sql`+a.passage_id`)})
    ) AS placed JOIN versions v ON v.id = placed.version_id GROUP BY v.document_id`)) {
    of(id).places = n;
  }
  for (const { id, n } of db.all<{ id: Uint8Array; n: number }>(sql`
    SELECT v.document_id AS id, count(*) AS n FROM anchors a CROSS JOIN versions v ON v.id = a.version_id
    WHERE a.version_id IN ${current} AND ${narrowing.passage(sql`+a.passage_id`)}
    GROUP BY a.version_id`)) {
    of(id).listed = n;
  }
  for (const { id, n } of db.all<{ id: Uint8Array; n: number }>(sql`
    SELECT p.document_id AS id, count(*) AS n FROM passages p JOIN codings c ON c.passage_id = p.id
    WHERE ${within === null ? sql`TRUE` : sql`p.document_id IN ${within}`}
      AND ${narrowing.coding(sql`+p.id`, sql`+c.coder_id`)} GROUP BY p.document_id`)) {
    of(id).codings = n;
  }
  const idOf = idsInHex();
  // Each document comes as one line of text, and is told apart by itself: a million rows would take five times as long.
  for (const { id, line } of db.iterate<{ id: Uint8Array; line: string | null }>(sql`
    SELECT current.document_id AS id, (
      SELECT group_concat(hex(code_id) || n, ';') FROM (
        SELECT code_id, count(*) AS n FROM (
          SELECT DISTINCT c.code_id, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
          FROM anchors a CROSS JOIN codings c ON c.passage_id = a.passage_id
          WHERE a.version_id = current.version_id AND a.status <> 'lost'
            AND ${narrowing.coding(sql`+a.passage_id`, sql`c.coder_id`)})
        GROUP BY code_id)) AS line
    FROM (${CURRENT}) AS current WHERE ${within === null ? sql`TRUE` : sql`current.document_id IN ${within}`}`)) {
    if (line === null) continue;
    const { byCode } = of(id);
    for (const each of line.split(';')) byCode.set(idOf(each.slice(0, HEX)), Number(each.slice(HEX)));
  }
  return tallies;
}

/** Digits of an id as SQL writes it. */
const HEX = 32;

/** @returns what makes an id of its digits; one text for each, however often it comes */
function idsInHex(): (hex: string) => string {
  const known = new Map<string, string>();
  return (hex) => {
    const there = known.get(hex);
    if (there !== undefined) return there;
    const id = idText(Buffer.from(hex, 'hex'));
    known.set(hex, id);
    return id;
  };
}
