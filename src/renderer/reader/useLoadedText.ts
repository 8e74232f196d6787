import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { client } from '../client/shell.ts';
import { joinParts, type LoadedText } from './text.ts';

/** Blocks in the first run, which is painted at once, in the next, and in each that follows. */
const FIRST = 80;
const SECOND = 800;
const NEXT = 10_000;

/**
 * Loads the text of a version in runs. A version never changes, so that changes in the project do not load it again:
 * its key is the version's and stands outside of what `changes.ts` makes old.
 * @param rest whether it waits
 * @returns what has arrived so far, and whether that is all
 */
export function useLoadedText(
  documentId: string,
  versionId: string,
  rest = false,
): { loaded: LoadedText | null; complete: boolean } {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    enabled: !rest,
    queryKey: ['text', documentId, versionId],
    queryFn: ({ pageParam, signal }) =>
      client.documents.read(
        {
          document: documentId,
          from: pageParam,
          count: pageParam === 0 ? FIRST : pageParam === FIRST ? SECOND : NEXT,
        },
        { signal },
      ),
    // Runs never change: comparing all of them with what was there before would cost more with each that comes.
    structuralSharing: false,
    initialPageParam: 0,
    getNextPageParam: ({ from, blocks, total }) => {
      const next = from + blocks.length;
      return blocks.length > 0 && next < total ? next : undefined;
    },
  });
  useEffect(() => {
    if (!rest && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [rest, hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = data?.pages;
  const loaded = useMemo(() => (pages === undefined ? null : joinParts(pages)), [pages]);
  return { loaded, complete: loaded !== null && !hasNextPage };
}
