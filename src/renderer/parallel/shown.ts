import { create } from 'zustand';
import type { DocumentRow } from '../../contract/documents.ts';
import type { Tuple } from './pairs.ts';

/** What stands side by side now, for commands. */
export interface Shown {
  readonly documents: readonly DocumentRow[];
  readonly tuples: readonly Tuple[];
}

/** Set by the page while it is in front. */
export const useShownPairs = create<Shown>(() => ({ documents: [], tuples: [] }));
