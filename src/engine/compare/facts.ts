import { wordsBefore } from '../../text/words.ts';
import { CURRENT } from '../documents/current.ts';
import { loadWords } from '../documents/load.ts';
import type { Narrowing } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { type Numbering, numberingOf } from './numbering.ts';

/** What coders in scope found in the current version of a document, packed: a project may hold a million codings. */
export interface Facts {
  /** readings.key */
  readonly reading: number;
  /** By place where it starts and where it ends in the text, UTF-16; -1 twice for a part of a page. */
  readonly spans: Int32Array;
  /** By place the number of its first word, then that of the first word behind it; places stand in the text's order. */
  readonly words: Int32Array;
  /**
   * Four numbers a coding, in the order of places: code, coder (numbered on the connection), place, and 1 where its passage is in
   * scope, else 0. Codings on one place follow each other, so that comparing with the one before is enough to count it once.
   */
  readonly codings: Int32Array;
}

/** Numbers that a coding takes in `Facts.codings`. */
export const STRIDE = 4;

interface Row {
  readonly document_id: Uint8Array;
  readonly reading_key: number;
  /** Of each coding `Found` in words, one behind the other; null for none. */
  readonly found: string | null;
}

/**
 * Reads what was found; lost places are none. Each document comes as one line of text: a row a coding would take three times as long
 * to cross from SQLite.
 * @param narrowing chooses documents and coders; codings on passages that it leaves out are there, and marked
 * @param within a list of ids of documents for use behind IN; null for all
 * @returns by the document's id; a document in which nothing was found is left out
 */
export function readFacts(db: Sql, narrowing: Narrowing, within: Query | null): Map<string, Facts> {
  const numbering = numberingOf(db);
  const facts = new Map<string, Facts>();
  const here = within === null ? sql`TRUE` : sql`current.document_id IN ${within}`;
  const chosen = narrowing.passage(sql`a.passage_id`);
  const rows = db.iterate<Row>(sql`
    SELECT current.document_id, current.reading_key, (
      SELECT group_concat(hex(c.code_id) || hex(c.coder_id) || iif(${chosen}, 1, 0) || ifnull(a.start_offset, -1) || ',' || ifnull(a.end_offset, -1)
        || iif(a.start_offset IS NULL, ',' || a.page || ' ' || a.x0 || ' ' || a.y0 || ' ' || a.x1 || ' ' || a.y1, ''), ';')
      FROM anchors a CROSS JOIN codings c
      WHERE a.version_id = current.version_id AND a.status <> 'lost' AND c.passage_id = a.passage_id
        AND ${narrowing.coder(sql`c.coder_id`)}) AS found
    FROM (${CURRENT}) AS current WHERE ${here} AND ${narrowing.document(sql`current.document_id`)}`);
  for (const { document_id, reading_key, found } of rows)
    if (found !== null) facts.set(idText(document_id), packed(db, reading_key, foundIn(found, numbering)));
  return facts;
}

/** A coding and its place, as numbers. */
interface Found {
  readonly code: number;
  readonly coder: number;
  readonly chosen: 0 | 1;
  readonly start: number;
  readonly end: number;
  /** The page and corners of a part of a page; empty for a span. */
  readonly part: string;
}

/** Digits of an id, and of the two that a coding begins with. */
const ID = 32;
const IDS = 2 * ID;

/** @returns what a document's line says, in the order of the text */
function foundIn(line: string, numbering: Numbering): Found[] {
  const all: Found[] = [];
  let isInOrder = true;
  for (let at = 0; at < line.length; ) {
    const stop = line.indexOf(';', at);
    const end = stop < 0 ? line.length : stop;
    const comma = line.indexOf(',', at);
    const second = line.indexOf(',', comma + 1);
    const isSpan = second < 0 || second > end;
    const found: Found = {
      code: numbering.ofHex(line.slice(at, at + ID)),
      coder: numbering.ofHex(line.slice(at + ID, at + IDS)),
      chosen: line[at + IDS] === '1' ? 1 : 0,
      start: Number(line.slice(at + IDS + 1, comma)),
      end: Number(line.slice(comma + 1, isSpan ? end : second)),
      part: isSpan ? '' : line.slice(second + 1, end),
    };
    const before = all.at(-1);
    if (before !== undefined && inOrder(before, found) > 0) isInOrder = false;
    all.push(found);
    at = end + 1;
  }
  // Nearly always they come in the order of the text, by the index that they are found with.
  return isInOrder ? all : all.sort(inOrder);
}

function packed(db: Sql, reading: number, all: readonly Found[]): Facts {
  const flat = loadWords(db, reading);
  const spans: number[] = [];
  const words: number[] = [];
  const codings = new Int32Array(all.length * STRIDE);
  let last: Found | undefined;
  all.forEach((found, index) => {
    const { code, coder, chosen, start, end } = found;
    if (!last || inOrder(last, found) !== 0) {
      spans.push(start, end);
      // A word belongs to a span if its first unit lies in it; a part of a page holds none.
      if (start < 0) words.push(0, 0);
      else words.push(wordsBefore(flat, start), wordsBefore(flat, end));
    }
    last = found;
    const at = index * STRIDE;
    codings[at] = code;
    codings[at + 1] = coder;
    codings[at + 2] = spans.length / 2 - 1;
    codings[at + 3] = chosen;
  });
  return { reading, spans: Int32Array.from(spans), words: Int32Array.from(words), codings };
}

/** @returns 0 for two on one place; else which of them stands first in the text, parts of pages before all words */
function inOrder(a: Found, b: Found): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  if (a.part === b.part) return 0;
  return a.part < b.part ? -1 : 1;
}
