import { type } from '@orpc/contract';
import * as z from 'zod';
import type { CodeReference, FieldChange } from './codebook-versions.ts';
import { Id, type Step, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** How often a code was given in a document, within a scope. */
export interface CodeInDocument {
  readonly documentId: string;
  readonly title: string;
  /** Distinct places in its current version, over the coders in scope. */
  readonly passages: number;
  /** Distinct places each coder in scope gave it to, by the coder's id; coders who gave it to none are left out. */
  readonly byCoder: Readonly<Record<string, number>>;
}

/** What a code's page says beside the code itself. */
export interface CodePage {
  readonly labels: readonly {
    readonly kind: 'alias' | 'hidden' | 'notation' | 'name' | 'definition' | 'note' | 'example' | 'change';
    readonly language: string;
    readonly text: string;
  }[];
  /** Codes it has to do with, with what lies between. */
  readonly links: readonly {
    readonly kind: 'see_also' | 'not_to_be_confused';
    readonly code: CodeReference;
  }[];
  /** Codes right under it. */
  readonly children: readonly CodeReference[];
  /** Documents in scope that carry it, in their order. */
  readonly documents: readonly CodeInDocument[];
  /** Coders in scope who gave it, as the project lists them. */
  readonly coders: readonly { readonly id: string; readonly name: string; readonly passages: number }[];
}

/** Words for why a code was changed. */
export interface Why {
  readonly text: string;
  readonly at: string;
  /** Name of the coder who wrote them. */
  readonly by: string;
}

/** A step that changed a code. */
export interface CodeStep {
  readonly step: Step;
  /** What it made other of it; empty where it made the code. */
  readonly fields: readonly FieldChange[];
  /** Written with the step, or about it afterwards. */
  readonly why: readonly Why[];
  /** Versions of the codebook that were named after it and before the next, oldest first. */
  readonly named: readonly string[];
}

export const codePage = {
  show: procedure(
    'read',
    'Says what belongs to a code beside itself: other words, links, counts by document and coder in scope.',
  )
    .input(z.object({ code: Id, ...InScope }))
    .output(type<CodePage>()),
  history: procedure(
    'read',
    'Lists the steps that changed a code, newest first, with what they changed and why.',
  )
    .input(z.object({ code: Id }))
    .output(type<CodeStep[]>()),
  why: procedure(
    'write',
    'Says why a code was changed; stands with the change of it that is named, or the newest.',
  )
    .input(
      z.object({
        code: Id,
        text: z.string().trim().min(1).max(10_000),
        /** The step that changed it; the newest where it is left out. */
        change: Id.optional(),
      }),
    )
    .output(Written),
};
