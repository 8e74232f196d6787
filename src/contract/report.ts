import * as z from 'zod';
import { Grant } from './common.ts';
import { Columns } from './compare.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** The forms of a report; each is one file, whose name ends in a dot and this. */
export const REPORT_FORMATS = ['html', 'docx'] as const;
export const ReportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** What a report can hold, in the order in which it stands there. The title page is always there. */
export const REPORT_SECTIONS = [
  'method',
  'tables',
  'pictures',
  'quotes',
  'codebook',
  'cases',
  'memos',
] as const;
export const ReportSection = z.enum(REPORT_SECTIONS);
export type ReportSection = z.infer<typeof ReportSection>;

/** What is in a report until somebody says otherwise: all but the memos, which are often private. */
export const USUAL_SECTIONS: readonly ReportSection[] = REPORT_SECTIONS.filter((each) => each !== 'memos');

/** What the cells of a report's tables show. */
export const REPORT_MEASURES = ['spans', 'codings', 'words', 'share', 'presence'] as const;
export const ReportMeasure = z.enum(REPORT_MEASURES);
export type ReportMeasure = z.infer<typeof ReportMeasure>;

/** The longest file of a picture, in characters of its SVG or of the base64 of its PNG. */
const MOST_OF_A_PICTURE = 8_000_000;

/** A picture that the page made of the project. */
export const ReportPicture = z.strictObject({
  title: z.string().max(1000),
  /** What is to be seen, for those who do not see it. */
  sentence: z.string().max(10_000),
  svg: z
    .string()
    .max(MOST_OF_A_PICTURE)
    .regex(/^\s*(<\?xml[^>]*\?>\s*)?<svg[\s>]/, 'It is no SVG.'),
  /** The same as PNG, in base64. */
  png: z
    .base64()
    .max(MOST_OF_A_PICTURE)
    .refine((bytes) => bytes.startsWith('iVBORw0KGgo'), 'It is no PNG.'),
  /** In CSS pixels, of both. */
  width: z.number().min(1).max(20_000),
  height: z.number().min(1).max(20_000),
  /** The numbers behind it, as they are to be read. */
  table: z
    .strictObject({
      columns: z.array(z.strictObject({ title: z.string().max(1000), isNumber: z.boolean() })).max(2000),
      rows: z.array(z.array(z.string().max(10_000)).max(2000)).max(10_000),
    })
    .optional(),
});
export type ReportPicture = z.infer<typeof ReportPicture>;

/** What a report shall hold, apart from the scope. */
export const ReportWish = {
  sections: z.array(ReportSection).default([...USUAL_SECTIONS]),
  /** A table for each. */
  tables: z
    .array(Columns)
    .max(20)
    .default([{ by: 'document' }]),
  measure: ReportMeasure.default('spans'),
  /** Whether a code’s cell holds what lies on the codes below it, too. */
  rollUp: z.boolean().default(false),
  /** How many quotes of a code and a document at most, in the order of the text; null: all. */
  quotes: z.int().min(1).max(10_000).nullable().default(3),
  /** Whether coders are called “Coder 1”, “Coder 2” … as in a dataset without their names. */
  pseudonyms: z.boolean().default(false),
  pictures: z.array(ReportPicture).max(50).default([]),
};

export const report = {
  write: procedure(
    'heavy',
    'Writes a report about what is in scope as one HTML or DOCX file at the granted place.',
  )
    .input(
      z.object({
        grant: Grant,
        /** Decided by the ending of the target’s name where it is left out. */
        format: ReportFormat.optional(),
        ...ReportWish,
        ...InScope,
      }),
    )
    .output(
      z.object({
        name: z.string(),
        format: ReportFormat,
        bytes: z.int(),
        sha256: z.string(),
        /** What was written: tables and pictures with a caption, and quotes. */
        tables: z.int(),
        pictures: z.int(),
        quotes: z.int(),
      }),
    ),
};
