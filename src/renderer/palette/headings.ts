import type { InfiniteData } from '@tanstack/react-query';
import type { DocumentPart, DocumentRow } from '../../contract/documents.ts';
import { queryClient } from '../client/query.ts';

/** A heading of a document. */
export interface HeadingRow {
  readonly documentId: string;
  readonly text: string;
  /** Offset of its first unit, UTF-16. */
  readonly start: number;
}

/**
 * Gives the headings of the documents whose text the page holds, in document order.
 * @param documents as they are now; texts of versions before are passed over
 */
export function knownHeadings(documents: readonly DocumentRow[]): HeadingRow[] {
  const texts = queryClient.getQueriesData<InfiniteData<DocumentPart>>({ queryKey: ['text'] });
  const parts = texts.flatMap(([, data]) => data?.pages ?? []);
  return documents.flatMap(({ id, versionId }) => {
    const found = new Map<number, HeadingRow>();
    for (const part of parts) {
      if (part.documentId !== id || part.versionId !== versionId) continue;
      for (const { kind, start, end } of part.blocks) {
        if (kind !== 'heading') continue;
        const text = part.text.slice(start - part.textStart, end - part.textStart).trim();
        if (text !== '') found.set(start, { documentId: id, text, start });
      }
    }
    return [...found.values()].toSorted((a, b) => a.start - b.start);
  });
}
