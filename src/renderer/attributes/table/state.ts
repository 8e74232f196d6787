import { create } from 'zustand';

/** A place in the table: columns from 0, rows from 0 with the titles as -1. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

/** What the rows are about. */
export type Of = 'case' | 'document';

/** How the table is sorted: by a column, known by its identity. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

interface AttributeTable {
  readonly of: Of;
  readonly cursor: Cursor;
  /** The corner of the block that lies across from the cursor. */
  readonly anchor: Cursor;
  readonly sorting: Sorting | null;
  /** The words that a cell is being edited with, begun with what was typed; null while none is. */
  readonly draft: string | null;
  /** What is open at the title of a column, or at the cursor: the choice of what belongs to a case or document. */
  readonly open: 'menu' | 'rename' | 'choices' | 'add' | 'members' | null;
  /** What that choice begins to look for: what was typed on the cell. */
  readonly sought: string;
}

const TOP: Cursor = { row: 0, column: 0 };

/** The table of cases or documents as it is looked at. */
export const useAttributeTable = create<AttributeTable>(() => ({
  of: 'case',
  cursor: TOP,
  anchor: TOP,
  sorting: null,
  draft: null,
  open: null,
  sought: '',
}));

/** Shows cases, or documents. */
export function showOwners(of: Of): void {
  useAttributeTable.setState({ of, cursor: TOP, anchor: TOP, sorting: null, draft: null, open: null });
}

/** Goes to a cell; a block stays open from its corner where `extends` says so. */
export function goTo(cursor: Cursor, extending = false): void {
  useAttributeTable.setState(({ anchor }) => ({ cursor, anchor: extending ? anchor : cursor, draft: null }));
}
