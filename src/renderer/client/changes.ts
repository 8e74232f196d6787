import type { QueryKey } from '@tanstack/react-query';
import type { Changed } from '../../contract/history.ts';
import { queryClient } from './query.ts';
import { api, client } from './shell.ts';

type Noun = Changed['nouns'][number];

/** The answers that a change of each noun can make old. Counts in one noun's rows depend on others. */
const READERS: Readonly<Record<Noun, readonly QueryKey[]>> = {
  project: [api.project.key()],
  documents: [
    api.documents.key(),
    api.attachments.key(),
    api.passages.key(),
    api.search.key(),
    api.reviews.key(),
    api.scope.key(),
    api.compare.key(),
    api.analyse.key(),
    api.along.key(),
    api.words.key(),
    api.memos.key(),
    api.project.state.key(),
    api.codePage.show.key(),
  ],
  codes: [
    api.codes.key(),
    api.reviews.key(),
    api.passages.key(),
    api.scope.key(),
    api.compare.key(),
    api.analyse.key(),
    api.along.key(),
    api.words.key(),
    api.memos.key(),
    api.project.state.key(),
    api.codebookVersions.key(),
    api.codebookExchange.key(),
    api.codePage.key(),
  ],
  codebook: [api.codebookVersions.key(), api.codePage.history.key(), api.codes.words.key()],
  passages: [
    api.passages.key(),
    api.codes.list.key(),
    api.documents.list.key(),
    api.reviews.key(),
    api.scope.key(),
    api.compare.key(),
    api.analyse.key(),
    api.along.key(),
    api.words.key(),
    api.memos.key(),
    api.project.state.key(),
    api.codebookVersions.ofPassage.key(),
    api.codebookVersions.restorePlan.key(),
    api.codePage.show.key(),
  ],
  reviews: [api.reviews.key(), api.compare.key(), api.analyse.key()],
  memos: [api.memos.key(), api.compare.quotes.key(), api.passages.history.key()],
  cases: [
    api.cases.key(),
    api.attributes.key(),
    api.documents.list.key(),
    api.scope.key(),
    api.passages.key(),
    api.codes.list.key(),
    api.compare.key(),
    api.analyse.key(),
    api.along.key(),
    api.words.key(),
    api.memos.key(),
    api.codePage.show.key(),
  ],
  coders: [api.coders.key(), api.codePage.key(), api.project.state.key()],
  history: [api.history.list.key(), api.passages.history.key(), api.project.state.key()],
};

/** Marks as old what depends on these nouns; what is on screen is asked for again. */
function invalidate(nouns: readonly Noun[]): void {
  const keys = new Map(nouns.flatMap((noun) => READERS[noun]).map((key) => [JSON.stringify(key), key]));
  for (const queryKey of keys.values()) void queryClient.invalidateQueries({ queryKey });
}

/**
 * Listens for changes until aborted. Nouns that arrive close together are taken as one.
 * @param signal ends the listening
 */
export async function followChanges(signal: AbortSignal): Promise<void> {
  let waiting = new Set<Noun>();
  const flush = () => {
    const nouns = [...waiting];
    waiting = new Set();
    invalidate(nouns);
  };
  for await (const { nouns } of await client.history.changes(undefined, { signal })) {
    if (waiting.size === 0) queueMicrotask(flush);
    for (const noun of nouns) waiting.add(noun);
  }
}
