import type { CodebookNode } from '../../../codebook/whole.ts';
import type { Book, BookCode } from '../book.ts';
import type { Decide } from './decide.ts';
import { newReasons, partsOf, reasonsOf, saidIn, withPart, withReasons } from './fields.ts';

/** A code as the common ancestor has it. */
export type OldCode = Pick<BookCode, Exclude<keyof BookCode, 'isIdentified'>>;

/**
 * Merges what can be stated of a code without others, field by field.
 * @param was the code in the common ancestor, if it has it
 */
export function ownMerged(
  mine: CodebookNode,
  theirs: BookCode,
  was: OldCode | undefined,
  labelKinds: Book['labelKinds'],
  decide: Decide,
): CodebookNode {
  let merged = mine;
  for (const part of partsOf(mine, theirs)) {
    const { field, language } = part;
    const m = saidIn(mine, field, null, language) ?? '';
    const t = saidIn(theirs, field, labelKinds, language);
    const b = was === undefined ? undefined : saidIn(was, field, null, language);
    if (t === undefined || t === m || t === b) continue;
    const values = { base: b ?? null, mine: m, theirs: t };
    if (decide({ id: mine.id, ...part, ...values }, b === m)) merged = withPart(merged, part, theirs);
  }
  const reasons = newReasons(mine, theirs, was);
  if (reasons.length === 0) return merged;
  const told = (code: OldCode | undefined) => (code ? textOf(reasonsOf(code)) : null);
  const values = { base: told(was), mine: told(mine) ?? '', theirs: textOf(reasons) };
  // What an ancestor tells apart is new: it stands beside mine, as nothing else does.
  const isTaken = decide({ id: mine.id, field: 'change', ...values }, was !== undefined);
  return isTaken ? withReasons(merged, reasons) : merged;
}

const textOf = (reasons: readonly { readonly text: string }[]): string =>
  reasons.map(({ text }) => text).join('\n');
