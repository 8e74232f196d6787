import { type } from '@orpc/contract';
import * as z from 'zod';
import { Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

export const CaseRow = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  documents: z.array(Id),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const AttributeRow = z.object({
  id: Id,
  name: z.string(),
  appliesTo: z.enum(['document', 'case']),
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'date']),
  choices: z.array(z.string()),
});
export type AttributeRow = z.infer<typeof AttributeRow>;

const name = z.string().trim().min(1).max(500);

export const cases = {
  list: procedure('read', 'Lists the cases in their order, with the documents that belong to them.').output(
    type<CaseRow[]>(),
  ),
  create: procedure('write', 'Adds a case.')
    .input(z.object({ name }))
    .output(Written.extend({ caseId: Id })),
  rename: procedure('write', 'Changes the name of a case.')
    .input(z.object({ case: Id, name }))
    .output(Written),
  remove: procedure('write', 'Removes a case; its documents stay.')
    .input(z.object({ case: Id }))
    .output(Written),
  assign: procedure(
    'write',
    'Says which cases a document belongs to; names that are not there yet become cases.',
  )
    .input(
      z.object({
        document: Id,
        cases: z.array(z.union([z.object({ id: Id }), z.object({ name })])).max(100),
      }),
    )
    .output(Written),
};

export const attributes = {
  list: procedure('read', 'Lists the attributes of documents and cases in their order.').output(
    type<AttributeRow[]>(),
  ),
  create: procedure('write', 'Adds an attribute.')
    .input(z.object({ name, appliesTo: z.enum(['document', 'case']), kind: AttributeRow.shape.kind }))
    .output(Written.extend({ attributeId: Id })),
  set: procedure('write', "Sets, or with null clears, an attribute's value for a document or case.")
    .input(
      z.object({
        attribute: Id,
        owner: z.union([z.object({ document: Id }), z.object({ case: Id })]),
        value: z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable(),
      }),
    )
    .output(Written),
};
