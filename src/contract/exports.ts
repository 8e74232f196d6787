import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Grant } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** The forms that the dataset can be written in, in the order in which they are offered; the first is the usual one. */
export const FORMATS = [
  'package',
  'csv',
  'xlsx',
  'parquet',
  'jsonl',
  'w3c',
  'spss',
  'stata',
  'r',
  'python',
  'qca',
  'refi',
] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;

/** The formats that are one file, with the ending of its name; the others are a folder, or one zip. */
export const ENDINGS: Readonly<Partial<Record<Format, string>>> = {
  xlsx: '.xlsx',
  w3c: '.jsonld',
  refi: '.qdpx',
};

/** The formats that the texts of the documents and the pictures of parts of pages can go along with, as files. */
const WITH_FILES: readonly Format[] = ['package', 'jsonl', 'spss', 'stata', 'r', 'python'];

/** @returns whether texts and pictures can go along with a format, as files beside its tables */
export const takesFiles = (format: Format): boolean => WITH_FILES.includes(format);

/** The formats that hold the tables of the dataset, so that a table of units can stand among them. */
const WITHOUT_TABLES: readonly Format[] = ['w3c', 'qca', 'refi'];

/** @returns whether a table of units can go along with a format */
export const takesUnits = (format: Format): boolean => !WITHOUT_TABLES.includes(format);

/** @returns whether a format has a place for how the dataset is to be cited */
export const takesCitation = (format: Format): boolean => format !== 'refi';

/** The programs that a REFI-QDA project can be written for; the first follows the standard. */
export const REFI_PROFILES = ['standard', 'nvivo', 'atlas', 'maxqda', 'qualcoder'] as const;
export const RefiProfile = z.enum(REFI_PROFILES);
export type RefiProfile = z.infer<typeof RefiProfile>;

/** How a REFI-QDA project is written. */
export const RefiOptions = z.strictObject({
  profile: RefiProfile.default('standard'),
  /** Whether the note stays out by which Colligo gives back what REFI-QDA has no field for; other profiles never have it. */
  plain: z.boolean().default(false),
});
export type RefiOptions = z.infer<typeof RefiOptions>;

/** What the rows of a table of units are. */
export const UNITS = ['coding', 'passage', 'paragraph', 'sentence', 'section', 'document', 'case'] as const;
/** A row a unit and code, or a row a unit with a column a code. */
export const SHAPES = ['long', 'wide'] as const;
/** What stands in its cells. */
export const UNIT_MEASURES = ['presence', 'count', 'words'] as const;

export const UnitTable = z.strictObject({
  unit: z.enum(UNITS),
  shape: z.enum(SHAPES).default('long'),
  measure: z.enum(UNIT_MEASURES).default('presence'),
});
export type UnitTable = z.infer<typeof UnitTable>;

/** A DOI without what stands before it in an address. */
const DOI = /^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/;

/** @returns the DOI alone, whether it was written as such, as an address or with “doi:” before it; null where it is none */
export function doiIn(text: string): string | null {
  const bare = text.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
  return DOI.test(bare) ? bare : null;
}

const Line = z.string().trim().min(1).max(1_000);

/** How a dataset is to be cited and under which licence it is passed on, as far as it was said. */
export const Citation = z.strictObject({
  /** The title of the project, where it is left out. */
  title: Line.optional(),
  /** “Family, Given” for a person, a name without a comma for an organisation; an ORCID may follow in brackets. */
  creators: z.array(Line).max(200).default([]),
  /** An identifier of SPDX, the address of a licence, or its words. */
  licence: z.string().trim().min(1).max(20_000).optional(),
  version: Line.optional(),
  doi: z.string().regex(DOI).optional(),
  publisher: Line.optional(),
  /** Of publication. The year of the newest entry, where it is left out. */
  year: z.int().min(1000).max(9999).optional(),
  keywords: z.array(Line).max(100).default([]),
  /** An abstract. The description of the project, where it is left out. */
  description: z.string().trim().min(1).max(100_000).optional(),
});
export type Citation = z.infer<typeof Citation>;

/** What else can be asked for of a dataset. */
const MoreOptions = {
  /** Whether coders are called “Coder 1”, “Coder 2” … instead of by their names. */
  pseudonyms: z.boolean().default(false),
  citation: Citation.optional(),
  /** A table for analysis beside the others, where the format holds them. */
  units: UnitTable.optional(),
  /** Of a REFI-QDA project; as the standard has it, where it is left out. */
  refi: RefiOptions.optional(),
};

/** @returns the format that a target's name asks for by its ending */
export function formatOf(target: string): Format {
  const name = target.toLowerCase();
  const ofEnding = FORMATS.find((format) => name.endsWith(ENDINGS[format] ?? '\0'));
  return ofEnding ?? FORMATS[0];
}

/** What was written, in the order of writing; only tables have rows. */
export const Dataset = z.object({
  /** Of the folder, zip or file. */
  name: z.string(),
  format: Format,
  files: z.array(
    z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), rows: z.int().nullable() }),
  ),
});
export type Dataset = z.infer<typeof Dataset>;

/** How far the writing is, in steps of about a document each, and at the end what was written. */
export const DatasetEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('finished'), dataset: Dataset }),
]);
export type DatasetEvent = z.infer<typeof DatasetEvent>;

export const exports = {
  dataset: procedure(
    'heavy',
    'Writes the coded dataset in one of its formats at the granted place; stopping the stream cancels it.',
  )
    .input(
      z.object({
        grant: Grant,
        /** Decided by the ending of the target’s name where it is left out. */
        format: Format.optional(),
        /** Whether the canonical texts go along, where the format has a place for them. */
        texts: z.boolean().default(true),
        /** Whether a picture of each coded part of a page goes along, where the format has a place for them. */
        images: z.boolean().default(false),
        ...MoreOptions,
        ...InScope,
      }),
    )
    .output(eventIterator(DatasetEvent)),
  loss: procedure(
    'heavy',
    'Says what a REFI-QDA project of this one would hold in another form or not at all; writes nothing.',
  )
    .input(
      z.object({
        refi: RefiOptions.default({ profile: 'standard', plain: false }),
        pseudonyms: z.boolean().default(false),
        ...InScope,
      }),
    )
    .output(
      z.object({
        lines: z.array(
          z.object({
            /** What it is, in words. */
            what: z.string(),
            count: z.int(),
            /** What becomes of it, likewise. */
            becomes: z.string(),
          }),
        ),
      }),
    ),
  check: procedure(
    'heavy',
    'Derives the dataset anew and says where what lies at the granted place no longer matches; writes nothing.',
  )
    .input(
      z.object({
        grant: Grant,
        /** Decided by the ending of the place’s name where it is left out. */
        format: Format.optional(),
        /** Of a format that is one file; a folder or zip says itself how it was written. */
        ...MoreOptions,
        ...InScope,
      }),
    )
    .output(
      z.object({
        name: z.string(),
        format: Format,
        matches: z.boolean(),
        /** Of Colligo, when it wrote the dataset; null where the format does not say. */
        version: z.string().nullable(),
        /** How many files were compared. */
        compared: z.int(),
        differences: z.array(
          z.object({
            path: z.string(),
            /** `missing`: the project has it and the place does not; `extra`: the other way round. */
            kind: z.enum(['changed', 'missing', 'extra']),
            /** Of a table: rows that only the project has, rows that only the file has, whether the columns differ. */
            rows: z.object({ missing: z.int(), extra: z.int(), columns: z.boolean() }).nullable(),
          }),
        ),
        /** Files that name the version of Colligo, where another one wrote them. */
        notCompared: z.array(z.string()),
      }),
    ),
};
