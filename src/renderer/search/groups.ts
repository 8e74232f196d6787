import type { SearchHit } from '../../contract/search.ts';

/** A place found, with what tells it from the others. */
export interface Hit extends SearchHit {
  readonly key: string;
}

/** The places found in one document. */
export interface HitGroup {
  readonly documentId: string;
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** Puts places under their documents, in the order they come. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, { title: string; hits: Hit[] }>();
  for (const hit of hits) {
    const group = groups.get(hit.documentId) ?? { title: hit.documentTitle, hits: [] };
    group.hits.push({ ...hit, key: `${hit.documentId}|${hit.start}` });
    groups.set(hit.documentId, group);
  }
  return [...groups].map(([documentId, group]) => ({ documentId, ...group }));
}
