import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Moment, Offset, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/**
 * What a memo is about. A cell is where a code meets a document or a case; a pair, two passages that were read side by side,
 * whichever is named first.
 */
export const MemoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('document'), id: Id }),
  z.object({ kind: z.literal('passage'), id: Id }),
  z.object({ kind: z.literal('code'), id: Id }),
  z.object({ kind: z.literal('case'), id: Id }),
  z.object({ kind: z.literal('coding'), id: Id }),
  z.object({ kind: z.literal('pair'), passage: Id, other: Id }),
  z.object({ kind: z.literal('cell'), code: Id, document: Id.optional(), case: Id.optional() }),
]);
export type MemoTarget = z.infer<typeof MemoTarget>;

/** What a new memo can be about: a target, or words that are no passage yet; writing makes them one. Offsets in UTF-16. */
export const NewMemoTarget = z.discriminatedUnion('kind', [
  ...MemoTarget.options,
  z.object({ kind: z.literal('span'), document: Id, start: Offset, end: Offset }),
]);
export type NewMemoTarget = z.infer<typeof NewMemoTarget>;

export const MemoRow = z.object({
  id: Id,
  title: z.string(),
  /** Markdown. A mention is a link to `colligo:<noun>/<id>`. */
  body: z.string(),
  target: MemoTarget,
  /** What the target is called, for lists: a title, a name, the first words of a passage, of a pair those of both. */
  about: z.string(),
  /** Where to go to see the target: the document it lies in, and the words there; of a pair, the first passage's. */
  documentId: Id.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  /** Of a pair: the document of the second passage. */
  otherDocumentId: Id.nullable(),
  createdBy: Id,
  createdAt: Moment,
});
export type MemoRow = z.infer<typeof MemoRow>;

const Words = { title: z.string().trim().max(500), body: z.string().max(1_000_000) };

export const memos = {
  list: procedure(
    'read',
    'Lists memos in scope, newest first: all, or those about one thing; about a passage, its pairs too.',
  )
    .input(z.object({ target: MemoTarget.optional(), ...InScope }))
    .output(type<MemoRow[]>()),
  write: procedure('write', 'Writes a new memo about something.')
    .input(z.object({ target: NewMemoTarget, ...Words }))
    .output(Written.extend({ memoId: Id, target: MemoTarget })),
  change: procedure('write', 'Changes the title or body of a memo.')
    .input(z.object({ memo: Id, title: Words.title.optional(), body: Words.body.optional() }))
    .output(Written),
  remove: procedure('write', 'Removes a memo; passages left with nothing go with it.')
    .input(z.object({ memo: Id }))
    .output(Written),
};
