import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../contract/index.ts';
import { connectShell } from './connect.ts';
import { askWho } from './who.ts';

export type Shell = Awaited<ReturnType<typeof connectShell>>;
export type ShellKind = Shell['kind'];
export type Client = ContractRouterClient<Contract>;

const { promise: connected, resolve: connect } = Promise.withResolvers<Shell>();
let shell: Shell | null = null;

/** Connects to the shell; everything that was asked of `client` before is asked then. */
export async function startShell(): Promise<Shell> {
  shell = await connectShell();
  connect(shell);
  return shell;
}

/** The shell. `main.tsx` renders only once there is one. */
export function theShell(): Shell {
  if (shell === null) throw new Error('The page has not been connected to a shell yet.');
  return shell;
}

/** In which shell the page runs; a browser until the shell has answered. */
export function shellKind(): ShellKind {
  return shell?.kind ?? 'browser';
}

type Procedure = (input: unknown, options: unknown) => Promise<unknown>;

/** Everything the engine can be asked, typed by the contract. */
export const client: Client = createORPCClient({
  call: async (path, input, options) => {
    const { client: engine } = await connected;
    const procedure = path.reduce<unknown>((at, name) => Reflect.get(at as object, name), engine);
    const ask = () => (procedure as Procedure)(input, options);
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ORPCError && error.code === 'NEEDS_CODER')) throw error;
      // What was to be done is done once it is known who does it; who does not say it has changed nothing.
      await askWho();
      if ((await engine.coders.me()) === null) throw error;
      return ask();
    }
  },
});

/** The same as options for `useQuery` and `useMutation`: `useQuery(api.documents.list.queryOptions())`. */
export const api = createTanstackQueryUtils(client);
