import type { ContextRow, WordContext, WordList } from '../../../src/contract/words.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { type ContextRequest, wordContext } from '../../../src/engine/words/context.ts';
import { type FrequencyRequest, wordFrequencies } from '../../../src/engine/words/frequencies.ts';

/** Asks for all words; nothing is left out unless it is said. */
export const listed = ({ db }: Project, more: Partial<FrequencyRequest> = {}): Promise<WordList> =>
  wordFrequencies(db, {
    stop: { skip: 'all', add: [], keep: [] },
    minLength: 1,
    numbers: true,
    sort: 'count',
    limit: 100_000,
    ...more,
  });

/** Asks for a concordance with two words on either side. */
export const found = (
  { db }: Project,
  query: string,
  more: Partial<ContextRequest> = {},
): Promise<WordContext> =>
  wordContext(db, { query, kind: 'words', around: 2, sort: 'place', offset: 0, limit: 1000, ...more });

/** How often each word stands there. */
export const counts = ({ rows }: WordList): Record<string, number> =>
  Object.fromEntries(rows.map(({ word, count }) => [word, count]));

/** Rows as a concordance prints them. */
export const lines = ({ rows }: { rows: readonly ContextRow[] }): string[] =>
  rows.map(({ before, match, after }) => `${before}[${match}]${after}`);
