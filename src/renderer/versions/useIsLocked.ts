import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';

/** Whether the codebook is locked, so that no code can be changed. */
export function useIsLocked(): boolean {
  const { data: versions } = useQuery(api.codebookVersions.list.queryOptions());
  return versions?.some(({ isLocked }) => isLocked) === true;
}
