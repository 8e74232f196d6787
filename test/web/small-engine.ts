import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { contract } from '../../src/contract/index.ts';
import { Grants } from '../../src/engine/files/grants.ts';
import type { Served } from '../../src/web/server.ts';

/** An engine that can do next to nothing, and lets a test say when something changes. */
export interface SmallEngine extends Served {
  readonly grants: Grants;
  change(): void;
  /** How many listen for changes. */
  listeners(): number;
}

/**
 * Makes one: it knows who it is talking to, and tells of changes. The shell must not care what an engine can do.
 * @returns the engine
 */
export function smallEngine(): SmallEngine {
  const os = implement(contract);
  const listeners = new Set<() => void>();
  const router = {
    coders: {
      me: os.coders.me.handler(() => ({ id: '01890000-0000-7000-8000-000000000000', name: 'Ada' })),
      introduce: os.coders.introduce.handler(({ input }) => ({
        id: '01890000-0000-7000-8000-000000000000',
        name: input.name,
      })),
    },
    history: {
      changes: os.history.changes.handler(async function* listen({ signal }) {
        while (!signal?.aborted) {
          const { promise, resolve } = Promise.withResolvers<void>();
          listeners.add(resolve);
          signal?.addEventListener('abort', () => resolve(), { once: true });
          await promise;
          listeners.delete(resolve);
          if (!signal?.aborted) yield { nouns: ['codes' as const] };
        }
      }),
    },
  };
  const grants = new Grants();
  const handler = new RPCHandler(router);
  return {
    grants,
    grant: async (path, use) => grants.issue(path, use),
    ready: async () => 1,
    connect: (socket) => void handler.upgrade(socket, { context: {} }),
    change: () => {
      for (const tell of listeners) tell();
    },
    listeners: () => listeners.size,
  };
}
