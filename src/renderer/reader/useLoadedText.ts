import { type QueryKey, useQuery } from '@tanstack/react-query';
import { queryClient } from '../client/query.ts';
import { client } from '../client/shell.ts';
import { isWhole, type LoadedText, withPart } from './text.ts';

/** Blocks in the first run, which is painted at once, in the next, and in each that follows. */
const FIRST = 80;
const SECOND = 800;
const NEXT = 10_000;

/**
 * Loads what is missing of a version, run by run. The first two are shown as they come, all others together: a book is worked
 * through once more with each that is shown. What has come before a failure is kept, and the next goes on from there.
 */
async function load(documentId: string, key: QueryKey): Promise<LoadedText | null> {
  let loaded = queryClient.getQueryData<LoadedText | null>(key) ?? null;
  try {
    while (loaded === null || !isWhole(loaded)) {
      const from: number = loaded?.blocks.length ?? 0;
      const count = from === 0 ? FIRST : from <= FIRST ? SECOND : NEXT;
      const next = withPart(loaded, await client.documents.read({ document: documentId, from, count }));
      // Another version has come meanwhile: whoever shows this one will ask for that. Or a run of no blocks: that is all.
      if (next === null || next.blocks.length === from) return next;
      loaded = next;
      if (from <= FIRST) queryClient.setQueryData(key, loaded);
      // Nobody looks any more: the rest is loaded when somebody does again.
      if ((queryClient.getQueryCache().find({ queryKey: key })?.getObserversCount() ?? 0) === 0) break;
    }
    return loaded;
  } catch (error) {
    queryClient.setQueryData(key, loaded);
    throw error;
  }
}

/**
 * Loads the text of a version in runs, and holds it once, joined. A version never changes, so that changes in the project do
 * not load it again: its key is the version's and stands outside of what `changes.ts` makes old.
 * @param rest whether it waits
 * @returns what has arrived so far, or null
 */
export function useLoadedText(documentId: string, versionId: string, rest = false): LoadedText | null {
  const queryKey = ['text', documentId, versionId];
  const { data = null } = useQuery({
    enabled: !rest,
    queryKey,
    queryFn: () => load(documentId, queryKey),
    // What is not whole is asked for again by the next who looks.
    staleTime: ({ state: { data: now } }) => (now && !isWhole(now) ? 0 : Number.POSITIVE_INFINITY),
    // Runs never change: comparing all of them with what was there before would cost more with each that comes.
    structuralSharing: false,
  });
  return data;
}
