import { create } from 'zustand';

/** What stands beside the meaning of a code; in a narrow page, in its place. */
export const FACES = ['meaning', 'passages', 'counts', 'changes'] as const;
export type Face = (typeof FACES)[number];

interface CodePageView {
  readonly face: Face;
  /** Whether a language is asked for, to say in it what the code means. */
  readonly asksLanguage: boolean;
  /** The change that words are being written for: its step, or the newest; null for none. */
  readonly saysWhy: { readonly step: string } | 'newest' | null;
}

/** What pages of codes show: the same on each, so that codes can be gone through for one thing. */
export const useCodePageView = create<CodePageView>(() => ({
  face: 'passages',
  asksLanguage: false,
  saysWhy: null,
}));
