import { create } from 'zustand';

/** What a view over the project tells the status line. */
export interface ViewStatus {
  /** Where one is in it; empty for nothing. */
  readonly place: string;
  /** What all of it is; empty for the counts of the project. */
  readonly sums: string;
}

/** For a view that says nothing, and when one goes. */
export const NO_STATUS: ViewStatus = { place: '', sums: '' };

/** Set by the view in front. */
export const useViewStatus = create<ViewStatus>(() => NO_STATUS);
