import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Moment, Offset, Region, Step, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

export const UNITS = ['match', 'sentence', 'paragraph', 'section'] as const;

/** Orders of a list of passages: as they stand, newest first, by the first of their codes in the tree, longest first. */
export const SORTS = ['document', 'newest', 'code', 'length'] as const;
export type Sort = (typeof SORTS)[number];

export const CodingRow = z.object({
  id: Id,
  codeId: Id,
  coderId: Id,
  weight: z.int().nullable(),
  createdAt: Moment,
});
export type CodingRow = z.infer<typeof CodingRow>;

export const PassageRow = z.object({
  id: Id,
  documentId: Id,
  versionId: Id,
  /** Of a part of a page, which has no words, start and end are both where the text of its page begins. */
  start: Offset,
  end: Offset,
  /** The part of a page that it is; null for words. */
  region: Region.nullable(),
  /** The page that it begins on: its physical number from 1 and what is printed there; null for texts without pages. */
  page: z.object({ number: z.int().min(1), label: z.string() }).nullable(),
  status: z.enum(['exact', 'moved', 'changed', 'lost']),
  comment: z.string(),
  createdBy: Id,
  createdAt: Moment,
  codings: z.array(CodingRow),
});
export type PassageRow = z.infer<typeof PassageRow>;

/** A passage with its words and where they stand, for lists. A part of a page has no words: an empty quote, and none around it. */
export const QuoteRow = PassageRow.extend({
  documentTitle: z.string(),
  documentKey: z.string().nullable(),
  /** The words exactly as they stand in the text. */
  quote: z.string(),
  /** The same on one line, as they are read: words broken at the end of a printed line are whole. */
  line: z.string(),
  /** What stands around them, as it is read. */
  before: z.string(),
  after: z.string(),
  /** Number of the paragraph (block) the passage begins in, from 1; 0 between paragraphs. */
  paragraph: z.int(),
  /** Headings above it, outermost first, joined by " / ". */
  section: z.string(),
  words: z.int(),
  /** BCP 47 tag of the text it lies in. */
  language: z.string(),
});
export type QuoteRow = z.infer<typeof QuoteRow>;

/** A drawn part of a page. */
export interface Picture {
  /** The PNG in base64. */
  readonly png: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export const passages = {
  inDocument: procedure(
    'read',
    'Lists the passages in scope of the current version of a document, with their codings in scope.',
  )
    .input(z.object({ document: Id, ...InScope }))
    .output(type<PassageRow[]>()),
  list: procedure(
    'read',
    'Lists passages with their quotes, filtered by scope, document, code (with or without the codes under it) and coder, in the order asked for.',
  )
    .input(
      z.object({
        document: Id.optional(),
        code: Id.optional(),
        below: z.boolean().default(false),
        coder: Id.optional(),
        ...InScope,
        sort: z.enum(SORTS).default('document'),
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(5000).default(500),
      }),
    )
    .output(type<{ rows: QuoteRow[]; total: number; documents: number }>()),
  resize: procedure(
    'write',
    'Moves the ends of a passage for the present coder; what others have coded there stays where it is.',
  )
    .input(
      z.object({ passage: Id, start: Offset, end: Offset, codings: z.array(Id).min(1).max(500).optional() }),
    )
    .output(Written.extend({ passageId: Id })),
  reshape: procedure(
    'write',
    'Moves or resizes a part of a page for the present coder; what others have coded there stays where it is.',
  )
    .input(z.object({ passage: Id, region: Region, codings: z.array(Id).min(1).max(500).optional() }))
    .output(Written.extend({ passageId: Id })),
  picture: procedure('heavy', 'Draws the part of a page that a passage is, on white, as a PNG.')
    .input(
      z.object({
        passage: Id,
        /** Pixels a point. */
        scale: z.number().min(1).max(4).default(2),
      }),
    )
    .output(type<Picture>()),
  history: procedure(
    'read',
    'Lists the steps that touched a passage, its anchors or its codings, newest first.',
  )
    .input(z.object({ passage: Id, limit: z.int().min(1).max(1000).default(50) }))
    .output(z.array(Step)),
  comment: procedure('write', 'Changes the comment of a passage.')
    .input(z.object({ passage: Id, comment: z.string().max(100_000) }))
    .output(Written),
};

/** A code that is made on the way, at the top level or last under another. */
export const NewCode = z.object({
  name: z.string().trim().min(1).max(300),
  parentId: Id.nullable().default(null),
});

export const codings = {
  apply: procedure(
    'write',
    "Applies codes, which may be new ones, to a span as the present coder's judgement.",
  )
    .input(
      z.object({
        document: Id,
        start: Offset,
        end: Offset,
        codes: z.array(Id).max(500),
        create: NewCode.optional(),
        weight: z.int().min(0).max(100).nullable().default(null),
      }),
    )
    .output(Written.extend({ passageId: Id, codeIds: z.array(Id) })),
  applyRegion: procedure(
    'write',
    "Applies codes, which may be new ones, to a part of a page as the present coder's judgement.",
  )
    .input(
      z.object({
        document: Id,
        region: Region,
        codes: z.array(Id).max(500),
        create: NewCode.optional(),
        weight: z.int().min(0).max(100).nullable().default(null),
      }),
    )
    .output(Written.extend({ passageId: Id, codeIds: z.array(Id) })),
  applyTo: procedure('write', 'Applies codes, which may be new ones, to several passages as one step.')
    .input(
      z.object({
        passages: z.array(Id).min(1).max(100_000),
        codes: z.array(Id).max(500),
        create: NewCode.optional(),
      }),
    )
    .output(Written.extend({ applied: z.int(), already: z.int(), codeIds: z.array(Id) })),
  replace: procedure(
    'write',
    'Gives codings of the present coder another code, which may be a new one, as one step; weights, memos and comments stay.',
  )
    .input(
      z.object({
        codings: z.array(Id).min(1).max(100_000),
        by: z.union([z.object({ code: Id }), z.object({ create: NewCode })]),
      }),
    )
    .output(Written.extend({ codeId: Id })),
  applyMatches: procedure(
    'write',
    'Applies a code to every place (or its sentence, paragraph or section) where words occur in a document.',
  )
    .input(
      z.object({
        document: Id,
        code: Id,
        match: z.string().min(1).max(1000),
        unit: z.enum(UNITS).default('paragraph'),
        weight: z.int().min(0).max(100).nullable().default(null),
      }),
    )
    .output(Written.extend({ matches: z.int(), applied: z.int(), already: z.int() })),
  weigh: procedure('write', 'Sets or clears the weight of a coding of the present coder.')
    .input(z.object({ coding: Id, weight: z.int().min(0).max(100).nullable() }))
    .output(Written),
  remove: procedure(
    'write',
    'Takes back codings of the present coder; a passage left with nothing goes with them.',
  )
    .input(z.object({ codings: z.array(Id).min(1).max(100_000) }))
    .output(Written),
};
