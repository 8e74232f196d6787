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
] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;

/** The formats that are one file, with the ending of its name; the others are a folder, or one zip. */
export const ENDINGS: Readonly<Partial<Record<Format, string>>> = { xlsx: '.xlsx', w3c: '.jsonld' };

/** The formats that the texts of the documents and the pictures of parts of pages can go along with, as files. */
const WITH_FILES: readonly Format[] = ['package', 'jsonl', 'spss', 'stata', 'r', 'python'];

/** @returns whether texts and pictures can go along with a format, as files beside its tables */
export const takesFiles = (format: Format): boolean => WITH_FILES.includes(format);

/** @returns the format that a target's name asks for by its ending */
export function formatOf(target: string): Format {
  const name = target.toLowerCase();
  const ofEnding = FORMATS.find((format) => name.endsWith(ENDINGS[format] ?? '\0'));
  return ofEnding ?? FORMATS[0];
}

export const exports = {
  dataset: procedure('heavy', 'Writes the coded dataset in one of its formats at the granted place.')
    .input(
      z.object({
        grant: Grant,
        /** Decided by the ending of the target’s name where it is left out. */
        format: Format.optional(),
        /** Whether the canonical texts go along, where the format has a place for them. */
        texts: z.boolean().default(true),
        /** Whether a picture of each coded part of a page goes along, where the format has a place for them. */
        images: z.boolean().default(false),
        ...InScope,
      }),
    )
    .output(
      z.object({
        name: z.string(),
        format: Format,
        files: z.array(
          z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), rows: z.int().nullable() }),
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
