import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { Id, Region, Step } from './common.ts';
import { NOUNS } from './nouns.ts';
import { procedure } from './procedure.ts';

/** Where a step did what it did, so that the reader can show it; of a part of a page, start and end are as in PassageRow. */
export const StepPlace = z.object({
  documentId: Id,
  start: z.int(),
  end: z.int(),
  region: Region.nullable(),
});
export type StepPlace = z.infer<typeof StepPlace>;

export const Changed = z.object({ nouns: z.array(z.enum(NOUNS)) });
export type Changed = z.infer<typeof Changed>;

export const history = {
  list: procedure('read', 'Lists the steps, newest first.')
    .input(z.object({ before: z.int().optional(), limit: z.int().min(1).max(1_000_000).default(200) }))
    .output(z.array(Step)),
  place: procedure(
    'read',
    'Says where a step can be seen: the first passage it touched that is there now, or null.',
  )
    .input(z.object({ seq: z.int() }))
    .output(StepPlace.nullable()),
  undo: procedure(
    'write',
    "Takes back the newest step; another coder's, or one from before this opening, wants to be confirmed by its id.",
  )
    .input(z.object({ confirm: Id.optional() }))
    .output(z.object({ step: Step, undone: Step, place: StepPlace.nullable() })),
  redo: procedure('write', 'Brings back the step that was undone last.')
    .input(z.object({ confirm: Id.optional() }))
    .output(z.object({ step: Step, redone: Step, place: StepPlace.nullable() })),
  changes: procedure('session', 'Tells, as long as it is listened to, which nouns have changed.').output(
    eventIterator(Changed),
  ),
};
