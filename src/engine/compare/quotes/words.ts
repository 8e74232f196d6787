import type { CellQuote } from '../../../contract/compare.ts';
import { lineHyphens, readable } from '../../../text/line-ends.ts';
import { blockIndexAt } from '../../../text/places.ts';
import { quoteOf } from '../../../text/quote.ts';
import { loadReading } from '../../documents/load.ts';
import { pageAt, pagesKept } from '../../passages/pages.ts';
import { regionOf } from '../../passages/region.ts';
import { idText } from '../../store/ids.ts';
import type { Sql } from '../../store/sql.ts';
import type { Place } from './places.ts';

/** How much of what stands around a quote is shown on either side, UTF-16 units: a line of a cell or two. */
const AROUND = 80;

/** What lies between two paragraphs. */
const BETWEEN = '\n\n';

/** @returns a place with its words and where it stands */
export function toQuote(db: Sql, place: Place): CellQuote {
  const reading = loadReading(db, place.reading_key);
  const pages = pagesKept(db, place.reading_key);
  const region = regionOf(place);
  const page = region ? (pages[region.page - 1] ?? null) : pageAt(pages, place.start_offset ?? 0);
  const start = place.start_offset ?? page?.start ?? 0;
  const end = place.end_offset ?? start;
  const { exact, prefix, suffix } = region
    ? { exact: '', prefix: '', suffix: '' }
    : quoteOf(reading.text, { start, end }, AROUND);
  const asRead = (text: string, from: number) => {
    if (!text.includes('\n')) return text;
    const hyphens = lineHyphens(text, reading.words, from);
    return readable(text, from, (offset) => hyphens.includes(offset));
  };
  const before = wordsBefore(prefix, start > prefix.length);
  return {
    passageId: idText(place.id),
    documentId: idText(place.document_id),
    start,
    end,
    region,
    page: page?.label ?? null,
    paragraph: blockIndexAt(reading.blocks, start) + 1,
    line: asRead(exact, start),
    before: asRead(before, start - before.length),
    after: asRead(wordsAfter(suffix, end + suffix.length < reading.text.length), end),
    language: reading.language,
    codes: place.codes.split(',').map((hex) => idText(Buffer.from(hex, 'hex'))),
  };
}

/** The end of what stands before, without the paragraph before and without half a word. */
function wordsBefore(text: string, isCut: boolean): string {
  const paragraph = text.lastIndexOf(BETWEEN);
  if (paragraph >= 0) return text.slice(paragraph + BETWEEN.length);
  return isCut ? text.replace(/^\S*\s*/u, '') : text;
}

/** The same of what stands behind. */
function wordsAfter(text: string, isCut: boolean): string {
  const paragraph = text.indexOf(BETWEEN);
  if (paragraph >= 0) return text.slice(0, paragraph);
  return isCut ? text.replace(/\s*\S*$/u, '') : text;
}
