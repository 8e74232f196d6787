import { MutationCache, type MutationOptions, QueryCache, QueryClient } from '@tanstack/react-query';
import { showProblem } from './problem.ts';

/**
 * Holds what the engine has answered. Nothing grows stale by time: the engine says what has changed (`changes.ts`).
 * A failure is shown once, here, unless its `meta.handled` says that the caller shows it in its own place.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.meta?.['handled'] !== true) showProblem(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.['handled'] !== true) showProblem(error);
    },
  }),
});

/**
 * Runs a mutation outside of components, so that the status line and the problems know of it all the same.
 * @param options for example `api.history.undo.mutationOptions()`
 * @param variables the input of the procedure
 */
export function execute<Output, Input>(
  options: MutationOptions<Output, Error, Input, unknown>,
  variables: Input,
): Promise<Output> {
  return queryClient.getMutationCache().build(queryClient, options).execute(variables);
}

/**
 * Asks the engine to change something, outside of components; the status line says "Saving…" meanwhile.
 * @param options for example `api.codes.remove.mutationOptions()`
 * @param variables the input of the procedure
 * @returns what the engine answered, or undefined where it failed; then the problem has been shown
 */
export async function write<Output, Input>(
  options: MutationOptions<Output, Error, Input, unknown>,
  variables: Input,
): Promise<Output | undefined> {
  try {
    return await execute(options, variables);
  } catch {
    return undefined;
  }
}
