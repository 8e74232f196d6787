import { create } from 'zustand';

/** Where the reader stands, for the status line; the reader says so. */
export interface ReadingPlace {
  /** Number of the paragraph with the unit cursor, or at the top, from 1. */
  readonly paragraph: number | null;
  readonly total: number;
}

export const useReadingPlace = create<{ place: ReadingPlace | null }>(() => ({ place: null }));
