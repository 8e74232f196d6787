import type { Mutation } from '@tanstack/react-query';
import { contract } from '../../contract/index.ts';
import type { ProcedureMeta } from '../../contract/procedure.ts';

/** How the procedure at this path of the contract touches the project. */
export function kindOf(path: readonly string[]): ProcedureMeta['kind'] | undefined {
  let node: unknown = contract;
  for (const name of path) node = (node as Record<string, unknown> | undefined)?.[name];
  return (node as { '~orpc'?: { meta: ProcedureMeta } } | undefined)?.['~orpc']?.meta.kind;
}

/** Whether a mutation changes the project: what the status line calls saving. */
export function isWrite(mutation: Mutation): boolean {
  const path = mutation.options.mutationKey?.[0];
  return Array.isArray(path) && kindOf(path) === 'write';
}
