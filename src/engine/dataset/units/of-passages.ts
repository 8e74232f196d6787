import type { FrameDocument } from '../frame.ts';
import { inOrder, type JudgedText } from './judged-text.ts';
import type { CodedPlace } from './places.ts';
import type { JudgedUnit } from './unit.ts';

/** @returns the coded places in scope of a document: in words by start and end, then parts of pages */
export function* passageUnits(text: JudgedText, document: FrameDocument): Generator<JudgedUnit, void> {
  for (const place of text.places) {
    if (place.passage === null) continue;
    const identity = place.span
      ? text.identityOf(place.span)
      : { document_id: document.id, start: null, end: null, page: place.page, section: null, unit_words: 0 };
    yield {
      identity: { unit_id: place.passage, ...identity },
      values: valuesOn(text, place, Number(identity['unit_words'])),
    };
  }
}

/** Whether two places have something in common, or may have. */
const touch = ({ span, page }: CodedPlace, other: CodedPlace): boolean =>
  span && other.span
    ? span.start < other.span.end && other.span.start < span.end
    : page !== null && page === other.page;

function valuesOn(
  { places, reviewed, measure, codes }: JudgedText,
  place: CodedPlace,
  words: number,
): Map<string, number> {
  const touching = places.filter((other) => touch(place, other));
  const isNear = (code: string) => touching.some((other) => other.codes.has(code) || other.outside.has(code));
  const values = new Map<string, number>();
  for (const code of reviewed) if (!isNear(code)) values.set(code, 0);
  for (const code of place.codes) if (codes.has(code)) values.set(code, measure === 'words' ? words : 1);
  return inOrder(values, codes);
}
