import { useEffect, useState } from 'react';
import type { SearchHit } from '../../contract/search.ts';
import { problemOf } from '../client/problem.ts';
import { client } from '../client/shell.ts';

/** Who types on is waited for, ms. */
const PAUSE = 120;
/** Hits that are fetched; who wants all looks in the search list. */
const MOST = 50;
/** Scripts that set no spaces between words: there a part of the line is looked for instead of words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The last word may not be written to its end yet. */
const begun = (query: string): string =>
  /[\p{L}\p{N}]$/u.test(query) && !query.includes('"') ? `${query}*` : query;

export interface TextHits {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly searched: number;
  readonly documents: number;
  readonly done: boolean;
  /** Why there are none, where the search failed. */
  readonly failed: string | null;
}

const NONE: TextHits = { hits: [], total: 0, searched: 0, documents: 0, done: true, failed: null };

/**
 * Looks for words in all documents while they are typed; the search before is called off.
 * @param query at least two letters; with null nothing is looked for
 */
export function useHits(query: string | null): TextHits {
  const [found, setFound] = useState(NONE);
  const asked = query !== null && query.length > 1 ? query : null;
  useEffect(() => {
    if (asked === null) return setFound(NONE);
    const abort = new AbortController();
    const { signal } = abort;
    const look = async () => {
      const kind = UNSPACED.test(asked) ? 'substring' : 'words';
      const text = kind === 'words' ? begun(asked) : asked;
      let hits: readonly SearchHit[] = [];
      const batches = await client.search.find({ query: text, kind, limit: MOST }, { signal });
      for await (const batch of batches) {
        if (signal.aborted) return;
        hits = [...hits, ...batch.hits];
        setFound({ ...batch, hits, failed: null });
      }
    };
    const timer = setTimeout(() => {
      look().catch((error: unknown) => {
        if (!signal.aborted) setFound({ ...NONE, failed: problemOf(error).what });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  return asked === null ? NONE : found;
}
