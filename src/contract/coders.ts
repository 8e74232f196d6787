import * as z from 'zod';
import { Coder, Id } from './common.ts';
import { procedure } from './procedure.ts';

export const coders = {
  me: procedure(
    'session',
    "Says who the person at this machine is, from the user's profile, or null.",
  ).output(z.object({ id: Id, name: z.string() }).nullable()),
  introduce: procedure('session', "Writes the person's name into the user's profile on this machine.")
    .input(
      z.object({
        name: z.string().trim().min(1).max(200),
        /** Who they are in a project already; only while this machine knows nobody yet. */
        coder: Id.optional(),
      }),
    )
    .output(z.object({ id: Id, name: z.string() })),
  list: procedure('read', 'Lists the coders of the project.').output(z.array(Coder)),
};
