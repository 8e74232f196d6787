import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const text = z.string().trim().min(1);
const value = z.union([z.string(), z.number(), z.boolean()]);

/** The coders, by the letter that the other files call them by. */
const Who = z.enum(['A', 'B']);
export type Who = z.infer<typeof Who>;

/** When a stretch of work begins: UTC, ISO 8601. */
const Moment = z.iso.datetime();

const Attribute = z.strictObject({
  name: text,
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'date']),
  choices: z.array(text).default([]),
});

const Project = z.strictObject({
  title: text,
  description: text,
  coders: z.strictObject({ A: text, B: text }),
  /** The attributes of cases, in their order. */
  attributes: z.array(Attribute),
  cases: z.array(z.strictObject({ name: text, description: text, values: z.record(z.string(), value) })),
  /** What is seen when the sample is opened first. */
  screen: z.strictObject({ document: text, code: text }),
  /** The work as it went on: each stretch in one go. */
  diary: z.array(
    z.strictObject({
      at: Moment,
      by: Who,
      does: z.discriminatedUnion('what', [
        z.strictObject({ what: z.literal('begin') }),
        z.strictObject({ what: z.literal('code'), document: text }),
        z.strictObject({ what: z.literal('review'), document: text, themes: z.array(text).optional() }),
        z.strictObject({ what: z.literal('memos') }),
      ]),
    }),
  ),
});
export type ProjectSource = z.infer<typeof Project>;
export type Stretch = ProjectSource['diary'][number];

const Codes = z.array(text).default([]);

/** Words of a brief with what each coder made of them. */
const Coded = z.strictObject({
  quote: text,
  /** Which of several, from 1, where the words occur more than once. */
  occurrence: z.int().min(1).optional(),
  A: Codes,
  B: Codes,
  /** How strongly, 0 to 100, by coder. */
  weight: z.strictObject({ A: z.int().optional(), B: z.int().optional() }).default({}),
  /** A comment on the passage, by whoever coded it first. */
  comment: text.optional(),
});
export type Coded = z.infer<typeof Coded>;

const Memo = z.strictObject({
  by: Who,
  /** Written in the stretch that begins then. */
  at: Moment,
  on: z.union([
    z.literal('project'),
    z.strictObject({ document: text }),
    z.strictObject({ document: text, quote: text, occurrence: z.int().min(1).optional() }),
    z.strictObject({ code: text }),
    z.strictObject({ case: text }),
    z.strictObject({ code: text, case: text }),
  ]),
  title: text,
  /** Paragraphs in Markdown. A code, document or case in double square brackets becomes a link. */
  body: z.array(text).min(1),
});
export type MemoSource = z.infer<typeof Memo>;

/** All that the sample is made from. */
export interface Sources {
  readonly project: ProjectSource;
  /** A list of the briefs as any import takes it. */
  readonly manifest: string;
  /** By the short key of the document. */
  readonly coded: ReadonlyMap<string, readonly Coded[]>;
  readonly memos: readonly MemoSource[];
}

/**
 * Reads what the sample is made from.
 * @param folder the one that holds project.json, memos.json, briefs/ and coded/
 * @throws Error with one sentence that names the file, where one is missing or says something that is not understood
 */
export function readSources(folder: string): Sources {
  const project = read(folder, 'project.json', Project);
  const documents = [
    ...new Set(project.diary.flatMap(({ does }) => ('document' in does ? [does.document] : []))),
  ];
  const memos = read(folder, 'memos.json', z.array(Memo));
  const late = memos.find(
    ({ at, by }) => !project.diary.some((one) => one.does.what === 'memos' && one.at === at && one.by === by),
  );
  if (late) throw new Error(`The sample's memo “${late.title}” belongs to no stretch of the diary.`);
  return {
    project,
    manifest: join(folder, 'briefs', 'manifest.json'),
    coded: new Map(
      documents.map((document) => [document, read(folder, `coded/${document}.json`, z.array(Coded))]),
    ),
    memos,
  };
}

function read<Shape extends z.ZodType>(folder: string, file: string, shape: Shape): z.infer<Shape> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (cause) {
    throw new Error(`The sample's ${file} cannot be read.`, { cause });
  }
  const { data, error } = shape.safeParse(json);
  if (error) throw new Error(`The sample's ${file} is not understood. ${z.prettifyError(error)}`);
  return data;
}
