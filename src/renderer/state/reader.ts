import { create } from 'zustand';
import type { PassageRow } from '../../contract/passages.ts';
import type { Stripe } from '../reader/stripes.ts';
import type { LoadedText } from '../reader/text.ts';

/** A coding that was asked for and not answered yet. Offsets in UTF-16. */
export interface PendingCoding {
  readonly key: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly codeIds: readonly string[];
}

/** The present paragraph, or paragraphs from where extending began to where it stands; numbers of blocks from 0. */
export interface Cursor {
  readonly anchor: number;
  readonly head: number;
  /** Whether the reader should bring it into sight and focus it: not after a click, which is there already. */
  readonly follow: boolean;
}

/** A place in the text that the reader should bring into sight, once. Offsets in UTF-16. */
export interface Goal {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** At the head of the page, as it was left; or in the middle, with what stands around. */
  readonly align: 'start' | 'center';
  readonly focus: boolean;
}

/** What a code would be applied to now. Offsets in UTF-16. */
export interface Target {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** The passage, where one is selected rather than words or paragraphs. */
  readonly passageId: string | null;
}

/** What stands in the reader: put here by it, so that commands and the inspector can look. */
export interface Reading {
  readonly documentId: string;
  readonly language: string;
  readonly loaded: LoadedText;
  readonly passages: readonly PassageRow[];
  readonly stripes: readonly Stripe[];
  /** The person at the machine as this project knows them, or null. */
  readonly me: string | null;
}

export interface ReaderState {
  readonly reading: Reading | null;
  readonly cursor: Cursor;
  readonly goal: Goal | null;
  readonly pending: readonly PendingCoding[];
  /** What the picker, or the list of codes to remove, is open for. */
  readonly picking: { readonly what: 'apply' | 'remove'; readonly target: Target } | null;
  /** Whether the comment field is asked to take the focus; it answers by setting this back. */
  readonly commenting: boolean;
  readonly moveTo: (anchor: number, head: number, follow: boolean) => void;
  readonly goTo: (goal: Goal) => void;
  readonly pick: (what: 'apply' | 'remove', target: Target) => void;
  readonly stopPicking: () => void;
}

/** What the reader and what belongs to it share, and nothing that outlasts the open document. */
export const useReader = create<ReaderState>((set) => ({
  reading: null,
  cursor: { anchor: 0, head: 0, follow: false },
  goal: null,
  pending: [],
  picking: null,
  commenting: false,
  moveTo: (anchor, head, follow) => set({ cursor: { anchor, head, follow } }),
  goTo: (goal) => set({ goal }),
  pick: (what, target) => set({ picking: { what, target } }),
  stopPicking: () => set({ picking: null }),
}));
