import * as z from 'zod';
import { procedure } from './procedure.ts';
import { ProjectState } from './project.ts';

/** The sample project that ships with the program, of which each person gets a copy of their own. */
export const sample = {
  state: procedure(
    'session',
    'Says whether a sample ships, and whether this person has a copy of it.',
  ).output(z.object({ ships: z.boolean(), isThere: z.boolean() })),
  open: procedure(
    'session',
    "Opens the person's copy of the sample as they left it, or a new one; then the old one is kept under another name.",
  )
    .input(
      z.object({
        /** Whether a new copy is made although there is one. */
        afresh: z.boolean().default(false),
        mode: z.enum(['write', 'read']).default('write'),
      }),
    )
    .output(
      z.object({
        state: ProjectState,
        /** The file name of the older copy that was kept; null where there was none. */
        kept: z.string().nullable(),
      }),
    ),
};
