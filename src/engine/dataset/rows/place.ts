import { countWhile } from '../../../text/ascending.ts';
import { checkSpan, toCodePoint, utf16 } from '../../../text/offsets.ts';
import { headingPathAt } from '../../../text/outline.ts';
import type { PageFacts } from '../../../text/pages.ts';
import type { Block, Span } from '../../../text/reading.ts';
import { wordsIn } from '../../../text/words.ts';
import type { LoadedReading } from '../../documents/load.ts';
import { ColligoError } from '../../errors.ts';
import { pageAt as pageOn } from '../../passages/pages.ts';

/** Where a span lies, as the dataset says it. */
export interface Place {
  /** Code points from the text's start. */
  readonly start: number;
  /** Code points, exclusive. */
  readonly end: number;
  /** What is printed on the page that it begins on; null where the text was not published as pages. */
  readonly page_label: string | null;
  readonly page: number | null;
  /** Those of its last character. */
  readonly page_end_label: string | null;
  readonly page_end: number | null;
  readonly section: string;
  readonly quote: string;
  readonly words: number;
}

/**
 * @param span UTF-16 units of the reading's text
 * @param pages of the reading, where it was published as pages; else its page breaks count
 * @throws ColligoError DAMAGED where it does not fit the text
 */
export function placeOf(reading: LoadedReading, span: Span, pages: readonly PageFacts[] = []): Place {
  const { text, offsets, outline, words } = reading;
  try {
    checkSpan(text, span);
  } catch (cause) {
    const error = new ColligoError('DAMAGED', 'A passage of this project lies outside its text.', {
      remedy: 'Open the newest backup from the folder beside the project.',
    });
    throw Object.assign(error, { cause });
  }
  return {
    start: toCodePoint(offsets, utf16(span.start)),
    end: toCodePoint(offsets, utf16(span.end)),
    ...pagesFrom(reading, span, pages),
    section: headingPathAt(outline, span.start).join(' / '),
    quote: text.slice(span.start, span.end),
    words: wordsIn(words, [span]),
  };
}

function pagesFrom(reading: LoadedReading, { start, end }: Span, pages: readonly PageFacts[]) {
  const first = pageOn(pages, start);
  const last = pageOn(pages, end - 1);
  const breaks = pages.length > 0 ? [] : pageEnds(reading);
  return {
    page_label: first?.label ?? null,
    page: first?.number ?? pageAt(breaks, start),
    page_end_label: last?.label ?? null,
    page_end: last?.number ?? pageAt(breaks, end - 1),
  };
}

/**
 * @param ends where the pages end, ascending (UTF-16)
 * @param offset UTF-16
 * @returns the page from 1, or null for a text without pages; a page's end belongs to the page it ends
 */
export function pageAt(ends: readonly number[], offset: number): number | null {
  if (ends.length === 0) return null;
  const before = countWhile(ends.length, (index) => (ends[index] ?? 0) <= offset);
  return before + 1;
}

const ends = new WeakMap<readonly Block[], readonly number[]>();

function pageEnds({ blocks }: LoadedReading): readonly number[] {
  let known = ends.get(blocks);
  if (!known) {
    known = blocks.filter((block) => block.kind === 'page_break').map((block) => block.end);
    ends.set(blocks, known);
  }
  return known;
}
