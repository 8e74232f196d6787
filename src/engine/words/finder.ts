import type { ContextKind } from '../../contract/words.ts';
import type { Span } from '../../text/reading.ts';
import { wordForm } from '../../text/word-forms.ts';
import { finderOf } from '../search/finder.ts';
import type { Sql } from '../store/sql.ts';
import { countWords, rangesOf } from './count.ts';
import { numberOf, numbersOf, vocabularyOf } from './numbered.ts';
import type { Opened } from './opened.ts';
import type { WordDocument } from './places.ts';

/** Where a query stands in a document: [start, end, start, end …], UTF-16, in the order of the text. */
export type Found = Uint32Array;

/** Finds a query in documents, in the passages looked at. */
export interface Finder {
  /** @returns how often it stands there */
  count(document: WordDocument): number;
  find(opened: Opened): Found;
  /** Which words of the text they are; null where they need not be words. */
  readonly words: ((opened: Opened) => Uint32Array) | null;
}

/** @returns what finds a query; asked about the same documents twice, it looks once */
export function placesOf(db: Sql, kind: ContextKind, query: string): Finder {
  return kind === 'form' ? formFinder(db, query) : searchFinder(db, kind, query);
}

/** The words of a document that a list counts as one, as it counts them: without its text, since they are numbered. */
function formFinder(db: Sql, query: string): Finder {
  const wantedIn = ({ language }: WordDocument) => vocabularyOf(db).find(wordForm(query, language));
  const words = (opened: Opened): Uint32Array => {
    const { document } = opened;
    const numbers = numbersOf(db, document);
    const wanted = wantedIn(document);
    const found: number[] = [];
    for (const [from, to] of rangesOf(opened, numbers))
      for (let at = from; at < to; at++) if (numberOf(numbers[at] ?? 0) === wanted) found.push(at);
    return Uint32Array.from(found);
  };
  return {
    count: (document) => {
      // Counted first: only then are all its words in the vocabulary.
      const counts = countWords(db, document);
      const wanted = wantedIn(document);
      if (wanted === null) return 0;
      for (let at = 0; at < counts.length; at += 2) if (counts[at] === wanted) return counts[at + 1] ?? 0;
      return 0;
    },
    find: (opened) => {
      const at = words(opened);
      return Uint32Array.from({ length: at.length * 2 }, (_, index) => {
        const word = at[index >> 1] ?? 0;
        return opened.words[word * 2 + (index & 1)] ?? 0;
      });
    },
    words,
  };
}

/** What the search finds. */
function searchFinder(db: Sql, kind: Exclude<ContextKind, 'form'>, query: string): Finder {
  const find = finderOf(db, kind, query);
  const known = new Map<number, Found>();
  const foundIn = ({ reading, spans }: WordDocument): Found => {
    const there = known.get(reading);
    if (there) return there;
    const found = flat(touching(find(reading).spans, spans));
    known.set(reading, found);
    return found;
  };
  return {
    count: (document) => foundIn(document).length / 2,
    find: ({ document }) => foundIn(document),
    words: null,
  };
}

/** As in a search: a hit touches one of the passages. Both stand in the text's order. */
function touching(found: readonly Span[], spans: readonly Span[] | null): readonly Span[] {
  if (spans === null) return found;
  let at = 0;
  return found.filter(({ start, end }) => {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    return (spans[at]?.start ?? Number.POSITIVE_INFINITY) < end;
  });
}

function flat(spans: readonly Span[]): Found {
  const found = new Uint32Array(spans.length * 2);
  for (const [index, { start, end }] of spans.entries()) {
    found[index * 2] = start;
    found[index * 2 + 1] = end;
  }
  return found;
}
