import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id } from './common.ts';
import { Columns } from './compare.ts';
import type { PackedSimilarity } from './packed-similarity.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** Whose judgements are looked at, and what a code holds; what each means is said at `compare.table`. */
const Judgements = {
  /** Whether a code holds what lies on the codes below it, too, each place once. */
  rollUp: z.boolean().default(false),
  /** One coder; all together where it is left out: then a place that several coded counts once. */
  coder: Id.optional(),
  ...InScope,
};

/** Documents or cases with the same value of an attribute. */
export interface CrosstabGroup {
  /** “=” and the value, as in `compare.table`. */
  readonly id: string;
  readonly title: string;
  /** Documents in this group alone, and their ids. */
  readonly documents: number;
  readonly within: readonly string[];
  /** Cases in this group alone, and documents of the group that belong to no case. */
  readonly cases: number;
}

/**
 * Fisher’s exact test of whether cases of all groups have a code equally often, as Freeman and Halton extended it to more than two
 * groups: two-sided, the probability of all tables with these margins that are no more probable than this one.
 * R. A. Fisher, Statistical Methods for Research Workers (1934); G. H. Freeman, J. H. Halton, Biometrika 38 (1951).
 */
export interface ExactTest {
  /** Null where nothing was tested. */
  readonly p: number | null;
  /** Corrected for all codes that were tested beside it; S. Holm, Scandinavian Journal of Statistics 6 (1979). */
  readonly adjusted: number | null;
  /**
   * Why nothing was tested: `constant` where all judged cases have the code, or none has, or all are in one group; `large` where too
   * many tables have these margins to go through them.
   */
  readonly lack: 'constant' | 'large' | null;
}

/** A code by groups. Lists are in the order of the groups. */
export interface CrosstabRow {
  /** Id of the code. */
  readonly code: string;
  /** Distinct places. */
  readonly observed: readonly number[];
  /** Places that there would be if codes and groups had nothing to do with each other: row total × column total / total. */
  readonly expected: readonly number[];
  /**
   * Adjusted residuals, which vary about as much as a standard normal variable where codes and groups have nothing to do with each
   * other and places are independent; null where the code or the group has all there is, or nothing.
   * S. J. Haberman, Biometrics 29 (1973).
   */
  readonly residuals: readonly (number | null)[];
  /** Cases with the code, and cases that were reviewed for it without finding it. */
  readonly present: readonly number[];
  readonly absent: readonly number[];
  /** Cases about which nobody has judged: they are not tested. */
  readonly notJudged: readonly number[];
  readonly exact: ExactTest;
}

/** How far codes and groups go together among all places of the rows; descriptive, since places of one document are not independent. */
export interface Association {
  /** The sum of `observed`: a place counts once for each row that it carries. */
  readonly places: number;
  /** Pearson’s; null where fewer than two rows or groups have places. K. Pearson, Philosophical Magazine 50 (1900). */
  readonly chiSquare: number | null;
  /** (Rows with places - 1) × (groups with places - 1). */
  readonly degrees: number;
  /** From 0 to 1: √(χ² / (places × (the lesser number of rows or groups with places - 1))). H. Cramér, Mathematical Methods of Statistics (1946). */
  readonly cramersV: number | null;
}

/** Codes by groups, at the level of places and at that of cases. */
export interface Crosstab {
  readonly groups: readonly CrosstabGroup[];
  readonly rows: readonly CrosstabRow[];
  readonly association: Association;
  /** Cases in groups that share a document with another one in a group: what the one has the other has, too, which the test does not know. */
  readonly sharing: number;
  /** What is in none of the groups since it has no value, or several: groups that share text cannot be compared. */
  readonly leftOut: Readonly<
    Record<'documents' | 'cases', { readonly none: number; readonly several: number }>
  >;
}

/** Ways to say how alike two columns are. */
export const LIKENESSES = ['jaccard', 'cosine'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Two clusters become one. Columns have the numbers from 0, the first merger that after the last column, and so on. */
export interface Merger {
  readonly a: number;
  readonly b: number;
  /** 1 - the mean likeness of a column of the one and a column of the other. */
  readonly height: number;
}

/** How alike columns are by their codes. */
export interface Similarity {
  /** Those with at least one code. */
  readonly columns: readonly { readonly id: string; readonly title: string; readonly codes: number }[];
  /** Columns in which nothing was found. */
  readonly without: number;
  /**
   * Of the first column and the second, the first and the third … the last but one and the last; from 0 to 1. `jaccard`: codes that
   * both have / codes that one of them has (P. Jaccard, New Phytologist 11, 1912). `cosine`: of the numbers of distinct places by
   * code (G. Salton, M. J. McGill, Introduction to Modern Information Retrieval, 1983).
   */
  readonly values: readonly number[];
  /** In the same order: codes that one of the two has and nobody has judged in the other. */
  readonly open: readonly number[];
  /** Clusters by average linkage, the lowest first. R. R. Sokal, C. D. Michener, University of Kansas Science Bulletin 38 (1958). */
  readonly mergers: readonly Merger[];
  /** Places in `columns`, so that no two branches of the clusters cross. */
  readonly order: readonly number[];
}

/** Orders in which documents may be gone through: that of the project, or by when each came into it. */
export const SATURATION_ORDERS = ['project', 'imported'] as const;
export type SaturationOrder = (typeof SATURATION_ORDERS)[number];

/** A document on the way through all of them. */
export interface SaturationStep {
  readonly documentId: string;
  readonly title: string;
  /** Codes found in it. */
  readonly codes: number;
  /** Ids of those that were in no document before, in the order of the codebook. */
  readonly fresh: readonly string[];
  /** Codes found up to here. */
  readonly cumulative: number;
  /**
   * Codes found in as many documents on average over all orders: Σ 1 - C(documents - documents with the code, here) / C(documents, here).
   * N. J. Gotelli, R. K. Colwell, Ecology Letters 4 (2001).
   */
  readonly expected: number;
}

/** How many codes each further document adds. */
export interface Saturation {
  readonly steps: readonly SaturationStep[];
  /** Documents in which nothing was found and no review holds: nobody has worked on them yet, so they say nothing. */
  readonly untouched: number;
}

export const analyse = {
  crosstab: procedure(
    'heavy',
    'Sets codes beside groups by an attribute: counts with what would be expected, and an exact test of cases.',
  )
    .input(
      z.object({
        attribute: Id,
        /**
         * The rows; those that are gone are left out. Without it all codes with something found or reviewed and, rolled up, those of
         * them that lie under no other.
         */
        codes: z.array(Id).min(1).max(2_000).optional(),
        ...Judgements,
      }),
    )
    .output(type<Crosstab>()),
  similarity: procedure('heavy', 'Says how alike documents, cases or groups are by their codes.')
    .input(
      z.object({
        columns: Columns.default({ by: 'document' }),
        likeness: z.enum(LIKENESSES).default('jaccard'),
        ...Judgements,
      }),
    )
    .output(type<PackedSimilarity>()),
  saturation: procedure('heavy', 'Says how many codes each further document adds.')
    .input(z.object({ order: z.enum(SATURATION_ORDERS).default('project'), ...Judgements }))
    .output(type<Saturation>()),
};
