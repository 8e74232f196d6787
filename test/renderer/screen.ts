import { vi } from 'vitest';

/** The engine's side of the kept screen, by project: as a program would find it when it is started again. */
export const disk = new Map<string | null, Record<string, unknown>>();

/** Whether the engine is there to hear. */
export const engine = { isThere: true };

const answer = async <Value>(value: () => Value): Promise<Value> => {
  if (!engine.isThere) throw new Error('Nobody is there.');
  return structuredClone(value());
};

/** Stands for `client/shell.ts` in tests of the stores, without a page or a socket. */
export const shell = {
  shellKind: () => 'browser',
  client: {
    screen: {
      read: ({ project }: { project: string | null }) => answer(() => disk.get(project) ?? {}),
      keep: vi.fn(({ project, name, value }: { project: string | null; name: string; value: unknown }) =>
        answer(() => void disk.set(project, { ...disk.get(project), [name]: value })),
      ),
    },
  },
};
