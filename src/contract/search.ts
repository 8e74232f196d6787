import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Id, Offset } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

export const SearchHit = z.object({
  documentId: Id,
  documentTitle: z.string(),
  /** BCP 47 tag of the text it lies in. */
  language: z.string(),
  start: Offset,
  end: Offset,
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** What a search has found since the batch before. */
export const SearchBatch = z.object({
  /** The new hits, in document order; the first `limit` of the whole search are shown, the rest are counted. */
  hits: z.array(SearchHit),
  /** Hits so far. */
  total: z.int(),
  /** Documents looked through so far, of how many. */
  searched: z.int(),
  documents: z.int(),
  done: z.boolean(),
});
export type SearchBatch = z.infer<typeof SearchBatch>;

/**
 * What is looked for: `words` are whole words, all in one paragraph, with phrases in quotation marks and a star for the
 * beginning of a word; a `substring` is found anywhere, across lines too, whatever its letter case.
 */
export const SEARCH_KINDS = ['words', 'substring'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const search = {
  find: procedure(
    'heavy',
    'Finds words or a part of them in the current versions of the documents in scope, batch by batch; stopping the stream cancels it.',
  )
    .input(
      z.object({
        query: z.string().trim().min(1).max(500),
        kind: z.enum(SEARCH_KINDS).default('words'),
        ...InScope,
        limit: z.int().min(1).max(100_000).default(5000),
      }),
    )
    .output(eventIterator(SearchBatch)),
};
