import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id } from './common.ts';
import { Columns } from './compare.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/**
 * Where words are looked at. Where the scope chooses passages, only words in these count; `passages` narrows further, to those that
 * carry one of some codes, or with an empty list any code, by a coder in scope. A word lies in a passage if its first unit does.
 */
const InWords = {
  passages: z
    .strictObject({
      codes: z.array(Id).max(500).default([]),
      /** Whether the codes under each count as it. */
      below: z.boolean().default(true),
    })
    .optional(),
  ...InScope,
};

/**
 * Words that are left out of a list. Each list holds for the documents of its language only: “die” is no article in an English text.
 */
export const StopWords = z.strictObject({
  /** Languages whose list does not hold, as `en` or `pt`; with `all`, none does. */
  skip: z.union([z.literal('all'), z.array(z.string().max(35)).max(500)]).default([]),
  /** Left out in every language, beside the lists. */
  add: z.array(z.string().max(100)).max(5000).default([]),
  /** Never left out, whatever the lists say. */
  keep: z.array(z.string().max(100)).max(5000).default([]),
});
export type StopWords = z.infer<typeof StopWords>;

/** What rows of a list of words are sorted by; `key` only where two groups are compared. */
export const WORD_SORTS = ['count', 'key'] as const;
export type WordSort = (typeof WORD_SORTS)[number];

/** A word in the one form that it is counted by: see src/text/word-forms.ts. */
export interface WordRow {
  readonly word: string;
  readonly count: number;
  /** Documents with the word. */
  readonly documents: number;
  /**
   * Deviation of proportions: 0 where every document has its share of the word, by its length, and nearly 1 where one short document
   * has all. St. Th. Gries: Dispersions and adjusted frequencies in corpora, International Journal of Corpus Linguistics 13 (2008).
   */
  readonly dispersion: number;
  /** Beside the group's complement; null where no groups are compared. */
  readonly key: WordKey | null;
}

/** How much a word tells a group of documents from the others. It describes: words of one text do not stand there independently. */
export interface WordKey {
  /** How often it stands in the group. */
  readonly count: number;
  /**
   * Log-likelihood, 0 or more: 2 Σ O ln(O/E) over both groups. P. Rayson, R. Garside: Comparing corpora using frequency profiling,
   * Workshop on Comparing Corpora (ACL 2000).
   */
  readonly g2: number;
  /**
   * Binary logarithm of the ratio of its shares: 1 is twice as frequent in the group, -1 half as frequent. Where it stands in one of
   * them only, half an occurrence is put into the other. A. Hardie: Log ratio, an informal introduction (CASS, Lancaster 2014).
   */
  readonly logRatio: number;
}

/** A language of the documents in scope. */
export interface WordLanguage {
  /** As `en` or `pt`: without script and region. */
  readonly language: string;
  readonly documents: number;
  /** Words in its stop list; 0 where there is none. */
  readonly stops: number;
}

/** The words of the documents in scope. */
export interface WordList {
  /** All words looked at, whether listed or left out: the denominator of shares. */
  readonly words: number;
  /** Of these, words that are listed or would be without a limit. */
  readonly counted: number;
  /** Documents in which words were looked at. */
  readonly documents: number;
  /** All words looked at in the group; null where no groups are compared. */
  readonly group: number | null;
  readonly languages: readonly WordLanguage[];
  /** Different words, of which `rows` has the first. */
  readonly total: number;
  /** Equal ones stand by their code units. */
  readonly rows: readonly WordRow[];
}

/**
 * What a concordance is about: `words` and `substring` are found as the search finds them, `form` is one word of a list, which
 * finds exactly what the list counted.
 */
export const CONTEXT_KINDS = ['words', 'substring', 'form'] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

/**
 * As the documents stand, or by a word beside the keyword: the first, second or third to the left or right, then by those further
 * away. Where the paragraph has ended, it comes first.
 */
export const CONTEXT_SORTS = ['place', 'left1', 'left2', 'left3', 'right1', 'right2', 'right3'] as const;
export type ContextSort = (typeof CONTEXT_SORTS)[number];

/** A keyword in its context: words of the same paragraph on either side, with broken words made whole. */
export interface ContextRow {
  readonly documentId: string;
  readonly documentTitle: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** UTF-16 units of the current version. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** Physical number from 1 and what is printed there; null for a text without pages. */
  readonly page: { readonly number: number; readonly label: string } | null;
  /** Number of the block, from 1. */
  readonly paragraph: number;
}

/** A concordance. */
export interface WordContext {
  /** All places, of which `rows` has some. */
  readonly total: number;
  /** Documents with one. */
  readonly documents: number;
  readonly rows: readonly ContextRow[];
}

/** A word or phrase, and how its places are shown. */
const Keyword = {
  query: z.string().trim().min(1).max(500),
  kind: z.enum(CONTEXT_KINDS).default('words'),
  /** Words on either side. */
  around: z.int().min(0).max(50).default(8),
};

export const words = {
  prepare: procedure(
    'heavy',
    'Counts words for a moment before anybody asks, so that the first list does not wait for it.',
  )
    .input(
      z.object({
        /** Which document to begin with, in the project's order. */
        from: z.int().nonnegative(),
      }),
    )
    /** Which document to go on with; null where all are counted. */
    .output(z.number().nullable()),
  frequencies: procedure(
    'heavy',
    'Counts the words of the documents in scope, without those of stop lists, and compares a group with the others.',
  )
    .input(
      z.object({
        ...InWords,
        stop: StopWords.prefault({}),
        /** Shorter words are left out; code points. */
        minLength: z.int().min(1).max(50).default(1),
        /** Whether words without a letter are listed. */
        numbers: z.boolean().default(true),
        /** A column of a comparison, whose documents are compared with the others in scope. */
        group: z.strictObject({ columns: Columns, column: z.string().max(2000) }).optional(),
        sort: z.enum(WORD_SORTS).default('count'),
        limit: z.int().min(1).max(100_000).default(1000),
      }),
    )
    .output(type<WordList>()),
  context: procedure(
    'heavy',
    'Lists places of a word or phrase with the words around it, aligned and sorted.',
  )
    .input(
      z.object({
        ...InWords,
        ...Keyword,
        sort: z.enum(CONTEXT_SORTS).default('place'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100_000).default(1000),
      }),
    )
    .output(type<WordContext>()),
  firstPlaces: procedure(
    'heavy',
    'Lists the first places of a word or phrase as the documents stand, without looking at those behind them.',
  )
    .input(z.object({ ...InWords, ...Keyword, limit: z.int().min(1).max(1000).default(100) }))
    /** Fewer than the limit are all that there are. */
    .output(type<readonly ContextRow[]>()),
};
