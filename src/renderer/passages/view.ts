import { create } from 'zustand';
import type { QuoteRow, Sort } from '../../contract/passages.ts';
import type { ListedCell } from './cell.ts';

/** What the drawer can list: everything in scope, or of it the selected code, the open document, or a cell of the comparison. */
export const SHOWN = ['scope', 'code', 'below', 'document', 'cell'] as const;
export type Shown = (typeof SHOWN)[number];

/** What passages can stand under. */
export const GROUPINGS = ['document', 'code', 'section', 'coder', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which passages the drawer lists, and how. */
export interface PassagesView {
  readonly of: Shown;
  /** The cell of the comparison that was asked for last. */
  readonly cell: ListedCell | null;
  readonly group: Grouping;
  readonly sort: Sort;
  /** Groups whose passages are hidden, by key. */
  readonly folded: readonly string[];
  /** Rows that are chosen, by key: a passage with several codes can have several rows. */
  readonly chosen: readonly string[];
  /** What is listed now, so that commands can act on it. */
  readonly rows: readonly QuoteRow[];
}

/** What was chosen for the drawer, for as long as the program runs. */
export const usePassagesView = create<PassagesView>(() => ({
  of: 'scope',
  cell: null,
  group: 'document',
  sort: 'document',
  folded: [],
  chosen: [],
  rows: [],
}));
