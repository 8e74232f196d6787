import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Id, Step } from './common.ts';
import { procedure } from './procedure.ts';

export const ImportFile = z.object({
  /** Number of the file within this import, from 0. */
  index: z.int(),
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed', 'skipped']),
  /** For `done`: what came. For `failed` and `skipped`: why, and what can be done. One sentence. */
  message: z.string().optional(),
  notices: z.array(z.string()).optional(),
  documentId: Id.optional(),
  words: z.int().optional(),
  /** Highlights that came with the file, which can become passages. */
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
};
