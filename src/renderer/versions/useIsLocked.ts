import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';

/** Whether the codebook is locked, so that no code can be changed; commands ask `canChangeCodes` the same. */
export function useIsLocked(): boolean {
  const { data: project } = useQuery(api.project.state.queryOptions());
  return (project?.lockedAs ?? null) !== null;
}
