import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../client/shell.ts';

/** Below this many codings reading them takes no time that anybody would notice. */
const MANY = 20_000;

/** What is opened and looked at first comes before, ms. */
const AFTER = 3_000;

/** Between two moments of counting words, ms: what is asked meanwhile comes first. */
const PAUSE = 100;

/** Has what was found in the texts read, then their words counted. */
async function readAhead(signal: AbortSignal): Promise<void> {
  await client.compare.prepare(undefined, { signal });
  for (let from: number | null = 0; from !== null; ) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    signal.throwIfAborted();
    from = await client.words.prepare({ from }, { signal });
  }
}

/** Has a large project read while the person looks around, so that the first comparison and the first list of words do not wait. */
export function useReadAhead(): void {
  const { data: project } = useQuery(api.project.state.queryOptions());
  const id = project?.id ?? null;
  const isLarge = (project?.counts.codings ?? 0) >= MANY;
  useEffect(() => {
    if (id === null || !isLarge) return undefined;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      // Where this fails the comparison fails too, and says so.
      readAhead(leaving.signal).catch(() => undefined);
    }, AFTER);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [id, isLarge]);
}
