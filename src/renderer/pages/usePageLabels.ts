import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countWhile } from '../../text/ascending.ts';
import type { LoadedText } from '../reader/text.ts';
import { pagesQuery } from './glyphs.ts';

/**
 * What is printed on each page as its number, by the first block that begins on it, for the flowing text to show.
 * @param count of pages; a text without any is not asked about
 * @returns null for a text without pages
 */
export function usePageLabels(loaded: LoadedText, count: number): ReadonlyMap<number, string> | null {
  const { documentId, versionId, blocks } = loaded;
  const { data: pages } = useQuery({ ...pagesQuery(documentId, versionId), enabled: count > 0 });
  return useMemo(() => {
    if (count === 0) return null;
    const labels = new Map<number, string>();
    for (const page of pages ?? []) {
      const block = countWhile(blocks.length, (index) => (blocks[index]?.start ?? 0) < page.start);
      const begins = blocks[block]?.start ?? Number.POSITIVE_INFINITY;
      if (begins < page.end) labels.set(block, page.label);
    }
    return labels;
  }, [count, pages, blocks]);
}
