import * as z from 'zod';
import { Grant, Moment } from './common.ts';
import { procedure } from './procedure.ts';

export const FileEntry = z.object({
  token: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  bytes: z.int().nullable(),
  modifiedAt: Moment.nullable(),
  /** Whether the purpose takes it. */
  pickable: z.boolean(),
});

export const PURPOSES = ['project', 'plans', 'codebook', 'table', 'exchange', 'save', 'folder'] as const;

/** The in-page chooser of the browser shell. Tokens stand for paths; in Electron the system's own dialogs are used instead. */
export const files = {
  list: procedure(
    'session',
    'Lists a folder for the chooser; without a token, the last one used for this purpose.',
  )
    .input(z.object({ folder: z.string().nullable().default(null), purpose: z.enum(PURPOSES) }))
    .output(
      z.object({
        folder: z.string(),
        crumbs: z.array(z.object({ name: z.string(), token: z.string() })),
        places: z.array(z.object({ name: z.string(), token: z.string() })),
        entries: z.array(FileEntry),
      }),
    ),
  grant: procedure('session', 'Permits one use of what was picked.')
    .input(z.object({ token: z.string(), purpose: z.enum(PURPOSES) }))
    .output(z.object({ grant: Grant, name: z.string() })),
  grantNew: procedure(
    'session',
    'Permits one use of a new name in a folder; says whether something is there already.',
  )
    .input(
      z.object({
        folder: z.string(),
        name: z.string().trim().min(1).max(200),
        replace: z.boolean().default(false),
      }),
    )
    .output(z.object({ grant: Grant.nullable(), name: z.string(), exists: z.boolean() })),
  makeFolder: procedure('session', 'Makes a folder and gives its token.')
    .input(z.object({ folder: z.string(), name: z.string().trim().min(1).max(200) }))
    .output(z.object({ token: z.string() })),
};
