import type { Scope } from '../../contract/scope.ts';
import { wordsBefore } from '../../text/words.ts';
import { CURRENT } from '../documents/current.ts';
import { loadWords } from '../documents/load.ts';
import { keptByDocument } from '../scope/kept.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { tablesBehind } from '../scope/tally.ts';
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
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
  readonly chosen: 0 | 1;
}

/**
 * What was found in the documents in scope. Kept from one question to the next: whoever's judgements are asked for, rolled up or not
 * and in whatever columns, only documents that were touched since are read again.
 * @returns by the document's id; a document in which nothing was found is left out
 */
export function factsIn(db: Sql, scope: Scope | undefined): ReadonlyMap<string, Facts> {
  return keptByDocument(db, {
    key: `facts ${JSON.stringify(scope ?? null)}`,
    dependsOn: (table) => tablesBehind(scope).has(table),
    compute: (within) => readFacts(db, narrow(db, scope, within), within),
  });
}

/**
 * Reads what was found; lost places are none.
 * @param narrowing chooses documents and coders; codings on passages that it leaves out are there, and marked
 * @param within a list of ids of documents for use behind IN; null for all
 * @returns by the document's id; a document in which nothing was found is left out
 */
function readFacts(db: Sql, narrowing: Narrowing, within: Query | null): Map<string, Facts> {
  const numbering = numberingOf(db);
  const packers = new Map<string, Packer>();
  const here = within === null ? sql`TRUE` : sql`current.document_id IN ${within}`;
  // Without an order: nearly always they come in that of the text, by the index, and sorting all of them takes longer than the rest.
  const rows = db.iterate<Row>(sql`
    SELECT current.document_id, current.reading_key, c.code_id, c.coder_id,
      a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1, ${narrowing.passage(sql`a.passage_id`)} AS chosen
    FROM (${CURRENT}) AS current
      CROSS JOIN anchors a ON a.version_id = current.version_id CROSS JOIN codings c ON c.passage_id = a.passage_id
    WHERE ${here} AND ${narrowing.document(sql`current.document_id`)} AND a.status <> 'lost'
      AND ${narrowing.coder(sql`c.coder_id`)}`);
  let packer: Packer | undefined;
  for (const row of rows) {
    if (!packer?.isOf(row)) {
      const document = idText(row.document_id);
      packer = packers.get(document) ?? new Packer(numbering, row);
      packers.set(document, packer);
    }
    packer.add(row);
  }
  return new Map([...packers].map(([document, packed]) => [document, packed.facts(db)]));
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

/** Collects the rows of one document. */
class Packer {
  readonly #document: Uint8Array;
  readonly #reading: number;
  readonly #numbering: Numbering;
  readonly #found: Found[] = [];

  constructor(numbering: Numbering, { document_id, reading_key }: Row) {
    this.#document = document_id;
    this.#reading = reading_key;
    this.#numbering = numbering;
  }

  isOf({ document_id }: Row): boolean {
    return Buffer.compare(this.#document, document_id) === 0;
  }

  add(row: Row): void {
    this.#found.push({
      code: this.#numbering.of(row.code_id),
      coder: this.#numbering.of(row.coder_id),
      chosen: row.chosen,
      start: row.start_offset ?? -1,
      end: row.end_offset ?? -1,
      part: row.start_offset === null ? [row.page, row.x0, row.y0, row.x1, row.y1].join(' ') : '',
    });
  }

  facts(db: Sql): Facts {
    this.#found.sort(inOrder);
    const flat = loadWords(db, this.#reading);
    const spans: number[] = [];
    const words: number[] = [];
    const codings = new Int32Array(this.#found.length * STRIDE);
    let last: Found | undefined;
    this.#found.forEach((found, index) => {
      const { code, coder, chosen, start, end } = found;
      if (!last || inOrder(last, found) !== 0) {
        spans.push(start, end);
        // A word belongs to a span if its first unit lies in it; a part of a page holds none.
        if (start < 0) words.push(0, 0);
        else words.push(wordsBefore(flat, start), wordsBefore(flat, end));
      }
      last = found;
      codings.set([code, coder, spans.length / 2 - 1, chosen], index * STRIDE);
    });
    return { reading: this.#reading, spans: Int32Array.from(spans), words: Int32Array.from(words), codings };
  }
}

/** @returns 0 for two on one place; else which of them stands first in the text, parts of pages before all words */
function inOrder(a: Found, b: Found): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  if (a.part === b.part) return 0;
  return a.part < b.part ? -1 : 1;
}
