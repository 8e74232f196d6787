import * as z from 'zod';
import { Grant, Id } from './common.ts';

const OWNERS = z.enum(['document', 'case']);
const KINDS = z.enum(['text', 'number', 'boolean', 'choice', 'date']);
const name = z.string().trim().min(1).max(500);

/** Which column of a table says whose row it is, and what stands in it; `attribute` for an attribute's values. */
export const TableKey = z.object({
  column: z.int().nonnegative(),
  by: z.enum(['id', 'key', 'name', 'attribute']),
  attribute: Id.optional(),
});
export type TableKey = z.infer<typeof TableKey>;

/** What becomes of a column of a table. */
export const ColumnUse = z.discriminatedUnion('to', [
  z.object({ to: z.literal('nothing') }),
  z.object({ to: z.literal('name') }),
  z.object({ to: z.literal('description') }),
  z.object({ to: z.literal('attribute'), attribute: Id }),
  z.object({ to: z.literal('new'), name, kind: KINDS }),
]);
export type ColumnUse = z.infer<typeof ColumnUse>;

/** How a sheet can be taken: its key, null where no column looks like one, and what each column becomes. */
export const TableGuess = z.object({ key: TableKey.nullable(), columns: z.array(ColumnUse) });
export type TableGuess = z.infer<typeof TableGuess>;

/** A sheet of a table that was read, with proposals of how to take it. */
export const TableSheet = z.object({
  name: z.string(),
  /** How many rows there are below the head. */
  rows: z.int(),
  columns: z.array(z.object({ name: z.string(), kind: KINDS, filled: z.int() })),
  /** The first rows, as text. */
  sample: z.array(z.array(z.string())),
  /** What its rows are about, as far as can be seen. */
  likely: OWNERS,
  guesses: z.object({ case: TableGuess, document: TableGuess }),
});
export type TableSheet = z.infer<typeof TableSheet>;

/** What is asked of a file that holds a table. */
export const TableFile = z.object({ grant: Grant });

/** A file that was read and is kept for the questions that follow, until another is read. */
export const TableRead = z.object({
  token: Id,
  name: z.string(),
  notices: z.array(z.string()),
  sheets: z.array(TableSheet),
});
export type TableRead = z.infer<typeof TableRead>;

/** How a table that was read shall be taken. */
export const TableWish = z.object({
  token: Id,
  /** Number of the sheet, from 0. */
  sheet: z.int().nonnegative(),
  of: OWNERS,
  key: TableKey,
  /** One for each column; what is left out is left alone. */
  columns: z.array(ColumnUse).max(1000),
  /** Whether rows of which only the name agrees are taken for what has that name. */
  names: z.enum(['ask', 'take']).default('ask'),
  /** What becomes of rows that nothing agrees with. No document is ever made of a row. */
  unmatched: z.enum(['make', 'leave']).default('leave'),
  /** What was decided for single rows, by their number in the sheet. */
  rows: z
    .array(z.object({ row: z.int(), to: z.union([z.literal('make'), z.literal('leave'), Id]) }))
    .max(50_000)
    .default([]),
  /** Whether an empty cell clears what is known; else it says nothing. */
  clear: z.boolean().default(false),
});
export type TableWish = z.infer<typeof TableWish>;

/**
 * What becomes of a row: `exact` by identity, `chosen` by the person, `proposed` and `taken` by name, `several` where more
 * than one has that name, `twice` where an earlier row is about the same, `new` and `left` where nothing agrees.
 */
export const ROW_FATES = ['exact', 'chosen', 'proposed', 'taken', 'several', 'twice', 'new', 'left'] as const;

export const PlannedRow = z.object({
  /** Its number in the file, as a spreadsheet counts. */
  row: z.int(),
  /** What its key cell says. */
  label: z.string(),
  fate: z.enum(ROW_FATES),
  /** Whom it is about, or would be. */
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  /** Those who are called so, where there are several. */
  candidates: z.array(z.object({ id: Id, name: z.string() })),
});
export type PlannedRow = z.infer<typeof PlannedRow>;

/** What importing a table would do. Lists end after a thousand entries; the counts do not. */
export const TablePlan = z.object({
  counts: z.record(z.enum(ROW_FATES), z.int()),
  /** Rows that want a decision come first. */
  rows: z.array(PlannedRow),
  attributes: z.array(z.object({ name: z.string(), kind: KINDS })),
  choices: z.array(z.object({ attribute: z.string(), label: z.string() })),
  /** Cells of what is there already that would say something else, or something at all. */
  changed: z.int(),
  changes: z.array(
    z.object({
      row: z.int(),
      owner: z.string(),
      column: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Cells that cannot be taken, which are left alone. */
  refused: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), why: z.string() })),
});
export type TablePlan = z.infer<typeof TablePlan>;
