import type { Block } from '../../../../text/reading.ts';
import { endsInWord, endsSentence, markerOf, noteMarkOf, startsSmall } from './markers.ts';
import type { Measures } from './measure.ts';
import type { Row } from './rows.ts';

/** Rows that belong together, and what they are. */
export interface Draft extends Pick<Block, 'kind' | 'level' | 'cell'> {
  readonly rows: Row[];
  /** What parts it from the block before it, where that is not a blank line. */
  readonly after?: string;
}

/** A row that is part of a heading: the same object for all rows of one heading. */
export interface Headed {
  readonly level: number;
}

/** What tells where paragraphs end. */
export interface Rules {
  readonly measures: Measures;
  readonly headings: ReadonlyMap<Row, Headed>;
}

const isSameSize = (a: Row, b: Row): boolean => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.08;

/** Whether a row stands under another in one column, no more than a few lines further down. */
function isBelow(a: Row, b: Row): boolean {
  if (a.page !== b.page || b.base <= a.base || b.base - a.base > a.size * 6) return false;
  return a.column === b.column || Math.min(a.right, b.right) > Math.max(a.left, b.left);
}

/** How much room is left on a row if the first word of the next one had been put there; below 0 it would not have fitted. */
const roomLeft = (a: Row, b: Row, { measures }: Rules): number =>
  measures.edgeOf(a) - a.right - b.firstWord - Math.min(a.size, b.size) * 0.3;

/**
 * Whether a row was ended before it was full, since the next word would have fitted. No line that was merely wrapped looks
 * so, as long as nothing stands out of the column.
 */
const isEndedEarly = (a: Row, b: Row, rules: Rules): boolean => a.isEntry || roomLeft(a, b, rules) > 0;

function isCentred(a: Row, b: Row): boolean {
  return Math.abs(a.left + a.right - b.left - b.right) < 4 && Math.abs(a.left - b.left) > 4;
}

/** Whether a row that may begin an item of a list does so. */
function startsItem(rows: readonly Row[], a: Row, b: Row, next: Row | undefined, rules: Rules): boolean {
  const marker = markerOf(b);
  if (marker === null) return false;
  if (marker === 'bullet') return true;
  const nudge = b.size * 0.4;
  const first = rows[0];
  const usual = rules.measures.leading(b.size) ?? b.size * 1.3;
  if (b.base - a.base > usual * 1.15 || Math.abs(b.left - a.left) > nudge) return true;
  if (next && isBelow(b, next) && next.left > b.left + nudge) return true;
  if (first && markerOf(first) !== null && Math.abs(first.left - b.left) <= nudge) return true;
  return endsSentence(a) || isEndedEarly(a, b, rules);
}

/** Whether a paragraph goes on at the top of the next column or page. */
function goesOnElsewhere(rows: readonly Row[], a: Row, b: Row, rules: Rules): boolean {
  if (a.isEntry || markerOf(b) === 'bullet') return false;
  if (endsInWord(a)) return true;
  if (startsSmall(b) && !endsSentence(a) && markerOf(b) === null) return true;
  // Further down in its own column only what can't begin anything goes on, past a figure.
  if (a.page === b.page && a.column === b.column) return false;
  if (a.bold !== b.bold || markerOf(b) !== null || roomLeft(a, b, rules) > 0) return false;
  const indent = b.left - b.column.left;
  const isItem = markerOf(rows[0] ?? a) !== null;
  if (!isItem && indent > b.size * 0.6 && indent < b.size * 5) return false;
  return !endsSentence(a) || rules.measures.edgeOf(a) - a.right <= a.size * 0.5;
}

/** Whether a row goes on with the paragraph, or item, that stands above it. */
function goesOnBelow(rows: readonly Row[], a: Row, b: Row, next: Row | undefined, rules: Rules): boolean {
  const { measures } = rules;
  if (b.base - a.base > measures.longestStep(b.size)) return false;
  if (a.isTyped && b.isTyped) return true;
  if (startsItem(rows, a, b, next, rules)) return false;
  if (isCentred(a, b)) return !endsSentence(a);
  const isEarly = isEndedEarly(a, b, rules);
  if (b.size <= measures.body * 0.93) {
    const mark = noteMarkOf(b);
    if (mark === 'raised' || (mark === 'plain' && (endsSentence(a) || isEarly))) return false;
  }
  if (isEarly) return false;
  const indent = b.left - a.left;
  const isItem = markerOf(rows[0] ?? a) !== null;
  if (isItem) {
    // Back at the margin, left of the item's own sign, is no longer the item.
    return b.left >= (rows[0] ?? a).left - b.size * 0.4;
  }
  // What a term in the margin is explained by goes on where it began.
  if (a === rows[0] && a.parts.slice(1).some(({ left }) => Math.abs(left - b.left) < 2)) return true;
  // Hanging paragraphs begin left of where most lines do; others are indented where they begin.
  if (indent > b.size * 0.6 && b.left > b.column.left + b.size * 0.6) return false;
  if (indent < -b.size * 0.6 && b.left < b.column.left - b.size * 0.6) return false;
  return true;
}

/** What tags say of two rows of one page; null where they say nothing. */
function goesOnByTag(a: Row, b: Row): boolean | null {
  if (a.element === null || b.element === null || a.page !== b.page) return null;
  if (a.element === b.element) return true;
  if (b.tag === 'Lbl') return false;
  return a.tag === 'Lbl' ? null : false;
}

/**
 * Whether a row goes on with a paragraph.
 * @param rows of the paragraph, at least one
 * @param b the row in question
 * @param next the row after it on its page
 */
export function goesOn(rows: readonly Row[], b: Row, next: Row | undefined, rules: Rules): boolean {
  const a = rows.at(-1);
  if (!a) return false;
  const [headA, headB] = [rules.headings.get(a), rules.headings.get(b)];
  if (headA || headB) return headA === headB;
  const byTag = rules.measures.trustsTags ? goesOnByTag(a, b) : null;
  if (byTag !== null) return byTag;
  if (!isSameSize(a, b)) return false;
  return isBelow(a, b) ? goesOnBelow(rows, a, b, next, rules) : goesOnElsewhere(rows, a, b, rules);
}

/** Gathers the rows of a page into paragraphs; what they are is decided later. Takes rows in reading order. */
export function gather(rows: readonly Row[], rules: Rules): Row[][] {
  const groups: Row[][] = [];
  rows.forEach((row, index) => {
    const group = groups.at(-1);
    if (group && goesOn(group, row, rows[index + 1], rules)) group.push(row);
    else groups.push([row]);
  });
  return groups;
}
