import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Block } from '../text/reading.ts';
import { AttributeValue } from './cases.ts';
import { Id, Moment, Offset, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

export const DocumentRow = z.object({
  id: Id,
  key: z.string().nullable(),
  title: z.string(),
  cases: z.array(z.object({ id: Id, name: z.string() })),
  attributes: z.array(AttributeValue),
  versionId: Id,
  version: z.int(),
  fileName: z.string(),
  language: z.string(),
  /** Length of the canonical text in UTF-16 code units. */
  units: z.int(),
  words: z.int(),
  blocks: z.int(),
  /** Whether the scope chooses this document; the counts are of what lies in scope. */
  inScope: z.boolean(),
  passages: z.int(),
  codings: z.int(),
  createdAt: Moment,
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** A run of blocks with the text that they lie in, for a reader that loads as it goes. */
export interface DocumentPart {
  readonly documentId: string;
  readonly versionId: string;
  /** Number of blocks in the whole version. */
  readonly total: number;
  /** Number of the first block here. */
  readonly from: number;
  readonly blocks: readonly Block[];
  /** Offset of the first unit of `text` in the canonical text; block offsets count from the canonical text's start. */
  readonly textStart: number;
  readonly text: string;
}

/** A heading of a document's current version. Offsets in UTF-16. */
export interface HeadingRow {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
  /** Its words on one line. */
  readonly text: string;
}

/** Headings that were found, of which there may be more than were asked for. */
export interface Headings {
  readonly headings: readonly HeadingRow[];
  readonly total: number;
}

export const documents = {
  list: procedure(
    'read',
    'Lists all documents in their order, with cases, attributes and counts within a scope.',
  )
    .input(z.object(InScope).optional())
    .output(type<DocumentRow[]>()),
  read: procedure(
    'read',
    'Gives a run of blocks of the current version with their text; with an offset, the run that holds it.',
  )
    .input(
      z.object({
        document: Id,
        from: z.int().nonnegative().default(0),
        /** Instead of `from`: a place in the text. The run begins a quarter of its length before the block there. */
        at: Offset.optional(),
        count: z.int().min(1).max(2000).default(400),
      }),
    )
    .output(type<DocumentPart>()),
  headings: procedure('read', 'Finds headings by their words in one document or in all, likeliest first.')
    .input(
      z.object({
        /** Words, or beginnings of words, in any order and without regard to accents; empty finds every heading. */
        query: z.string().max(500),
        document: Id.optional(),
        limit: z.int().min(1).max(500).default(50),
      }),
    )
    .output(type<Headings>()),
  rename: procedure('write', 'Changes the title of a document.')
    .input(z.object({ document: Id, title: z.string().trim().min(1).max(1000) }))
    .output(Written),
  remove: procedure('write', 'Removes a document with all its versions, passages and codings.')
    .input(z.object({ document: Id }))
    .output(Written),
};
