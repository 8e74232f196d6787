import { create } from 'zustand';
import type { Region } from '../../contract/common.ts';
import type { PassageRow } from '../../contract/passages.ts';
import type { Span } from '../../text/reading.ts';
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
  /** The sentences that extending began with and that it stands at, where the unit is the sentence. */
  readonly sentences: readonly [Span, Span] | null;
  /** Whether the reader should focus it, and bring it into sight unless it is to stand still. */
  readonly follow: boolean | 'still';
}

/** A place in the text that the reader should bring into sight, once. Offsets in UTF-16. */
export interface Goal {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** At the head of the page, as it was left; or in the middle, with what stands around. */
  readonly align: 'start' | 'center';
  readonly focus: boolean;
  /** Whether the words are selected on arriving. */
  readonly take?: boolean;
  /** Physical page, from 1, where the offset alone does not tell: several pages without words share one. */
  readonly page?: number;
}

/** What a code would be applied to now. Offsets in UTF-16. */
export interface Target {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** The passage, where one is selected rather than words or paragraphs. */
  readonly passageId: string | null;
  /** The part of a page that it is about; then start and end are both where the text of its page begins. */
  readonly region?: Region | null;
}

/** What a list of codes is open for. */
export interface Picking {
  readonly what: 'apply' | 'remove';
  readonly target: Target;
  /** The own codings on it that the code is to take the place of, with the code they are of; null to apply it beside them. */
  readonly replaces: {
    readonly codings: readonly string[];
    readonly codeId: string;
    readonly name: string;
  } | null;
}

/** What stands in the reader: put here by it, so that commands and the inspector can look. */
export interface Reading {
  readonly documentId: string;
  readonly language: string;
  /** How many pages it was published on; 0 for none. */
  readonly pages: number;
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
  readonly picking: Picking | null;
  /** Whether the comment field is asked to take the focus; it answers by setting this back. */
  readonly commenting: boolean;
  /** Which end of the selected words or passage the keys move. */
  readonly chosenEnd: 'start' | 'end';
  /** A passage whose ends are being moved and are not in the project yet, with where they stand. */
  readonly resizing: (Span & { readonly passageId: string }) | null;
  /** What is looked for in the document; null while the bar is closed. `at` counts the hits from 0. */
  readonly finding: { readonly query: string; readonly at: number } | null;
  readonly moveTo: (
    anchor: number,
    head: number,
    follow: Cursor['follow'],
    sentences?: Cursor['sentences'],
  ) => void;
  readonly goTo: (goal: Goal) => void;
  readonly pick: (what: Picking['what'], target: Target, replaces?: Picking['replaces']) => void;
  readonly stopPicking: () => void;
}

/** Where every document begins. */
export const START: Cursor = { anchor: 0, head: 0, follow: false, sentences: null };

/** What the reader and what belongs to it share, and nothing that outlasts the open document. */
export const useReader = create<ReaderState>((set) => ({
  reading: null,
  cursor: START,
  goal: null,
  pending: [],
  picking: null,
  commenting: false,
  chosenEnd: 'end',
  resizing: null,
  finding: null,
  moveTo: (anchor, head, follow, sentences = null) => set({ cursor: { anchor, head, follow, sentences } }),
  goTo: (goal) => set({ goal }),
  pick: (what, target, replaces = null) => set({ picking: { what, target, replaces } }),
  stopPicking: () => set({ picking: null }),
}));
