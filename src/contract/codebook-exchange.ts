import { type } from '@orpc/contract';
import * as z from 'zod';
import { Grant, Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

/** The forms a codebook alone can be written in; an ending each, in lower case. */
export const CODEBOOK_FORMATS = [
  'json',
  'qdc',
  'ttl',
  'jsonld',
  'csv',
  'xlsx',
  'txt',
  'md',
  'html',
  'docx',
] as const;
export const CodebookFormat = z.enum(CODEBOOK_FORMATS);
export type CodebookFormat = z.infer<typeof CodebookFormat>;

/** Forms that are read, too; the others are for people. */
export const READABLE_CODEBOOKS = ['json', 'qdc', 'ttl', 'jsonld', 'csv', 'xlsx', 'txt', 'md'] as const;

/** Endings of files that hold a codebook, with the dot. Some stand for the same form. */
export const CODEBOOK_ENDINGS: readonly string[] = [
  ...READABLE_CODEBOOKS.map((format) => `.${format}`),
  '.nt',
  '.tsv',
  '.qde',
  '.colligo',
];

/** What of a codebook a form cannot hold. */
export interface CodebookLoss {
  /** For machines: the field. */
  readonly field: string;
  /** One sentence. */
  readonly message: string;
  /** How many codes it happens to, and the names of the first of them. */
  readonly codes: number;
  readonly subjects: readonly string[];
}

/** What was written. */
export interface CodebookFile {
  readonly name: string;
  readonly format: CodebookFormat;
  readonly codes: number;
  readonly bytes: number;
  readonly losses: readonly CodebookLoss[];
}

/** A field of a code that two codebooks state differently; `parent` is where it lies, `order` that of the codes under it. */
export const MERGE_FIELDS = [
  'name',
  'definition',
  'useWhen',
  'useNotWhen',
  'example',
  'colour',
  'codable',
  'alias',
  'hidden',
  'notation',
  'names',
  'definitions',
  'note',
  'examples',
  'change',
  'parent',
  'order',
  'presence',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** A code by its name and where it lies. */
export interface MergeCode {
  readonly id: string;
  readonly name: string;
  /** Names from the top, joined by " / ". */
  readonly path: string;
}

/** A field that differs. Of `order` the code is the one above; null at the top. */
export interface MergeDifference {
  /** What an answer names it by. */
  readonly key: string;
  readonly code: MergeCode | null;
  readonly field: MergeField;
  /** Of words: the language that they are in, empty where none is said. */
  readonly language?: string;
  /** As it was in the common ancestor; null where there is none, or it did not have the code. */
  readonly base: string | null;
  readonly mine: string;
  readonly theirs: string;
}

/** A code of the file that is called as one of the project and is another by its identity, or has none. */
export interface MergeNamesake {
  /** The id it has in the file, or was given. */
  readonly key: string;
  readonly theirs: MergeCode;
  readonly mine: MergeCode;
  readonly isIdentified: boolean;
  /** What holds unless something else is said. */
  readonly answer: 'same' | 'new';
}

/** What the merge takes for the common ancestor. */
export interface MergeBase {
  readonly kind: 'file' | 'version' | 'now' | 'state' | 'none';
  /** Name of the file or version; the moment of a remembered state; else empty. */
  readonly name: string;
}

/** What a merge would do. */
export interface MergePlan {
  readonly base: MergeBase;
  /** What the file is called, and how many codes it has. */
  readonly name: string;
  readonly codes: number;
  /** Codes that both have and that differ in nothing. */
  readonly same: number;
  readonly added: readonly MergeCode[];
  /** What is taken from the file, field by field, since only it changed it. */
  readonly changed: readonly MergeDifference[];
  /** What both changed: mine stays where nothing is answered. */
  readonly conflicts: readonly MergeDifference[];
  /** Codes that the file no longer has; they stay unless they are named. `codings` hang on each. */
  readonly missing: readonly (MergeCode & { readonly codings: number })[];
  readonly namesakes: readonly MergeNamesake[];
  /** Links that come or go. */
  readonly links: number;
  /** What was mended, kept as something else or left while the file was read, each with how often. */
  readonly remarks: readonly {
    readonly what: 'mended' | 'kept' | 'left';
    readonly message: string;
    readonly count: number;
  }[];
}

/** What a person decides of a merge. What is not answered stays as it is in the project. */
export const MergeAnswers = z.object({
  /** By the key of a conflict. */
  fields: z.record(z.string().max(200), z.enum(['mine', 'theirs'])).default({}),
  /** Of conflicts that are not named. */
  prefer: z.enum(['mine', 'theirs']).default('mine'),
  /** By the key of a namesake: whether it is the same code. */
  names: z.record(z.string().max(200), z.enum(['same', 'new'])).default({}),
  /** Missing codes that go; what lies under them moves up. */
  remove: z.array(Id).max(100_000).default([]),
});
export type MergeAnswers = z.output<typeof MergeAnswers>;

/**
 * Which common ancestor is taken: a version of the project by its id, the `file` that was given for it, `auto` looks for one,
 * `none` asks everything.
 */
const Base = z.union([z.object({ version: Id }), z.enum(['auto', 'file', 'none'])]).default('auto');

/** A file that was picked, as it is kept until the merge is done or given up. */
const Held = z.string().max(64);

const Wish = {
  /** Decided by the ending where it is left out. */
  format: CodebookFormat.optional(),
  /** The concept scheme that is meant, by its IRI or title, where a SKOS file has several. */
  scheme: z.string().max(2000).optional(),
  /** BCP 47 tag that things shall be called in, where a SKOS file has several. */
  language: z.string().max(35).optional(),
};

/** A codebook that was read, and what else could be taken of its file. */
const HeldBook = z.object({
  held: Held,
  name: z.string(),
  codes: z.int(),
  /** Name of the file with the common ancestor; null where none was given. */
  base: z.string().nullable(),
  /** Concept schemes, where the file has several. */
  schemes: z.array(z.object({ iri: z.string(), title: z.string() })),
  /** BCP 47 tags of the languages that codes are called in, where they are several; the commonest first. */
  languages: z.array(z.string()),
});
export type HeldBook = z.infer<typeof HeldBook>;

export const codebookExchange = {
  losses: procedure('heavy', 'Lists what of the codebook a form cannot hold.')
    .input(z.object({ format: CodebookFormat }))
    .output(type<{ codes: number; losses: CodebookLoss[] }>()),
  write: procedure('heavy', 'Writes the codebook alone as a file.')
    .input(z.object({ grant: Grant, format: CodebookFormat.optional() }))
    .output(type<CodebookFile>()),
  hold: procedure('heavy', 'Reads a codebook from a file, and keeps it until it was merged.')
    .input(z.object({ grant: Grant, base: Grant.optional(), ...Wish }))
    .output(HeldBook),
  reread: procedure(
    'heavy',
    'Reads the file of a codebook that was read again: another scheme or language of it, or beside another ancestor.',
  )
    .input(z.object({ held: Held, base: Grant.optional(), ...Wish }))
    .output(HeldBook),
  plan: procedure('read', 'Says what a merge with a codebook that was read would do.')
    .input(z.object({ held: Held, base: Base, answers: MergeAnswers.optional() }))
    .output(type<MergePlan>()),
  merge: procedure('write', 'Merges a codebook that was read into that of the project, as one step.')
    .input(z.object({ held: Held, base: Base, answers: MergeAnswers.optional() }))
    .output(
      Written.extend({
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        /** Conflicts that were left as they are in the project without being answered. */
        open: z.int(),
      }),
    ),
};
