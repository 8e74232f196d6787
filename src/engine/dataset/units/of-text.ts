import { countWhile } from '../../../text/ascending.ts';
import type { Span } from '../../../text/reading.ts';
import { wordsIn } from '../../../text/words.ts';
import type { LoadedReading } from '../../documents/load.ts';
import type { Frame, FrameDocument } from '../frame.ts';
import { inOrder, type JudgedText, judgedText } from './judged-text.ts';
import { passageUnits } from './of-passages.ts';
import { piecesOf, type TextUnit } from './pieces.ts';
import type { CodedPlace } from './places.ts';
import type { CodeOrder, JudgedUnit, Measure } from './unit.ts';

/** @returns the pieces of the texts, or the passages in them, document by document */
export function* textUnits(
  frame: Frame,
  unit: TextUnit | 'passage',
  measure: Measure,
  codes: CodeOrder,
  onDocument: () => void,
): Generator<JudgedUnit, void> {
  for (const document of frame.documents) {
    const text = judgedText(frame, document, measure, codes);
    yield* unit === 'passage' ? passageUnits(text, document) : pieceUnits(text, document, unit);
    onDocument();
  }
}

function* pieceUnits(text: JudgedText, document: FrameDocument, unit: TextUnit): Generator<JudgedUnit, void> {
  const pieces = piecesOf(text.reading, unit);
  const touching = pieces.map((): CodedPlace[] => []);
  for (const place of text.places) {
    const { span } = place;
    if (!span) continue;
    const first = countWhile(pieces.length, (index) => (pieces[index]?.span.end ?? 0) <= span.start);
    const last = countWhile(pieces.length, (index) => (pieces[index]?.span.start ?? 0) < span.end);
    for (let index = first; index < last; index++) touching[index]?.push(place);
  }
  for (const [index, { span, kind }] of pieces.entries()) {
    const number = index + 1;
    const identity = { unit_id: `${document.id}:${number}`, number, ...(kind !== null && { kind }) };
    yield {
      identity: { ...identity, ...text.identityOf(span) },
      values: valuesIn(text, span, touching[index] ?? []),
    };
  }
}

/** What lies in a piece, in tree order; what is neither there nor looked for has no entry. */
function valuesIn(
  { reading, reviewed, measure, codes }: JudgedText,
  unit: Span,
  touching: readonly CodedPlace[],
): Map<string, number> {
  const found = new Map<string, Span[]>();
  const outside = new Set<string>();
  for (const place of touching) {
    for (const code of place.outside) outside.add(code);
    for (const code of place.codes) {
      const there = found.get(code) ?? [];
      if (place.span) there.push(place.span);
      found.set(code, there);
    }
  }
  const values = new Map<string, number>();
  for (const code of reviewed) if (!outside.has(code)) values.set(code, 0);
  for (const [code, spans] of found)
    if (codes.has(code)) values.set(code, measured(reading, unit, spans, measure));
  return inOrder(values, codes);
}

function measured({ words }: LoadedReading, unit: Span, spans: readonly Span[], measure: Measure): number {
  if (measure === 'presence') return 1;
  if (measure === 'count') return spans.length;
  const clipped = spans.map(({ start, end }) => ({
    start: Math.max(start, unit.start),
    end: Math.min(end, unit.end),
  }));
  return wordsIn(words, clipped);
}
