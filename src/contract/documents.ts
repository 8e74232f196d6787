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
  /** Media type of the original, for example application/pdf. */
  mediaType: z.string(),
  /** Size of the original in bytes. */
  size: z.int(),
  language: z.string(),
  /** Length of the canonical text in UTF-16 code units. */
  units: z.int(),
  words: z.int(),
  blocks: z.int(),
  /** How many pages it was published on; 0 for a text without pages. */
  pages: z.int(),
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
  /** Whether its lines end where the paper did. */
  readonly isPrinted: boolean;
  /** Hyphens in it that stand only because a printed line ends: their offsets in the canonical text. */
  readonly lineHyphens: readonly number[];
}

/** The pages of a document's current version, all of them in order. */
export interface DocumentPages {
  readonly documentId: string;
  readonly versionId: string;
  /** What `packPages` of text/page-packing.ts made. */
  readonly pages: string;
}

/** Where the letters of some pages stand. */
export interface PageGlyphs {
  readonly versionId: string;
  /** `glyphs` is what `packGlyphs` of text/glyph-packing.ts made, in base64. */
  readonly pages: readonly { readonly number: number; readonly glyphs: string }[];
}

/** A piece of an original file. */
export interface OriginalPart {
  readonly versionId: string;
  /** Size of the whole file in bytes. */
  readonly size: number;
  /** The bytes asked for, as far as there are any, in base64. */
  readonly bytes: string;
}

/** Most bytes of an original that one answer carries. */
const ORIGINAL_PART = 1024 * 1024;

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
        count: z.int().min(1).max(10_000).default(400),
      }),
    )
    .output(type<DocumentPart>()),
  pages: procedure(
    'read',
    'Lists the pages of the current version of a document; none for a text without pages.',
  )
    .input(z.object({ document: Id }))
    .output(type<DocumentPages>()),
  glyphs: procedure('read', 'Says where on some pages of a document each letter of its text stands.')
    .input(
      z.object({ document: Id, from: z.int().min(1).default(1), count: z.int().min(1).max(50).default(1) }),
    )
    .output(type<PageGlyphs>()),
  original: procedure('read', 'Gives a piece of the original file of the current version of a document.')
    .input(
      z.object({
        document: Id,
        from: z.int().nonnegative().default(0),
        count: z.int().min(1).max(ORIGINAL_PART).default(ORIGINAL_PART),
      }),
    )
    .output(type<OriginalPart>()),
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
