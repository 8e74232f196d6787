import type { Span } from '../../../text/reading.ts';
import type { LoadedReading } from '../../documents/load.ts';
import { pagesKept } from '../../passages/pages.ts';
import { type Frame, type FrameDocument, personsOf } from '../frame.ts';
import { reviewedIn } from '../matrix/said.ts';
import { placeOf } from '../rows/place.ts';
import { readingOf } from '../rows/reading.ts';
import type { AnyRow } from '../tables.ts';
import { type CodedPlace, placesIn } from './places.ts';
import type { CodeOrder, Measure } from './unit.ts';

/** A document with what is needed to judge what lies in it. */
export interface JudgedText {
  readonly reading: LoadedReading;
  readonly places: readonly CodedPlace[];
  /** The codes that one of the coders in scope reviewed it for, in tree order. */
  readonly reviewed: readonly string[];
  readonly measure: Measure;
  readonly codes: CodeOrder;
  /** @returns where a unit lies, and its words */
  identityOf(span: Span): AnyRow;
}

/** @returns a document as it is to be judged */
export function judgedText(
  frame: Frame,
  document: FrameDocument,
  measure: Measure,
  codes: CodeOrder,
): JudgedText {
  const reading = readingOf(frame, document);
  const pages = pagesKept(frame.db, document.readingKey);
  const reviewed = reviewedIn(frame, document);
  const persons = personsOf(frame);
  return {
    reading,
    places: placesIn(frame, document),
    reviewed: [...codes.keys()].filter((code) => persons.some((coder) => reviewed.get(code)?.has(coder))),
    measure,
    codes,
    identityOf: (span) => {
      const { start, end, page, section, words } = placeOf(reading, span, pages);
      return { document_id: document.id, start, end, page, section, unit_words: words };
    },
  };
}

/** @returns the entries in tree order */
export function inOrder(values: ReadonlyMap<string, number>, codes: CodeOrder): Map<string, number> {
  const place = (code: string) => codes.get(code) ?? 0;
  return new Map([...values].sort(([a], [b]) => place(a) - place(b)));
}
