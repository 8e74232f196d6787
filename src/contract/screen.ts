import * as z from 'zod';
import { Id } from './common.ts';
import { procedure } from './procedure.ts';

/** What a part of the screen wants to find again: any JSON, by the part's name. */
const Name = z.string().regex(/^[a-z][a-zA-Z]{0,30}$/);

/** How the screen was left: this user's app data, by project, never in the file that travels. */
export const screen = {
  read: procedure('session', 'Gives what was kept of the screen: of a project, or with null of the program.')
    .input(z.object({ project: Id.nullable() }))
    .output(z.record(Name, z.unknown())),
  keep: procedure('session', 'Keeps how a part of the screen was left, in the app data of this user.')
    .input(z.object({ project: Id.nullable(), name: Name, value: z.unknown() }))
    .output(z.void()),
};
