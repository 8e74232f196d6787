import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Id, Step, Written } from './common.ts';
import { NewCode } from './passages.ts';
import { procedure } from './procedure.ts';

/** How far the reading of a file is. */
export const ImportProgress = z.object({
  stage: z.enum(['reading', 'parsing', 'segmenting']),
  /** How much of the stage is done, from 0 to 1. */
  share: z.number().min(0).max(1),
  /** Of a file that has pages: the one that was read last, from 1, of so many. */
  page: z.int().optional(),
  pages: z.int().optional(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImportFile = z.object({
  /** Number of the file within this import, from 0. */
  index: z.int(),
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed', 'skipped']),
  /** For `reading`. */
  progress: ImportProgress.optional(),
  /** For `done`: what came. For `failed` and `skipped`: why, and what can be done. One sentence. */
  message: z.string().optional(),
  notices: z.array(z.string()).optional(),
  documentId: Id.optional(),
  words: z.int().optional(),
  /** How many pages it was published on; left out where it has none. */
  pages: z.int().optional(),
  /** Highlights that came with the file, which can become passages; left out where there are none. */
  highlights: z.int().optional(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('files'), files: z.array(ImportFile) }),
  z.object({ type: z.literal('file'), file: ImportFile, finished: z.int(), total: z.int() }),
  z.object({
    type: z.literal('finished'),
    /** The one step that brought everything in; null where nothing came. */
    step: Step.nullable(),
    imported: z.int(),
    failed: z.int(),
    skipped: z.int(),
    files: z.array(ImportFile),
  }),
]);
export type ImportEvent = z.infer<typeof ImportEvent>;

/** What highlights came with the original of a document. */
export const Highlights = z.object({
  count: z.int(),
  /** How many have a note, and who made them, as far as the file says. */
  notes: z.int(),
  authors: z.array(z.string()),
  /** Their colours in words (Yellow, Green …), in the order in which they first occur. */
  colours: z.array(z.string()),
});
export type Highlights = z.infer<typeof Highlights>;

export const imports = {
  run: procedure(
    'write',
    'Reads the granted files, folders or manifests and adds them as one step; stopping the stream cancels it.',
  )
    .input(
      z.object({
        grants: z.array(Grant).min(1).max(10_000),
        /** BCP 47 tag for files that do not say. */
        language: z.string().max(35).optional(),
        /** For a single file: its title, and the case it belongs to. */
        title: z.string().trim().min(1).max(1000).optional(),
        case: z.string().trim().min(1).max(500).optional(),
      }),
    )
    .output(eventIterator(ImportEvent)),
  highlights: procedure(
    'read',
    'Says which highlights came with the original file of a document; it may have to be read again for it.',
  )
    .input(z.object({ document: Id }))
    .output(Highlights),
  takeHighlights: procedure(
    'write',
    'Makes passages of the highlights that came with the original file of a document, as one step; notes become comments.',
  )
    .input(
      z.object({
        document: Id,
        /** The code that they get: one of the codebook, or one of this name, which is made where there is none. */
        under: z.union([z.object({ code: Id }), z.object({ create: NewCode })]),
        /** Whether, where their colours differ, each colour gets a code of its own under it. */
        byColour: z.boolean().default(true),
      }),
    )
    .output(Written.extend({ found: z.int(), made: z.int(), already: z.int(), codeIds: z.array(Id) })),
};
