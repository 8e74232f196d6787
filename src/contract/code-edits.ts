import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

/** Kinds of what else a code is called or said of: other words, those only there to find it by, its number, other languages. */
export const LABEL_KINDS = ['alias', 'hidden', 'notation', 'name', 'definition', 'note', 'example'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export const CodeLabel = z.object({
  kind: z.enum(LABEL_KINDS),
  /** BCP 47 tag; empty where it was not said. */
  language: z.string().max(35).default(''),
  text: z.string().trim().min(1).max(100_000),
});
export type CodeLabel = z.infer<typeof CodeLabel>;

export const LINK_KINDS = ['see_also', 'not_to_be_confused'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** That a code has to do with another: shows on both. */
export const CodeLink = z.object({ kind: z.enum(LINK_KINDS), other: Id });
export type CodeLink = z.infer<typeof CodeLink>;

/** What else is said of a code. */
export interface CodeWords {
  readonly labels: readonly (Omit<CodeLabel, 'kind'> & {
    /** `change`: why it was changed, oldest first; never set as a whole. */
    readonly kind: LabelKind | 'change';
  })[];
  readonly links: readonly CodeLink[];
}

/** How the codes of a branch are coloured: as its top code, each branch the next colour, or that lighter with each level. */
export const COLOURINGS = ['top', 'turn', 'tints'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** What a merge does, in numbers. */
export interface MergeNumbers {
  readonly follow: number;
  /** Codings that become one with another of the same coder on the same passage. */
  readonly already: number;
  readonly memos: number;
  readonly children: number;
  readonly reviews: number;
  /** Reviews that count as not judged until they are renewed. */
  readonly stale: number;
}

/** A name that would be another. */
export interface Renamed {
  readonly codeId: string;
  readonly before: string;
  /** Empty where nothing of the name would be left, which is refused. */
  readonly after: string;
}

/** Codes that something is done to, in any order. */
export const Codes = z.array(Id).min(1).max(10_000);

const Merge = z.object({
  codes: Codes,
  into: Id,
  aliases: z.boolean().default(true),
  append: z.boolean().default(true),
  note: z.string().max(10_000).default(''),
});

const NameSearch = z.object({
  find: z.string().max(300),
  replace: z.string().max(300),
  matchCase: z.boolean().default(false),
  wholeWords: z.boolean().default(false),
  within: Id.nullable().default(null),
});

const Colours = z.object({ how: z.enum(COLOURINGS), within: Id.nullable().default(null) });

/** Where copies or parts go: under a parent, before one of its children, or last. */
const Place = { parentId: Id.nullable(), beforeId: Id.nullable().default(null) };

/** Procedures that change several codes at once, or what lies beside a code's own fields. */
export const codeEdits = {
  words: procedure(
    'read',
    'Gives the other words of a code, why it was changed, and the codes it has to do with.',
  )
    .input(z.object({ code: Id }))
    .output(type<CodeWords>()),
  setLabels: procedure('write', 'Says all other words of a code of some kinds, in order.')
    .input(
      z.object({
        code: Id,
        kinds: z.array(z.enum(LABEL_KINDS)).min(1),
        labels: z.array(CodeLabel).max(500),
      }),
    )
    .output(Written),
  setLinks: procedure('write', 'Says all codes that a code has to do with.')
    .input(z.object({ code: Id, links: z.array(CodeLink).max(500) }))
    .output(Written),
  mergePreview: procedure('read', 'Counts what a merge of codes would do.')
    .input(Merge)
    .output(type<MergeNumbers>()),
  merge: procedure('write', 'Makes codes one; their codings follow with their coders and dates.')
    .input(Merge)
    .output(Written.extend({ followed: z.int(), already: z.int() })),
  split: procedure(
    'write',
    "Gives the present coder's codings of a code to other codes, some of which may be new.",
  )
    .input(
      z.object({
        code: Id,
        parts: z
          .array(
            z.union([
              z.object({ code: Id }),
              z.object({ name: z.string().trim().min(1).max(300), ...Place }),
            ]),
          )
          .min(1)
          .max(100),
        assignments: z
          .array(
            z.object({
              coding: Id,
              parts: z.array(z.int().nonnegative().max(99)).min(1).max(100),
              stays: z.boolean().default(false),
            }),
          )
          .max(100_000),
        note: z.string().max(10_000).default(''),
      }),
    )
    .output(Written.extend({ codeIds: z.array(Id), moved: z.int(), added: z.int() })),
  copy: procedure('write', 'Copies codes with the codes under them, without their codings.')
    .input(z.object({ codes: Codes, ...Place }))
    .output(Written.extend({ codeIds: z.array(Id), copied: z.int() })),
  namesReplaced: procedure('read', 'Lists the names that finding and replacing would change.')
    .input(NameSearch)
    .output(type<Renamed[]>()),
  replaceInNames: procedure('write', 'Finds and replaces words in the names of codes.')
    .input(NameSearch)
    .output(Written.extend({ renamed: z.int() })),
  coloursOfBranches: procedure(
    'read',
    'Lists the codes that colouring by branch would change, with their colours.',
  )
    .input(Colours)
    .output(type<{ codeId: string; colour: string }[]>()),
  colourBranches: procedure('write', 'Colours codes by the branch that they stand in.')
    .input(Colours)
    .output(Written.extend({ changed: z.int() })),
};
