import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Written } from './common.ts';
import { procedure } from './procedure.ts';
import { InScope } from './scope.ts';

/** What one coder has said about one code in one document. Absent only where it was reviewed and nothing found. */
export const Judgement = z.object({
  codeId: Id,
  coderId: Id,
  judgement: z.enum(['present', 'absent', 'not_judged']),
  reviewed: z.boolean(),
  /** The code was redefined since it was reviewed. */
  stale: z.boolean(),
  passages: z.int(),
});
export type Judgement = z.infer<typeof Judgement>;

export const reviews = {
  inDocument: procedure(
    'read',
    'Says for each code and coder whether it is present, absent or not judged in a document.',
  )
    .input(z.object({ document: Id }))
    .output(type<Judgement[]>()),
  progress: procedure(
    'read',
    'Says for each document in scope how many of the codes the present coder has judged: coded, or reviewed as they read now.',
  )
    .input(z.object(InScope).optional())
    .output(type<{ documentId: string; judged: number; codes: number }[]>()),
  set: procedure(
    'write',
    'Says, or takes back, that the present coder has looked for codes in the current version of a document.',
  )
    .input(
      z.object({ document: Id, codes: z.array(Id).min(1).max(10_000), reviewed: z.boolean().default(true) }),
    )
    .output(Written),
};
