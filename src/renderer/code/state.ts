import { create } from 'zustand';

/** What stands beside the meaning of a code; in a narrow page, in its place. */
export const FACES = ['meaning', 'passages', 'counts', 'changes'] as const;
export type Face = (typeof FACES)[number];

interface CodePageView {
  readonly face: Face;
  /** Whether words for why the code was changed are being written. */
  readonly saysWhy: boolean;
}

/** What pages of codes show: the same on each, so that codes can be gone through for one thing. */
export const useCodePageView = create<CodePageView>(() => ({ face: 'passages', saysWhy: false }));
