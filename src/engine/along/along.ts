import { ALONG_MOST, type Along, type AlongDocument } from '../../contract/along.ts';
import type { Scope } from '../../contract/scope.ts';
import { totalWords } from '../../text/words.ts';
import { factsIn } from '../compare/kept-facts.ts';
import { coderIn, numberingOf } from '../compare/numbering.ts';
import { rowsOf } from '../compare/rows.ts';
import { readFrame } from '../dataset/frame.ts';
import { loadWords } from '../documents/load.ts';
import type { Sql } from '../store/sql.ts';
import { stretchesOf } from './stretches.ts';

/** What is asked about codes along documents; the contract says what each means. */
export interface AlongRequest {
  readonly documents?: readonly string[] | undefined;
  readonly parts: number;
  readonly rollUp: boolean;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

/**
 * Says which words of documents each code covers.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the coder is gone; DAMAGED where the words of a text are
 */
export function alongDocuments(db: Sql, { documents, parts, rollUp, coder, scope }: AlongRequest): Along {
  const frame = readFrame(db, { scope });
  const rows = rowsOf([...frame.codes.values()], numberingOf(db), rollUp);
  const by = coderIn(db, coder);
  const facts = factsIn(db, scope);
  const everything = frame.codes.size;
  const asked = documents && new Set(documents);
  const chosen = frame.documents.filter(({ id }) => asked?.has(id) ?? true);
  return {
    codes: [...frame.codes.keys()],
    documents: chosen.slice(0, ALONG_MOST).map(({ id, title, words, readingKey }): AlongDocument => {
      const own = facts.get(id);
      const flat = loadWords(db, readingKey);
      const found = own === undefined ? [] : stretchesOf(own, rows, by, flat);
      return {
        id,
        title,
        words,
        coded: found.find(({ row }) => row === everything)?.words ?? 0,
        codes: found.filter(({ row }) => row < everything),
        parts: partsOf(flat, parts),
      };
    }),
    beyond: Math.max(0, chosen.length - ALONG_MOST),
  };
}

/** @returns where the first word of each part starts, UTF-16 */
function partsOf(flat: Uint32Array, wanted: number): number[] {
  const words = totalWords(flat);
  const count = Math.min(wanted, words);
  return Array.from({ length: count }, (_, part) => flat[Math.floor((part * words) / count) * 2] ?? 0);
}
