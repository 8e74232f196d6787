import type { SearchBatch, SearchKind } from '../../contract/search.ts';
import { problemOf, showProblem } from '../client/problem.ts';
import { client } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { announce } from '../ui/announce.ts';
import { type Run, rememberQuery, useSearch } from './state.ts';

/** Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar: where nothing stands between words, words cannot be looked up. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** How a query is looked for: inside words where it was asked for, or where its script leaves no other way. */
export const kindOf = (query: string, inside: boolean): SearchKind =>
  inside || UNSPACED.test(query) ? 'substring' : 'words';

/** As many places as are listed; the rest are counted. */
const MOST = 5000;

let stop: AbortController | null = null;

const change = (next: Partial<Run>) =>
  useSearch.setState(({ run }) => (run === null ? {} : { run: { ...run, ...next } }));

function add({ hits, total, searched, documents, done }: SearchBatch): void {
  const before = useSearch.getState().run?.hits ?? [];
  change({
    ...(hits.length === 0 ? {} : { hits: [...before, ...hits] }),
    total,
    searched,
    documents,
    ...(done ? { state: 'done' as const } : {}),
  });
}

/** What a finished search has found, in one sentence. */
export function outcomeOf({ hits, total, isScoped, searched, state }: Run): string {
  const documents = new Set(hits.map(({ documentId }) => documentId)).size;
  if (state === 'cancelled') return textOf('search.cancelled', { total, searched });
  return textOf(isScoped ? 'search.foundScoped' : 'search.found', { total, documents });
}

/** Stops the search; what it has found stays. */
export function cancelSearch(): void {
  stop?.abort();
  stop = null;
  if (useSearch.getState().run?.state === 'running') change({ state: 'cancelled' });
}

/**
 * Searches the documents in scope, and shows what is found as it comes. A search that is under way gives way.
 * @param query words, a "phrase", a begin*
 * @param inside whether parts of words are looked for
 */
export async function search(query: string, inside: boolean): Promise<void> {
  cancelSearch();
  const wanted = query.trim();
  if (wanted === '') return useSearch.setState({ run: null });
  const own = new AbortController();
  stop = own;
  const { scope } = useScope.getState();
  const isScoped = narrows(scope);
  const kind = kindOf(wanted, inside);
  const nothing = { hits: [], total: 0, searched: 0, documents: 0, state: 'running' as const };
  useSearch.setState({ run: { query: wanted, kind, isScoped, ...nothing }, folded: [] });
  rememberQuery(wanted);
  try {
    const input = { query: wanted, kind, limit: MOST, ...(isScoped ? { scope } : {}) };
    for await (const batch of await client.search.find(input, { signal: own.signal })) {
      if (own.signal.aborted) return;
      add(batch);
    }
    const { run } = useSearch.getState();
    if (run?.state === 'done') announce(outcomeOf(run));
  } catch (error) {
    if (own.signal.aborted || problemOf(error).code === 'CANCELLED') return;
    change({ state: 'failed' });
    showProblem(error);
  }
}
