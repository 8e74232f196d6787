import { type } from '@orpc/contract';
import * as z from 'zod';
import { TableFile, TablePlan, TableRead, TableWish } from './attribute-tables.ts';
import { Id, Written } from './common.ts';
import { procedure } from './procedure.ts';

export const AttributeRow = z.object({
  id: Id,
  name: z.string(),
  appliesTo: z.enum(['document', 'case']),
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'date']),
  choices: z.array(z.string()),
});
export type AttributeRow = z.infer<typeof AttributeRow>;

/** What is known of one document or case. */
export const AttributeValue = z.object({
  attributeId: Id,
  name: z.string(),
  kind: AttributeRow.shape.kind,
  value: z.union([z.string(), z.number(), z.boolean()]),
});
export type AttributeValue = z.infer<typeof AttributeValue>;

export const CaseRow = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  documents: z.array(Id),
  attributes: z.array(AttributeValue),
});
export type CaseRow = z.infer<typeof CaseRow>;

const name = z.string().trim().min(1).max(500);

export const cases = {
  list: procedure(
    'read',
    'Lists the cases in their order, with the documents that belong to them and what is known of them.',
  ).output(type<CaseRow[]>()),
  create: procedure('write', 'Adds a case.')
    .input(z.object({ name }))
    .output(Written.extend({ caseId: Id })),
  rename: procedure('write', 'Changes the name of a case.')
    .input(z.object({ case: Id, name }))
    .output(Written),
  describe: procedure('write', 'Changes the description of a case.')
    .input(z.object({ case: Id, description: z.string().max(100_000) }))
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
  gather: procedure('write', 'Puts documents into a case, or takes them out; their other cases stay.')
    .input(
      z.object({ case: Id, documents: z.array(Id).min(1).max(10_000), belong: z.boolean().default(true) }),
    )
    .output(Written),
  hold: procedure('write', 'Says which documents belong to a case, and no others.')
    .input(z.object({ case: Id, documents: z.array(Id).max(10_000) }))
    .output(Written),
};

export const attributes = {
  list: procedure('read', 'Lists the attributes of documents and cases in their order.').output(
    type<AttributeRow[]>(),
  ),
  create: procedure('write', 'Adds an attribute; one of the kind choice with its choices.')
    .input(
      z.object({
        name,
        appliesTo: AttributeRow.shape.appliesTo,
        kind: AttributeRow.shape.kind,
        choices: z.array(name).max(1000).default([]),
      }),
    )
    .output(Written.extend({ attributeId: Id })),
  rename: procedure('write', 'Changes the name of an attribute.')
    .input(z.object({ attribute: Id, name }))
    .output(Written),
  choices: procedure(
    'write',
    'Says what the choices of an attribute are, in which order. One that was there keeps its values under its new label; one that is left out goes with its values.',
  )
    .input(
      z.object({
        attribute: Id,
        choices: z.array(z.object({ was: z.string().nullable(), label: name })).max(1000),
      }),
    )
    .output(Written),
  remove: procedure('write', 'Removes an attribute with its values.')
    .input(z.object({ attribute: Id }))
    .output(Written),
  set: procedure('write', "Sets, or with null clears, an attribute's value for a document or case.")
    .input(
      z.object({
        attribute: Id,
        owner: z.union([z.object({ document: Id }), z.object({ case: Id })]),
        value: z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable(),
      }),
    )
    .output(Written),
  fill: procedure(
    'write',
    'Sets or clears many values, and changes names of cases, as one step; nothing is changed where one of them does not fit.',
  )
    .input(
      z.object({
        values: z
          .array(
            z.object({
              attribute: Id,
              owner: z.union([z.object({ document: Id }), z.object({ case: Id })]),
              value: z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable(),
            }),
          )
          .max(200_000),
        names: z
          .array(z.object({ case: Id, name }))
          .max(50_000)
          .default([]),
      }),
    )
    .output(Written),
  importRead: procedure(
    'heavy',
    'Reads a table of cases or documents from a granted CSV or XLSX file, and proposes how to take it; nothing is changed.',
  )
    .input(TableFile)
    .output(TableRead),
  importPlan: procedure(
    'read',
    'Says what importing a table that was read would add, change and leave; nothing is changed.',
  )
    .input(TableWish)
    .output(TablePlan),
  importApply: procedure(
    'write',
    'Imports a table that was read, as one step: what agrees by identity or was confirmed by the person.',
  )
    .input(TableWish)
    .output(Written.extend({ plan: TablePlan })),
};
