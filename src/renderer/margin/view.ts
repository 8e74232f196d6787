import type { CSSProperties } from 'react';
import type { CodeRow } from '../../contract/codes.ts';
import type { PassageRow } from '../../contract/passages.ts';
import type { Stripe } from '../reader/stripes.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';
import type { MarginChoice } from '../state/margin.ts';
import { codeStyle, NAMED_COLOURS } from '../ui/colour.ts';
import { packLanes } from './lanes.ts';

/** A grey has no hue: what cannot be said in one colour. */
const GREY = codeStyle('#808080');

/** A code and all codes under it. */
export function branchOf(codes: readonly CodeRow[], codeId: string): ReadonlySet<string> {
  const branch = new Set([codeId]);
  // Parents come before their children.
  for (const { id, parentId } of codes) if (parentId !== null && branch.has(parentId)) branch.add(id);
  return branch;
}

/** The code at the head of the branch that a code belongs to. */
export function headOf({ byId }: Codebook, codeId: string): string {
  let head = codeId;
  for (;;) {
    const parentId = byId.get(head)?.parentId ?? null;
    if (parentId === null) return head;
    head = parentId;
  }
}

/**
 * Gives the lanes of the stripes that are shown, by key. Where some are left out, the others close up.
 * @param annotated whether a passage has a comment or a memo
 * @param branch codes to show; null for all
 */
export function lanesOf(
  stripes: readonly Stripe[],
  { codes, notes }: Pick<MarginChoice, 'codes' | 'notes'>,
  annotated: (stripe: Stripe) => boolean,
  branch: ReadonlySet<string> | null,
): ReadonlyMap<string, number> {
  const spans = new Set<string>();
  const shown = stripes.filter((stripe) => {
    if (stripe.codeId === null ? branch !== null : branch !== null && !branch.has(stripe.codeId))
      return false;
    if (codes && stripe.codeId !== null) return true;
    if (!notes || !annotated(stripe)) return false;
    // Without codes, one stripe stands for all that lie on these words.
    const span = `${stripe.start}-${stripe.end}`;
    const first = !spans.has(span);
    spans.add(span);
    return first;
  });
  const lanes =
    shown.length === stripes.length
      ? shown.map(({ lane }) => lane)
      : packLanes(shown.map(({ start, end, codeId }) => ({ start, end, group: codeId ?? '' })));
  return new Map(shown.map(({ key }, index) => [key, lanes[index] ?? 0]));
}

/** What each stripe takes its colour from, as a function that gives its custom properties. */
export function colouringOf(
  colouring: MarginChoice['colouring'],
  codebook: Codebook,
  coderIds: readonly string[],
): (stripe: Pick<Stripe, 'codeId' | 'coderIds'>) => CSSProperties {
  if (colouring === 'code') return ({ codeId }) => styleOf(codebook, codeId);
  if (colouring === 'branch')
    return ({ codeId }) => styleOf(codebook, codeId === null ? null : headOf(codebook, codeId));
  // Five apart in the circle of twelve: neighbours in the list are far from each other in hue.
  const hexOf = (coder: string) =>
    NAMED_COLOURS[(coderIds.indexOf(coder) * 5 + 7) % NAMED_COLOURS.length]?.hex ?? '#808080';
  const styles = new Map(coderIds.map((id) => [id, codeStyle(hexOf(id))]));
  return (stripe) => {
    const [coder, ...others] = stripe.coderIds;
    return (coder === undefined || others.length > 0 ? undefined : styles.get(coder)) ?? GREY;
  };
}

/** The words that stand under the name of a passage, by its id: its comment, else its newest memo. */
export function notesOf(
  passages: readonly PassageRow[],
  memos: readonly { readonly passageId: string; readonly words: string }[],
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { passageId, words } of memos) if (!notes.has(passageId)) notes.set(passageId, words);
  for (const { id, comment } of passages) if (comment !== '') notes.set(id, comment);
  return notes;
}
