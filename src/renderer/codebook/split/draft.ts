import type { Part, Shares, Where } from './parts.ts';

/** A split as far as it was thought out. */
export interface SplitDraft {
  readonly parts: readonly Part[];
  readonly shares: Shares;
  readonly where: Where;
  readonly note: string;
}

/** What a split begins with. */
const NOTHING: SplitDraft = { parts: [], shares: new Map(), where: 'beside', note: '' };

let waiting: { readonly codeId: string; readonly draft: SplitDraft } | null = null;

/** Keeps a split while a passage is looked at in its text; one at a time. */
export function keepDraft(codeId: string, draft: SplitDraft): void {
  waiting = { codeId, draft };
}

/** @returns the split of a code that waits, or an empty one */
export const draftFor = (codeId: string): SplitDraft =>
  waiting?.codeId === codeId ? waiting.draft : NOTHING;

/** Forgets the split that waits. */
export function dropDraft(): void {
  waiting = null;
}
