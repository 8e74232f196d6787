import { countWhile } from '../../../../text/ascending.ts';
import type { Program } from '../names.ts';

/**
 * How a program counts places in a text. The standard says code points of the file; programs count in other ways, too
 * (observed in their files: ../shared/standards, section 1.3).
 */
export interface Counting {
  readonly unit: 'code point' | 'utf-16';
  /** Line ends: as many as there are, CR LF as one, or every line end as two. */
  readonly lineEnds: 'as they are' | 'one' | 'two';
  /** Whether a byte order mark at the text's beginning is counted. */
  readonly mark: boolean;
}

/** What a program's own files are counted in; what a file does otherwise is found out by its selections. */
export function usualCounting(program: Program): Counting {
  return {
    unit: program === 'nvivo' ? 'utf-16' : 'code point',
    lineEnds: program === 'atlas' ? 'one' : 'as they are',
    mark: false,
  };
}

const UNITS = ['code point', 'utf-16'] as const;
const LINE_ENDS = ['as they are', 'one', 'two'] as const;

/** @returns all other ways of counting than the expected one */
export function otherCountings(expected: Counting): Counting[] {
  const all = UNITS.flatMap((unit) =>
    LINE_ENDS.flatMap((lineEnds) => [false, true].map((mark) => ({ unit, lineEnds, mark }))),
  );
  return all.filter((each) => !isSame(each, expected));
}

const isSame = (a: Counting, b: Counting): boolean =>
  a.unit === b.unit && a.lineEnds === b.lineEnds && a.mark === b.mark;

/** A text in which places are counted somehow, with the way to places of its own. */
export interface CountedText {
  /** What the whole text counts. */
  readonly length: number;
  /**
   * Where a counted place lies, in UTF-16 units of the text. One before or behind the text is as far outside of what is
   * returned; one within a character is before it.
   */
  toUnits(place: number): number;
}

/**
 * Prepares a text for counting; O(log n) a place afterwards.
 * @param text without its byte order mark
 * @param hasMark whether it had one
 */
export function countedText(text: string, { unit, lineEnds, mark }: Counting, hasMark: boolean): CountedText {
  const shift = mark && hasMark ? 1 : 0;
  const pattern = [
    unit === 'code point' ? '[\\u{10000}-\\u{10ffff}]' : null,
    lineEnds === 'as they are' ? null : lineEnds === 'one' ? '\\r\\n' : '\\r\\n|\\r|\\n',
  ].filter((part) => part !== null);
  // Behind each character that counts for more or less than its units: where that is, counted and in units.
  const counted: number[] = [];
  const units: number[] = [];
  let ahead = 0;
  if (pattern.length > 0) {
    for (const { 0: found, index } of text.matchAll(new RegExp(pattern.join('|'), 'gu'))) {
      const counts = lineEnds === 'two' && /[\r\n]/.test(found) ? 2 : 1;
      if (counts === found.length) continue;
      ahead += counts - found.length;
      units.push(index + found.length);
      counted.push(index + found.length + ahead);
    }
  }
  const toUnits = (place: number) => {
    const at = place - shift;
    const before = countWhile(counted.length, (index) => (counted[index] ?? 0) <= at);
    const from = before === 0 ? at : (units[before - 1] ?? 0) + at - (counted[before - 1] ?? 0);
    // Within a line end that counts as two the place is before the next stretch, never behind its beginning.
    return before < units.length ? Math.min(from, (units[before] ?? 0) - 1) : from;
  };
  return { length: text.length + ahead + shift, toUnits };
}

/** What CR LF and another line end count in each way. */
const WIDTHS: Readonly<Record<Counting['lineEnds'], readonly [pair: number, other: number]>> = {
  'as they are': [2, 1],
  one: [1, 1],
  two: [2, 2],
};

/** Whether a text is counted the same in both ways. */
export function countsAlike(text: string, hasMark: boolean, a: Counting, b: Counting): boolean {
  if (a.mark !== b.mark && hasMark) return false;
  if (a.unit !== b.unit && /[\u{10000}-\u{10ffff}]/u.test(text)) return false;
  const [[pairA, otherA], [pairB, otherB]] = [WIDTHS[a.lineEnds], WIDTHS[b.lineEnds]];
  return (
    (pairA === pairB || !text.includes('\r\n')) && (otherA === otherB || !/\r(?!\n)|(?<!\r)\n/.test(text))
  );
}
