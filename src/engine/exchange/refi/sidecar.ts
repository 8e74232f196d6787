import * as z from 'zod';
import { Id } from '../../../contract/common.ts';

/**
 * What REFI-QDA has no field for, in JSON, as the text of a Note of this name in a project that Colligo wrote: Colligo reads it
 * back, other programs show a note. Identities are lower-case UUIDs, those that the XML has in upper case. What the XML says
 * itself (order, colours, texts, places of words, links of codes) is not said again.
 */
export const SIDECAR_NAME = 'Colligo: what REFI-QDA has no field for';

/** Raised when an older Colligo would misread it. */
export const SIDECAR_FORMAT = 1;

/** What the XML's `origin` begins with where Colligo wrote it. */
export const ORIGIN = 'Colligo';

const Moment = z.string().length(24);
const Made = { createdAt: Moment, createdBy: Id.optional() };

/** Users have no kind and no time at which they joined. */
export const SidecarCoder = z.object({
  id: Id,
  kind: z.enum(['person', 'consensus']),
  createdAt: Moment.optional(),
});

export const SidecarCode = z.object({
  id: Id,
  ...Made,
  labels: z.array(
    z.object({
      kind: z.enum(['alias', 'hidden', 'notation', 'name', 'definition', 'note', 'example', 'change']),
      language: z.string(),
      text: z.string(),
    }),
  ),
});

/** Variables have no owner and no choices, and a date without its day is none. */
export const SidecarAttribute = z.object({
  id: Id,
  appliesTo: z.enum(['document', 'case']),
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'date']),
  /** Labels in order. */
  choices: z.array(z.string()),
});

export const SidecarDocument = z.object({
  id: Id,
  key: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  /** BCP 47 tag. */
  language: z.string(),
  /**
   * Name within `sources` of the file that the document was imported from, by whose reading its blocks and pages come back;
   * null where that is the plain text itself.
   */
  original: z.string().nullable(),
});

export const SidecarCase = z.object({ id: Id, createdAt: Moment });

/** A part of a page as exactly as it is kept: its number from 1, points from the top left. */
export const SidecarRegion = z.object({
  passage: Id,
  page: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

export const SidecarMemo = z.object({
  id: Id,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['document', 'passage', 'code', 'case', 'coding']), id: Id }),
    z.object({ kind: z.literal('pair'), passage: Id, other: Id }),
    z.object({ kind: z.literal('cell'), code: Id, document: Id.optional(), case: Id.optional() }),
  ]),
});

export const SidecarReview = z.object({
  id: Id,
  document: Id,
  code: Id,
  coder: Id,
  createdAt: Moment,
  /** SHA-256 of what the code said then, hexadecimal. */
  meaning: z.string().regex(/^[0-9a-f]{64}$/),
});

export const SidecarVersion = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  locked: z.boolean(),
  body: z.string(),
  ...Made,
});

export const SidecarAttachment = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  note: z.string(),
  document: Id.nullable(),
  /** Name within `sources`. */
  file: z.string(),
  createdAt: Moment.optional(),
  createdBy: Id.optional(),
});

/** A text with characters that XML cannot hold: there it has U+FFFD in their places. */
export const SidecarText = z.object({
  /** Whose: a user, code, variable, case, source, selection, note or the project. */
  of: Id,
  /** Its name, its Description, or the text of a note. */
  field: z.enum(['name', 'description', 'text']),
  text: z.string(),
});

/** Likewise, the value of a variable. */
export const SidecarValue = z.object({ attribute: Id, owner: Id, text: z.string() });

export const Sidecar = z.object({
  format: z.literal(SIDECAR_FORMAT),
  project: z.object({ id: Id, language: z.string() }),
  // What came later is not in the notes of an older Colligo.
  coders: z.array(SidecarCoder).default([]),
  cases: z.array(SidecarCase).default([]),
  codes: z.array(SidecarCode),
  attributes: z.array(SidecarAttribute),
  documents: z.array(SidecarDocument),
  regions: z.array(SidecarRegion),
  weights: z.array(z.object({ coding: Id, weight: z.int().min(0).max(100) })),
  /** Those that no NoteRef leads to: about cases, pairs of passages, and cells of a code and a document or case. */
  memos: z.array(SidecarMemo),
  reviews: z.array(SidecarReview),
  versions: z.array(SidecarVersion),
  attachments: z.array(SidecarAttachment),
  texts: z.array(SidecarText),
  values: z.array(SidecarValue),
});
export type Sidecar = z.infer<typeof Sidecar>;

/** The lists of it, each of which may be long. */
export type SidecarPart = Exclude<keyof Sidecar, 'format' | 'project'>;

/** @returns what the note says; null where it is no such JSON, or of a format that is not known */
export function readSidecar(json: string): Sidecar | null {
  try {
    return Sidecar.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
