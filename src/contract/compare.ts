import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, type Region } from './common.ts';
import type { PackedMeetings } from './packed-meetings.ts';
import type { PackedTable } from './packed-table.ts';
import { type QuoteRow, SORTS } from './passages.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** What stands in the columns of a comparison: documents, cases, or the values of an attribute as groups of cases and documents. */
export const Columns = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('document') }),
  z.strictObject({ by: z.literal('case') }),
  z.strictObject({ by: z.literal('attribute'), attribute: Id }),
]);
export type CompareColumns = z.infer<typeof Columns>;

/** A column of a comparison. */
export interface CompareColumn {
  /** Of the document or case; “=” and the value of the attribute; `none` for what has no case or no value. */
  readonly id: string;
  /** What it is called by the people who named it; empty for `none`. */
  readonly title: string;
  /** The documents in scope that it is a union of; one that lies in two columns counts in both. */
  readonly documents: readonly string[];
  /** Words of these documents: the denominator of shares. */
  readonly words: number;
}

/**
 * What stands in a cell. `presence` is 1 where a coding exists, 0 where all documents of the column were reviewed for the code as it
 * now reads by the coder (with several coders: by one of them at least) and none found it, null where nobody has judged. Rolled up,
 * a code is absent where that holds for every code of its branch that can be applied. What lies outside the scope is not counted,
 * and is no absence either.
 */
export interface CompareCell {
  /** Place of its code in `codes`, and of its column in `columns`. */
  readonly row: number;
  readonly column: number;
  /** Distinct places in the current versions; places that were lost are none. */
  readonly spans: number;
  /** Judgements on these places: of several coders, or on passages of equal place, each. */
  readonly codings: number;
  /** Words that the places cover, each once. */
  readonly words: number;
  readonly presence: 0 | 1 | null;
}

/** Codes by columns. Cells that nobody has judged are left out. */
export interface CompareTable {
  readonly columns: readonly CompareColumn[];
  /** All words of the documents in scope, each document once: the denominator of shares of all columns together. */
  readonly words: number;
  /** Ids of all codes, in the order of the codebook. */
  readonly codes: readonly string[];
  readonly cells: readonly CompareCell[];
  /** Each code over all documents in scope, in the order of `codes`; `column` is -1. A union: nothing counts twice. */
  readonly rows: readonly CompareCell[];
  /** Each column over all codes, in the order of `columns`, and at the end all columns over all codes; `row` is -1. Unions, too. */
  readonly all: readonly CompareCell[];
}

/**
 * When two places are near each other: they are one (`place`), have text in common (`overlap`), touch one paragraph or one section, or
 * have at most so many words between them. Each place is near itself. A part of a page has no words, and is near nothing else.
 */
const Nearness = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('place') }),
  z.strictObject({ by: z.literal('overlap') }),
  z.strictObject({ by: z.literal('paragraph') }),
  z.strictObject({ by: z.literal('section') }),
  z.strictObject({ by: z.literal('words'), within: z.int().min(0).max(10_000) }),
]);
export type Nearness = z.infer<typeof Nearness>;

/** Two codes that meet. Which of them is named first means nothing. */
export interface CodePair {
  /** Places in `codes`; `a` is the smaller. */
  readonly a: number;
  readonly b: number;
  /**
   * Pairs of a distinct place of the one code and a distinct place of the other, in one document and near each other. A place that
   * carries both makes a pair with itself.
   */
  readonly places: number;
  /** Documents in which they meet. */
  readonly documents: number;
}

/** Codes by codes; pairs that never meet are left out. */
export interface CompareMeetings {
  /** Ids of all codes, in the order of the codebook. */
  readonly codes: readonly string[];
  /** By code its distinct places. */
  readonly places: readonly number[];
  readonly pairs: readonly CodePair[];
}

/** Passages behind a pair of codes: those on the places that make the pairs of `CodePair.places`, with the code that they make it by. */
export interface MeetingList {
  readonly rows: QuoteRow[];
  /** How many passages there are, and in how many documents. */
  readonly total: number;
  readonly documents: number;
  /** The pairs of places that they make: the `places` of the pair. */
  readonly pairs: number;
}

/** Orders of the quotes of a cell: as they stand in its documents, longest first, newest first. */
export const QUOTE_SORTS = ['document', 'length', 'newest'] as const;
export type QuoteSort = (typeof QUOTE_SORTS)[number];

/** A distinct place of a cell with its words, as they are read. */
export interface CellQuote {
  /** A passage on the place; where there are several, the one that was made first. */
  readonly passageId: string;
  readonly documentId: string;
  /** UTF-16. Of a part of a page both are where the text of its page begins. */
  readonly start: number;
  readonly end: number;
  /** The part of a page that it is; null for words. */
  readonly region: Region | null;
  /** What is printed on the page that it begins on; null for texts without pages. */
  readonly page: string | null;
  /** Number of the paragraph (block) that it begins in, from 1; 0 between paragraphs. */
  readonly paragraph: number;
  /** Its words on one line; empty for a part of a page. */
  readonly line: string;
  /** What stands around it within its paragraph, in whole words. */
  readonly before: string;
  readonly after: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** Those of the codes of its row that lie on it. */
  readonly codes: readonly string[];
}

/** What somebody wrote about a cell as a whole: the memo on it. */
export interface CellSummary {
  readonly memoId: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly createdBy: string;
  /** When its words were written as they now are. */
  readonly writtenAt: string;
  /** Places of the cell that were coded by then, and those that were first coded since. Places that are gone are not known. */
  readonly from: number;
  readonly since: number;
}

/** A cell of the quote board. */
export interface QuoteCell {
  /** Id of its code, and of its column. */
  readonly code: string;
  readonly column: string;
  /** Distinct places: the `spans` of the table's cell. */
  readonly total: number;
  readonly quotes: readonly CellQuote[];
  /** Where nothing was found: coders with a review that holds, of one of the codes in one of the documents. */
  readonly reviewers: readonly string[];
  /** Oldest first. A group by an attribute has none. */
  readonly summaries: readonly CellSummary[];
}

/** The largest number of cells that one question may be about. */
const CELLS_MOST = 400;

export const compare = {
  prepare: procedure(
    'heavy',
    'Reads what was found in the texts, so that the first comparison does not wait for it.',
  ).output(z.void()),
  table: procedure(
    'heavy',
    'Counts codes by documents, cases or groups, with what is absent and what nobody has judged.',
  )
    .input(
      z.object({
        columns: Columns,
        /** Whether a code's cell holds what lies on the codes below it, too, each place once. */
        rollUp: z.boolean().default(false),
        /** One coder; all together where it is left out: then a place that several coded counts once. */
        coder: Id.optional(),
        ...InScope,
      }),
    )
    .output(type<PackedTable>()),
  cooccurrence: procedure('heavy', 'Counts where codes meet: on one place, or near each other.')
    .input(
      z.object({
        near: Nearness,
        /** One coder; all together where it is left out: then codes of different coders meet, too. */
        coder: Id.optional(),
        ...InScope,
      }),
    )
    .output(type<PackedMeetings>()),
  meeting: procedure(
    'heavy',
    'Lists the passages of two codes where these meet, by the rule that `cooccurrence` counts by.',
  )
    .input(
      z.object({
        codes: z.tuple([Id, Id]).refine(([one, other]) => one !== other, 'a code does not meet itself'),
        near: Nearness,
        coder: Id.optional(),
        ...InScope,
        sort: z.enum(SORTS).default('document'),
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(5000).default(500),
      }),
    )
    .output(type<MeetingList>()),
  quotes: procedure('heavy', 'Gives the quotes in some cells of a comparison, with their summaries.')
    .input(
      z
        .object({
          columns: Columns,
          rollUp: z.boolean().default(false),
          coder: Id.optional(),
          /** Ids of the codes whose cells are wanted, and of the columns. What is gone is left out of the answer. */
          codes: z.array(Id).min(1).max(CELLS_MOST),
          among: z.array(z.string().max(1000)).min(1).max(CELLS_MOST),
          sort: z.enum(QUOTE_SORTS).default('document'),
          /** How many quotes of each cell are passed over, and how many come at most. */
          from: z.int().nonnegative().default(0),
          most: z.int().min(1).max(5000).default(1),
          ...InScope,
        })
        .refine(({ codes, among }) => codes.length * among.length <= CELLS_MOST, 'too many cells at once'),
    )
    .output(type<QuoteCell[]>()),
};
