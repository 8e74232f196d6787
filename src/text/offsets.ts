import { countWhile } from './ascending.ts';
import type { Span } from './reading.ts';

declare const unit: unique symbol;

/** A position in a text counted in UTF-16 code units, as JavaScript does: everything inside Colligo. */
export type Utf16Offset = number & { readonly [unit]: 'utf16' };

/** A position in a text counted in Unicode code points: REFI-QDA and W3C Web Annotation files. */
export type CodePointOffset = number & { readonly [unit]: 'codePoint' };

/** What is needed to count the same place in either unit; built once for a text by `offsetTable`. */
export interface OffsetTable {
  /** Length of the text in UTF-16 code units. */
  readonly units: number;
  /** Length of the text in code points. */
  readonly codePoints: number;
  /** UTF-16 offset of the first half of every surrogate pair, ascending. */
  readonly pairs: Uint32Array;
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not an offset.`);
  return value;
}

/** Marks a number as counted in UTF-16 code units. Throws RangeError unless it is a whole number from 0. */
export const utf16 = (value: number): Utf16Offset => wholeNumber(value) as Utf16Offset;

/** Marks a number as counted in code points. Throws RangeError unless it is a whole number from 0. */
export const codePoint = (value: number): CodePointOffset => wholeNumber(value) as CodePointOffset;

/** Whether an offset (UTF-16) lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

/** Builds the table for a text. A lone surrogate counts as one code point, as `String.prototype.codePointAt` has it. */
export function offsetTable(text: string): OffsetTable {
  const pairs: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) pairs.push(at++);
  }
  return { units: text.length, codePoints: text.length - pairs.length, pairs: Uint32Array.from(pairs) };
}

/**
 * Counts a place in code points; O(log n) in the number of surrogate pairs.
 * Throws RangeError beyond the text and between the halves of a pair: there is no such place in code points.
 */
export function toCodePoint(table: OffsetTable, offset: Utf16Offset): CodePointOffset {
  if (offset > table.units)
    throw new RangeError(`Offset ${offset} lies beyond the text's ${table.units} units.`);
  const before = countWhile(table.pairs.length, (index) => (table.pairs[index] ?? 0) < offset);
  if (before > 0 && table.pairs[before - 1] === offset - 1) {
    throw new RangeError(`Offset ${offset} lies inside a surrogate pair.`);
  }
  return codePoint(offset - before);
}

/** Counts a place in UTF-16 code units; O(log n) in the number of surrogate pairs. Throws RangeError beyond the text. */
export function toUtf16(table: OffsetTable, offset: CodePointOffset): Utf16Offset {
  if (offset > table.codePoints) {
    throw new RangeError(`Offset ${offset} lies beyond the text's ${table.codePoints} code points.`);
  }
  // The pair with number i starts at code point `pair - i`, because i pairs before it took a unit more each.
  const before = countWhile(table.pairs.length, (index) => (table.pairs[index] ?? 0) - index < offset);
  return utf16(offset + before);
}

/** Whether a span (UTF-16) lies within the text, runs forward and splits no surrogate pair. It may be empty. */
export function isWithin(text: string, span: Span): boolean {
  const { start, end } = span;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false;
  if (start < 0 || end < start || end > text.length) return false;
  return !splitsPair(text, start) && !splitsPair(text, end);
}

/** Throws RangeError, in one sentence, unless `isWithin`. */
export function checkSpan(text: string, span: Span): void {
  if (isWithin(text, span)) return;
  throw new RangeError(`The span ${span.start}–${span.end} does not fit a text of ${text.length} units.`);
}

/** The smallest span (UTF-16) that holds the given one, turned forward and cut to the text, and splits no surrogate pair. */
export function snapSpan(text: string, span: Span): Span {
  const inside = (offset: number) => Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  const start = inside(Math.min(span.start, span.end));
  const end = inside(Math.max(span.start, span.end));
  const empty = start === end;
  const from = splitsPair(text, start) ? start - 1 : start;
  if (empty) return { start: from, end: from };
  return { start: from, end: splitsPair(text, end) ? end + 1 : end };
}
