import { type } from '@orpc/contract';
import * as z from 'zod';
import { Codes, codeEdits } from './code-edits.ts';
import { Colour, Grant, Id, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

export const CodeFields = z.object({
  name: z.string().trim().min(1).max(300),
  definition: z.string().max(100_000),
  useWhen: z.string().max(100_000),
  useNotWhen: z.string().max(100_000),
  example: z.string().max(100_000),
  colour: Colour,
  /** False for a code that only groups others. */
  codable: z.boolean(),
});
export type CodeFields = z.infer<typeof CodeFields>;

export const CodeRow = CodeFields.extend({
  id: Id,
  parentId: Id.nullable(),
  /** Names from the root, joined by " / ". */
  path: z.string(),
  /** Depth from 0. */
  depth: z.int(),
  /** Passages in scope (distinct spans over the coders in scope) that carry this very code, and documents they lie in. */
  passages: z.int(),
  documents: z.int(),
  /** Its number or sign, and what else it is called or found by; left out where there is none. */
  notation: z.string().optional(),
  also: z.array(z.string()).readonly().optional(),
});
export type CodeRow = z.infer<typeof CodeRow>;

/** A taxonomy that ships with Colligo. */
export interface ReadyTaxonomy {
  /** Its name for machines. */
  readonly key: string;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly description: string;
  /** How many of its codes can be applied to passages. */
  readonly codes: number;
  /** How many only group others. */
  readonly themes: number;
}

/** Where a code goes among its new siblings: before one of them, or last. */
const Place = { parentId: Id.nullable(), beforeId: Id.nullable().default(null) };

export const codes = {
  list: procedure(
    'read',
    'Lists the whole codebook in tree order (parents before children), with counts within a scope.',
  )
    .input(z.object(InScope).optional())
    .output(type<CodeRow[]>()),
  create: procedure('write', 'Adds a code.')
    .input(
      CodeFields.partial()
        .required({ name: true })
        .extend({ parentId: Id.nullable().default(null), beforeId: Id.nullable().default(null) }),
    )
    .output(Written.extend({ codeId: Id })),
  update: procedure('write', 'Changes the name, description, colour or kind of a code.')
    .input(z.object({ code: Id, fields: CodeFields.partial() }))
    .output(Written),
  move: procedure('write', 'Puts codes under another parent, or elsewhere among their siblings.')
    .input(z.object({ codes: Codes, ...Place }))
    .output(Written),
  remove: procedure('write', 'Removes codes with the codes under them, their codings and reviews.')
    .input(z.object({ codes: Codes }))
    .output(Written),
  ...codeEdits,
  importFile: procedure('write', 'Adds the codes of a taxonomy file that are not there yet, as one step.')
    .input(
      z.object({
        grant: Grant,
        /** Of a SKOS file: the concept scheme that is meant, and the language (BCP 47) to call codes in. */
        scheme: z.string().max(2000).optional(),
        language: z.string().max(35).optional(),
      }),
    )
    .output(Written.extend({ added: z.int(), skipped: z.int() })),
  ready: procedure('read', 'Lists the taxonomies that ship with Colligo.').output(type<ReadyTaxonomy[]>()),
  importReady: procedure(
    'write',
    'Adds the codes of a taxonomy that ships with Colligo and that are not there yet, as one step.',
  )
    .input(z.object({ key: z.string() }))
    .output(Written.extend({ added: z.int(), skipped: z.int() })),
  addList: procedure('write', 'Adds codes from lines of text, where an indent makes a child, as one step.')
    .input(z.object({ text: z.string().max(1_000_000), parentId: Id.nullable().default(null) }))
    .output(Written.extend({ added: z.int(), skipped: z.int() })),
};
