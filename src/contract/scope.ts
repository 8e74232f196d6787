import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id } from './common.ts';
import { procedure } from './procedure.ts';

/** How the value of an attribute is compared. `one_of` and `none_of` take several values, `between` two, the others one. */
export const COMPARISONS = ['one_of', 'none_of', 'at_least', 'at_most', 'between', 'missing'] as const;

/** One condition on an attribute of a document, or of a case it belongs to. */
export const AttributeCondition = z.object({
  attribute: Id,
  is: z.enum(COMPARISONS),
  values: z.array(z.union([z.string().max(10_000), z.number(), z.boolean()])).max(200),
});
export type AttributeCondition = z.infer<typeof AttributeCondition>;

/** One condition on codes: passages that carry any of them, all of them, or none. */
export const CodeCondition = z.object({
  mode: z.enum(['any', 'all', 'none']),
  codes: z.array(Id).min(1).max(500),
  /** Whether the codes under each count as it. */
  below: z.boolean(),
});
export type CodeCondition = z.infer<typeof CodeCondition>;

/**
 * The one filter of the workbench: every view, count and export obeys it. What is empty does not narrow; all that is
 * given must hold. Documents, cases and attributes choose documents; codes, coders and text choose passages in them.
 */
export const Scope = z.strictObject({
  documents: z.array(Id).max(10_000).default([]),
  cases: z.array(Id).max(10_000).default([]),
  attributes: z.array(AttributeCondition).max(50).default([]),
  codes: z.array(CodeCondition).max(50).default([]),
  coders: z.array(Id).max(1_000).default([]),
  /** Words that the passage has to contain, found as the search of the document finds them. A part of a page contains none. */
  text: z.string().trim().max(500).default(''),
});
export type Scope = z.infer<typeof Scope>;

/** What a list or count may be narrowed by; without it, everything. */
export const InScope = { scope: Scope.optional() };

/** What a scope holds, and of how much. Passages are distinct places over all coders. */
export interface ScopeCount {
  readonly documents: number;
  readonly ofDocuments: number;
  readonly passages: number;
  readonly ofPassages: number;
  readonly codings: number;
}

export const scope = {
  count: procedure('read', 'Counts the documents, passages and codings in a scope.')
    .input(z.object({ scope: Scope }))
    .output(type<ScopeCount>()),
};
