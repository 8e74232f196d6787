import type { ContextKind } from '../../contract/words.ts';
import type { Span } from '../../text/reading.ts';
import { wordForm } from '../../text/word-forms.ts';
import { totalWords, wordsBefore } from '../../text/words.ts';
import { loadText, loadWords } from '../documents/load.ts';
import { finderOf } from '../search/finder.ts';
import type { Sql } from '../store/sql.ts';
import { countWords } from './count.ts';
import type { WordDocument } from './places.ts';
import { vocabularyOf } from './vocabulary.ts';

/** @returns what gives the places of a query in a document in the order of its text, UTF-16: those in the passages looked at */
export function placesOf(
  db: Sql,
  kind: ContextKind,
  query: string,
): (document: WordDocument) => readonly Span[] {
  if (kind === 'form') return (document) => formsIn(db, document, query);
  const find = finderOf(db, kind, query);
  return ({ reading, spans }) => {
    const found = find(reading).spans;
    // As in a search: a hit touches one of them. Both stand in the text's order.
    if (spans === null) return found;
    let at = 0;
    return found.filter(({ start, end }) => {
      while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
      return (spans[at]?.start ?? Number.POSITIVE_INFINITY) < end;
    });
  };
}

/** The words of a document that a list counts as one, as it counts them. */
function formsIn(db: Sql, document: WordDocument, query: string): readonly Span[] {
  const { reading, language, spans } = document;
  const form = wordForm(query, language);
  const vocabulary = vocabularyOf(db);
  const counts = countWords(db, document);
  // Counts are kept, so that a word which few documents hold is looked for in these only.
  const wanted = vocabulary.find(form);
  if (wanted === null || !counts.some((number, at) => at % 2 === 0 && number === wanted)) return [];
  const numberAt = vocabulary.ofPrinted(language);
  const text = loadText(db, reading);
  const words = loadWords(db, reading);
  const found: Span[] = [];
  const ranges = spans?.map(
    ({ start, end }) => [wordsBefore(words, start), wordsBefore(words, end)] as const,
  );
  for (const [from, to] of ranges ?? [[0, totalWords(words)] as const]) {
    for (let at = from; at < to; at++) {
      const [start = 0, end = 0] = [words[at * 2], words[at * 2 + 1]];
      if (numberAt(text, start, end) === wanted) found.push({ start, end });
    }
  }
  return found;
}
