import type { QuoteRow } from '../../contract/passages.ts';

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly QuoteRow[];
}

/** Puts passages under their documents, in the order they come. */
export function groupsOf(rows: readonly QuoteRow[]): Group[] {
  const groups = Map.groupBy(rows, ({ documentId }) => documentId);
  return [...groups].map(([id, own]) => ({ id, title: own[0]?.documentTitle ?? '', rows: own }));
}
