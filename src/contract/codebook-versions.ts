import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

/** What can happen to a code between two states of a codebook, in the order in which it is told. */
export const CHANGE_KINDS = [
  'added',
  'split',
  'merged',
  'removed',
  'renamed',
  'redefined',
  'moved',
  'reordered',
  'relabelled',
  'recoloured',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What of a code can differ. `parent` is the path of the code it lies under, `place` its number among its siblings. */
export type ChangedField =
  | 'name'
  | 'definition'
  | 'useWhen'
  | 'useNotWhen'
  | 'example'
  | 'colour'
  | 'codable'
  | 'parent'
  | 'place'
  | 'alias'
  | 'hidden'
  | 'notation'
  | 'note'
  | 'change'
  | 'see_also'
  | 'not_to_be_confused';

/** A field on both sides, as text; several words or links stand a line each. Empty: nothing was or is written there. */
export interface FieldChange {
  readonly field: ChangedField;
  /** Of words in a language (BCP 47); a name, definition or example with it is that of the language. */
  readonly language?: string;
  readonly before: string;
  readonly after: string;
}

/** A code as it can be named even where it is gone. */
export interface CodeReference {
  readonly id: string;
  readonly name: string;
  /** Names from the root, joined by " / ". */
  readonly path: string;
}

/** What happened to a code. */
export interface CodebookChange {
  readonly kind: ChangeKind;
  /** As it is after, or as it was where it is gone. */
  readonly code: CodeReference;
  /** Merged: the code it went into. Split: the code it came from. */
  readonly other?: CodeReference;
  /** What differs; empty for codes that are on one side only. */
  readonly fields: readonly FieldChange[];
}

/** A state of the codebook that somebody named. */
export interface CodebookVersion {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Whether it holds the codebook as it is: while it does, no code can be changed. */
  readonly isLocked: boolean;
  /** How many codes it has. */
  readonly codes: number;
  /** Whether the codebook is still, or again, as it was then. */
  readonly isNow: boolean;
  readonly createdAt: string;
  /** Id of the coder who named it. */
  readonly createdBy: string;
}

/** A code that going back to a version touches, and how many codings hang on it now. */
export interface RestoredCode {
  readonly id: string;
  readonly name: string;
  readonly codings: number;
}

/** What going back to a version would do. */
export interface RestorePlan {
  /** Codes that come back, with their identity and without the codings they had. */
  readonly back: readonly RestoredCode[];
  /** Codes that came since and go. */
  readonly gone: readonly RestoredCode[];
  /** Codes that came since and stay, gathered under a code called `group`, since codings, reviews or memos hang on them. */
  readonly kept: readonly RestoredCode[];
  readonly group: string;
  /** What becomes as it was of the other codes. */
  readonly changes: readonly CodebookChange[];
}

/** Under which version a coding was made: the newest one that was named before. */
export interface CodingVersion {
  readonly codingId: string;
  /** Null where no version had been named yet. */
  readonly version: { readonly id: string; readonly name: string } | null;
  /** Whether the codebook had been changed between the naming and the coding. */
  readonly hasChanged: boolean;
}

/** What a version is called. */
const Name = z.string().trim().min(1).max(200);
const Note = z.string().trim().max(10_000);

export const codebookVersions = {
  list: procedure('read', 'Lists the states of the codebook that were named, newest first.').output(
    type<CodebookVersion[]>(),
  ),
  diff: procedure(
    'read',
    'Says what changed between two versions of the codebook, or one and the codebook as it is.',
  )
    .input(z.object({ from: Id, to: Id.nullable().default(null) }))
    .output(type<CodebookChange[]>()),
  name: procedure('write', 'Names the codebook as it stands, and locks it for a round where that is wanted.')
    .input(z.object({ name: Name, note: Note.default(''), lock: z.boolean().default(false) }))
    .output(Written.extend({ versionId: Id })),
  describe: procedure('write', 'Gives a version of the codebook another name or note.')
    .input(z.object({ version: Id, name: Name.optional(), note: Note.optional() }))
    .output(Written),
  lock: procedure('write', 'Locks the codebook as a version that it still is, or unlocks it.')
    .input(z.object({ version: Id, locked: z.boolean() }))
    .output(Written),
  remove: procedure('write', 'Forgets the name of a state of the codebook; the codebook stays as it is.')
    .input(z.object({ version: Id }))
    .output(Written),
  restorePlan: procedure('read', 'Says what going back to a version of the codebook would do.')
    .input(z.object({ version: Id }))
    .output(type<RestorePlan>()),
  restore: procedure('write', 'Makes the codebook what it was in a version, as one step; no coding is lost.')
    .input(z.object({ version: Id }))
    .output(Written),
  ofPassage: procedure('read', 'Says under which version of the codebook each coding of a passage was made.')
    .input(z.object({ passage: Id }))
    .output(type<CodingVersion[]>()),
};
