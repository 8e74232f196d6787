import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Step } from './common.ts';
import { procedure } from './procedure.ts';

/** The forms of whole projects and of codings that other programs write. */
export const EXCHANGE_FORMATS = [
  'refi',
  'qualcoder',
  'taguette',
  'rqda',
  'annotations',
  'hypothesis',
  'codings-table',
] as const;
export const ExchangeFormat = z.enum(EXCHANGE_FORMATS);
export type ExchangeFormat = z.infer<typeof ExchangeFormat>;

/** The endings of files that hold a whole project of another program, in lower case, with the dot. */
export const FOREIGN_ENDINGS: readonly string[] = ['.qdpx', '.qde', '.qda', '.rqda', '.sqlite3'];

/** @returns whether a file is a whole project of another program, by its name alone */
export const isForeignProject = (name: string): boolean =>
  FOREIGN_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** The endings of files that hold codings of texts that a project has, likewise. */
export const CODINGS_ENDINGS: readonly string[] = [
  ...['.jsonld', '.json', '.jsonl', '.csv', '.tsv', '.xlsx', '.html', '.htm'],
];

/** What came of another program's project, by kind. */
export const EXCHANGED = [
  'documents',
  'codes',
  'coders',
  'cases',
  'attributes',
  'passages',
  'codings',
  'memos',
  'reviews',
  'versions',
  'files',
] as const;
const Counts = z.record(z.enum(EXCHANGED), z.int());
export type ExchangeCounts = z.infer<typeof Counts>;

/** What happened to things that did not simply come: the same words are counted together. */
export const ExchangeLine = z.object({
  /** `mended`: put right. `kept`: has no place here and was kept as something else. `left`: could not be carried. */
  what: z.enum(['mended', 'kept', 'left']),
  /** One sentence. */
  message: z.string(),
  count: z.int(),
  /** What it happened to, the first hundred of them. */
  subjects: z.array(z.string()),
});
export type ExchangeLine = z.infer<typeof ExchangeLine>;

export const ExchangeReport = z.object({
  /** Of the file or folder. */
  name: z.string(),
  format: ExchangeFormat,
  /** The program that wrote it. */
  tool: z.string(),
  /** What it is called there. */
  title: z.string(),
  /** The one step that brought everything in; null where all of it was there. */
  step: Step.nullable(),
  came: Counts,
  /** What was in the project already, by identity or because it is the very same. */
  already: Counts,
  lines: z.array(ExchangeLine),
});
export type ExchangeReport = z.infer<typeof ExchangeReport>;

/** A file that the project names and that was not read. */
export const MissingFile = z.object({
  /** What it is the file of. */
  name: z.string(),
  /** As the project has it. */
  path: z.string(),
  /** Whether it lies on this computer, where it is not read without leave. */
  isThere: z.boolean(),
});
export type MissingFile = z.infer<typeof MissingFile>;

export const ExchangeEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reading'),
    /** How much has been read, from 0 to 1. */
    share: z.number().min(0).max(1),
    /** Of what is being read. */
    name: z.string(),
  }),
  /** Everything was read and is being put into the project; this can't be cancelled. */
  z.object({ type: z.literal('writing') }),
  /** Nothing was written, since files are missing. With these permissions it can be run again. */
  z.object({
    type: z.literal('missing'),
    files: z.array(MissingFile),
    grant: Grant,
    folders: z.array(Grant),
  }),
  z.object({ type: z.literal('finished'), report: ExchangeReport }),
]);
export type ExchangeEvent = z.infer<typeof ExchangeEvent>;

export const exchange = {
  run: procedure(
    'write',
    'Reads a project or codings of another program into the open project as one step; stopping the stream cancels it.',
  )
    .input(
      z.object({
        grant: Grant,
        /** Decided by the file where it is left out. */
        format: ExchangeFormat.optional(),
        /** BCP 47 tag of texts that do not say. */
        language: z.string().max(35).optional(),
        /** Whether files may be read that the project names and that lie neither in it nor beside it on this computer. */
        elsewhere: z.boolean().default(false),
        /** Folders to look in for files that the project names and that are not found. */
        folders: z.array(Grant).max(20).default([]),
        /** Whether to stop before writing where files are missing, and to say which. */
        ask: z.boolean().default(false),
        /** Whether the project takes title and description of what is read, as one that was made for it does. */
        adopt: z.boolean().default(false),
      }),
    )
    .output(eventIterator(ExchangeEvent)),
};
