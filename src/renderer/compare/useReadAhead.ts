import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../client/shell.ts';

/** Below this many codings reading them takes no time that anybody would notice. */
const MANY = 20_000;

/** What is opened and looked at first comes before, ms. */
const AFTER = 3_000;

/** Has a large project read what was found in its texts while the person looks around, so that the first comparison does not wait. */
export function useReadAhead(): void {
  const { data: project } = useQuery(api.project.state.queryOptions());
  const id = project?.id ?? null;
  const isLarge = (project?.counts.codings ?? 0) >= MANY;
  useEffect(() => {
    if (id === null || !isLarge) return undefined;
    const timer = setTimeout(() => {
      // Where this fails the comparison fails too, and says so.
      client.compare.prepare().catch(() => undefined);
    }, AFTER);
    return () => clearTimeout(timer);
  }, [id, isLarge]);
}
