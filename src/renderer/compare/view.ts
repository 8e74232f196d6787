import * as z from 'zod';
import { create } from 'zustand';
import { type CompareColumns, QUOTE_SORTS, type QuoteSort } from '../../contract/compare.ts';
import { keep, recall } from '../state/storage.ts';

/** What the cells of a comparison count. */
export const MEASURES = ['passages', 'codings', 'words', 'share', 'density', 'presence'] as const;
export type Measure = (typeof MEASURES)[number];

/** How the comparison is looked at: what is said in the cells, or how much. */
export const FACES = ['quotes', 'table'] as const;
export type Face = (typeof FACES)[number];

/** Which column the rows are sorted by: its id, or `all` for the totals; and whether the greatest stands first. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

interface Kept {
  readonly face: Face;
  /** Which quote of a cell stands first. */
  readonly quoteSort: QuoteSort;
  /** Whether the quote board has room for summaries. */
  readonly summaries: boolean;
  readonly columns: CompareColumns;
  readonly measure: Measure;
  /** Whether a code counts what lies on the codes below it, too. */
  readonly rollUp: boolean;
  /** One coder, or null for all together. */
  readonly coder: string | null;
  /** Whether codes without any passage are left out. */
  readonly hideEmpty: boolean;
  /** The code whose branch stands in the rows, or null for the whole codebook. */
  readonly branch: string | null;
  /** Null for the order of the codebook. */
  readonly sorting: Sorting | null;
}

/** Where one is in the table: places of a row and a column as they are shown; -1 is the head, their number the total. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface ComparisonView extends Kept {
  readonly projectId: string | null;
  readonly cursor: Cursor;
}

const DEFAULT: Kept = {
  face: 'table',
  quoteSort: 'document',
  summaries: false,
  columns: { by: 'case' },
  measure: 'passages',
  rollUp: false,
  coder: null,
  hideEmpty: false,
  branch: null,
  sorting: null,
};

const KEPT: z.ZodType<Kept> = z.object({
  face: z.enum(FACES).catch(DEFAULT.face),
  quoteSort: z.enum(QUOTE_SORTS).catch(DEFAULT.quoteSort),
  summaries: z.boolean().catch(DEFAULT.summaries),
  columns: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('document') }),
      z.object({ by: z.literal('case') }),
      z.object({ by: z.literal('attribute'), attribute: z.uuid() }),
    ])
    .catch(DEFAULT.columns),
  measure: z.enum(MEASURES).catch(DEFAULT.measure),
  rollUp: z.boolean().catch(DEFAULT.rollUp),
  coder: z.uuid().nullable().catch(DEFAULT.coder),
  hideEmpty: z.boolean().catch(DEFAULT.hideEmpty),
  branch: z.uuid().nullable().catch(DEFAULT.branch),
  sorting: z.object({ column: z.string(), descending: z.boolean() }).nullable().catch(DEFAULT.sorting),
});

const BEGIN = { cursor: { row: 0, column: 0 } };

/** What is compared and how, kept for each project. */
export const useComparison = create<ComparisonView>(() => ({ ...DEFAULT, ...BEGIN, projectId: null }));

/** Takes up what was compared in a project when it was left; null where none is open. */
export function enterComparison(projectId: string | null): void {
  const kept = projectId === null ? undefined : recall(projectId, 'compare', KEPT);
  useComparison.setState({ ...DEFAULT, ...kept, ...BEGIN, projectId });
}

/** Sorts by a column: the greatest first, then the least, then as the codebook has them. */
export function sortBy(column: string): void {
  const { sorting } = useComparison.getState();
  const next =
    sorting?.column !== column
      ? { column, descending: true }
      : sorting.descending
        ? { column, descending: false }
        : null;
  useComparison.setState({ sorting: next });
}

useComparison.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { projectId, cursor: _cursor, ...kept } = now;
  keep(projectId, 'compare', kept);
});
