import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** How many documents are gone through at once. */
export const ALONG_MOST = 60;

/** Words of a document without a gap, on which a code lies. */
export interface Stretch {
  /** The number of its first word in the document, from 0, and that of the first word behind it. */
  readonly from: number;
  readonly to: number;
  /** Where its first word starts in the text, and where its last word ends. UTF-16. */
  readonly start: number;
  readonly end: number;
}

/** A code in a document. */
export interface AlongCode {
  /** Its place in `codes`. */
  readonly row: number;
  /** In the order of the text; places that overlap are one stretch, those that only meet are two. */
  readonly stretches: readonly Stretch[];
  /** Words in them, each once: as in `compare.table`. */
  readonly words: number;
  /** Distinct places that are parts of pages: they hold no words, and are in no stretch. */
  readonly parts: number;
}

/** A document, with what lies along it. */
export interface AlongDocument {
  readonly id: string;
  readonly title: string;
  /** All words of its current version. */
  readonly words: number;
  /** Words on which any code lies. */
  readonly coded: number;
  /** Those found in it, in the order of the codebook. */
  readonly codes: readonly AlongCode[];
  /** Where equal parts of it start, as many as were asked for but no more than it has words; part i of n begins with word ⌊i × words / n⌋. UTF-16. */
  readonly parts: readonly number[];
}

/** Codes along documents. */
export interface Along {
  /** Ids of all codes, in the order of the codebook. */
  readonly codes: readonly string[];
  readonly documents: readonly AlongDocument[];
  /** Documents beyond the first sixty, which are left out. */
  readonly beyond: number;
}

export const along = {
  codes: procedure(
    'heavy',
    'Says which words of documents each code covers, from their beginning to their end.',
  )
    .input(
      z.object({
        /** Those that are out of scope or gone are left out. Without it the first sixty in scope. */
        documents: z.array(Id).min(1).max(ALONG_MOST).optional(),
        /** Into how many equal parts the words of each are divided. */
        parts: z.int().min(0).max(2_000).default(0),
        /** Whether a code holds what lies on the codes below it, too. */
        rollUp: z.boolean().default(false),
        /** One coder; all together where it is left out. */
        coder: Id.optional(),
        ...InScope,
      }),
    )
    .output(type<Along>()),
};
