import type { BlockKind } from './reading.ts';

/** The line before ends as sentences, headings of lists and table rows do. */
const ENDS = /[.!?:;…。！？；：][\p{Pe}\p{Pf}\p{Pi}"'*_]*[ \t]*$/u;

/** The line after starts as an item of a list does: a bullet, or a short number, letter or Roman numeral with its stop. */
const STARTS_ITEM = /^[ \t]*(?:[-*•●▪◦‣–—·]|\(?(?:\p{Nd}{1,3}|\p{L}|[ivxlIVXL]{1,6})[.)])[ \t]/u;

const STARTS_SMALL = /^[ \t]*\p{Ll}/u;

function endsSentence(before: string, after: string): boolean {
  if (before.includes('\t') || after.includes('\t')) return true;
  if (STARTS_ITEM.test(after)) return true;
  return ENDS.test(before) && !STARTS_SMALL.test(after);
}

/**
 * A block's text for finding sentences. ICU ends a sentence at every line end (Unicode Standard Annex 29, rule SB4), but in
 * plans lines are often wrapped, so a line end becomes a space unless the line before it looks finished, the line after it
 * looks like an item of a list, or either holds tab-separated values. Code keeps all its lines. The length stays the same,
 * so that offsets (UTF-16) hold for the original.
 *
 * @param isPrinted whether lines end where the paper did, as they do on pages: then no line end means anything
 */
export function withJoinedLines(text: string, kind: BlockKind, isPrinted = false): string {
  if (kind === 'code' || !text.includes('\n')) return text;
  if (isPrinted) return text.replaceAll('\n', ' ');
  return text.replace(/\n/g, (end, at: number) => {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const next = text.indexOf('\n', at + 1);
    return endsSentence(before, text.slice(at + 1, next < 0 ? text.length : next)) ? end : ' ';
  });
}
