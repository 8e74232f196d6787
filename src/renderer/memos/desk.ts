import { create } from 'zustand';
import type { MemoTarget, NewMemoTarget } from '../../contract/memos.ts';

/** Where a memo is written: beside what it is about, or in the list of memos. */
export type DeskPlace = 'inspector' | 'drawer';

/** The memo that is being written. */
export interface Writing {
  /** Tells one writing from the next; it stays the same when a new memo gets its id. */
  readonly key: number;
  readonly place: DeskPlace;
  readonly target: NewMemoTarget;
  /** Null until the first words are saved. */
  readonly memoId: string | null;
  /** What the saved memo is about: words that were no passage have become one. */
  readonly about: MemoTarget | null;
}

interface Desk {
  readonly writing: Writing | null;
  /** Opens a memo for writing: an existing one, or with null a new one about the target. */
  readonly write: (place: DeskPlace, target: NewMemoTarget, memoId: string | null) => void;
  /** The new memo has been saved for the first time. */
  readonly saved: (key: number, memo: { memoId: string; target: MemoTarget }) => void;
  readonly stop: () => void;
}

let serial = 0;

/** What lies on the desk: at most one memo at a time. Its words are held by the field, which saves them itself. */
export const useDesk = create<Desk>((set) => ({
  writing: null,
  write: (place, target, memoId) => set({ writing: { key: serial++, place, target, memoId, about: null } }),
  saved: (key, { memoId, target }) =>
    set(({ writing }) => (writing?.key === key ? { writing: { ...writing, memoId, about: target } } : {})),
  stop: () => set({ writing: null }),
}));

/** Whether two targets are the same thing. */
export function isSameTarget(a: NewMemoTarget, b: NewMemoTarget): boolean {
  const key = (target: NewMemoTarget) =>
    JSON.stringify(Object.entries(target).sort(([one], [other]) => (one < other ? -1 : 1)));
  return key(a) === key(b);
}
