import * as z from 'zod';
import { Coder, Grant, Id, Moment, Step } from './common.ts';
import { procedure } from './procedure.ts';

export const ProjectState = z.object({
  id: Id,
  /** Whether it is a copy of the sample that ships: the person at the machine is none of its coders. */
  isSample: z.boolean(),
  title: z.string(),
  description: z.string(),
  fileName: z.string(),
  /** For display only. */
  folder: z.string(),
  /** The person at the machine as this project knows them; null until they have said who they are. */
  coder: Coder.nullable(),
  counts: z.object({ documents: z.int(), codes: z.int(), passages: z.int(), codings: z.int() }),
  /** Why nothing can be written, in one sentence; null where it can. */
  readOnly: z.string().nullable(),
  /** Name of the version that the codebook is locked as, so that no code can be changed; null where it is not. */
  lockedAs: z.string().nullable(),
  /** What the person should know about the file, one sentence each: a synced folder, say. */
  warnings: z.array(z.string()),
  undo: Step.nullable(),
  redo: Step.nullable(),
  /** When the newest step was safely on disk; null for a project without one. */
  savedAt: Moment.nullable(),
});
export type ProjectState = z.infer<typeof ProjectState>;

export const RecentProject = z.object({
  /** Stands for the file in `open`; says nothing about where it is. */
  token: z.string(),
  title: z.string(),
  fileName: z.string(),
  folder: z.string(),
  openedAt: Moment,
  documents: z.int(),
  codes: z.int(),
  missing: z.boolean(),
  synced: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;

export const project = {
  state: procedure('session', 'Says which project is open and how it stands, or null.').output(
    ProjectState.nullable(),
  ),
  recent: procedure('session', 'Lists the projects opened on this computer, newest first.').output(
    z.array(RecentProject),
  ),
  forget: procedure('session', 'Takes a project off the recent list; the file stays where it is.')
    .input(z.object({ token: z.string() }))
    .output(z.void()),
  create: procedure('session', 'Makes a new project file at the granted place and opens it.')
    .input(
      z.object({
        grant: Grant,
        title: z.string().trim().min(1).max(500),
        coder: z.string().trim().min(1).max(200).optional(),
      }),
    )
    .output(ProjectState),
  open: procedure('session', 'Opens a project file for writing, or for reading only.')
    .input(
      z.object({
        from: z.union([z.object({ grant: Grant }), z.object({ token: z.string() })]),
        mode: z.enum(['write', 'read']).default('write'),
      }),
    )
    .output(ProjectState),
  close: procedure('session', 'Closes the open project; everything is on disk when it returns.').output(
    z.void(),
  ),
  rename: procedure('write', 'Changes the title or description of the project.')
    .input(
      z.object({
        title: z.string().trim().min(1).max(500).optional(),
        description: z.string().max(100_000).optional(),
      }),
    )
    .output(z.object({ step: Step.nullable(), note: z.string().optional() })),
  saveCopy: procedure('session', 'Writes a verified copy of the open project to the granted place.')
    .input(z.object({ grant: Grant }))
    .output(z.object({ fileName: z.string(), bytes: z.int() })),
  check: procedure(
    'heavy',
    'Verifies the whole file: pages, references, hashes and every anchor against its text.',
  ).output(
    z.object({ ok: z.boolean(), problems: z.array(z.string()), checked: z.record(z.string(), z.int()) }),
  ),
};
