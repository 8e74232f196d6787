import type { ContextRow } from '../../contract/words.ts';
import { readable } from '../../text/line-ends.ts';
import { blockAt, blockIndexAt } from '../../text/places.ts';
import type { Span } from '../../text/reading.ts';
import { pairAt, totalWords, wordsBefore } from '../../text/words.ts';
import { pageAt, pagesKept } from '../passages/pages.ts';
import type { Sql } from '../store/sql.ts';
import type { Opened } from './opened.ts';

/** @returns what shows a place of a document, UTF-16, with so many words on either side */
export function rowsOf(db: Sql, opened: Opened, around: number): (place: Span) => ContextRow {
  const { document, text, words, blocks } = opened;
  const pages = pagesKept(db, document.reading);
  // Where lines end as they were printed: a hyphen inside a word, as words were cut at import, stands for the line's sake.
  const isLineHyphen = (offset: number) => {
    const word = pages.length === 0 ? null : pairAt(words, offset);
    return word !== null && word.end > offset + 2;
  };
  const shown = ({ start, end }: Span) => readable(text.slice(start, end), start, isLineHyphen);
  return ({ start, end }) => {
    const { from, to } = stretchAround(opened, { start, end }, around);
    const page = pageAt(pages, start);
    return {
      documentId: document.id,
      documentTitle: document.title,
      language: document.language,
      start,
      end,
      before: shown({ start: from, end: start }).trimStart(),
      match: shown({ start, end }),
      after: shown({ start: end, end: to }).trimEnd(),
      page: page && { number: page.number, label: page.label },
      paragraph: blockIndexAt(blocks, start) + 1,
    };
  };
}

/** So many words on either side, within the paragraph; where that ends first, up to its end with what is no word. */
function stretchAround({ blocks, words }: Opened, { start, end }: Span, around: number) {
  const first = wordsBefore(words, start) - around;
  const last = wordsBefore(words, end) + around - 1;
  const opens = blockAt(blocks, start)?.start ?? start;
  const closes = blockAt(blocks, Math.max(start, end - 1))?.end ?? end;
  const from = first < 0 ? 0 : (words[first * 2] ?? 0);
  const to = last < totalWords(words) ? (words[last * 2 + 1] ?? 0) : Number.POSITIVE_INFINITY;
  return { from: Math.min(start, Math.max(opens, from)), to: Math.max(end, Math.min(closes, to)) };
}
