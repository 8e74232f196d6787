import type { ContextSort } from '../../contract/words.ts';
import { blockAt } from '../../text/places.ts';
import type { Span } from '../../text/reading.ts';
import { totalWords, wordsBefore } from '../../text/words.ts';
import { loadBlockSpans, loadText, loadWords } from '../documents/load.ts';
import type { Sql } from '../store/sql.ts';
import type { Placed } from './placed.ts';
import type { WordDocument } from './places.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The furthest word that places are sorted by. */
const FURTHEST = 3;

/** Stands for the end of the paragraph. */
const NOTHING = -1;

// One language's rules for all, so that the order does not hang on the machine.
const collator = new Intl.Collator('en');

/**
 * Sorts places by words beside them: the one asked for, then those further away, then as they stand.
 * @param places in the order of the documents and their texts
 */
export function sortedPlaces(
  db: Sql,
  places: readonly Placed[],
  documents: readonly WordDocument[],
  sort: ContextSort,
): readonly Placed[] {
  if (sort === 'place') return places;
  const side = sort.startsWith('left') ? 'left' : 'right';
  const nearest = Number(sort.at(-1));
  const keys: (readonly number[])[] = [];
  for (let at = 0; at < places.length; ) {
    // A document at a time: its text is read once, and not kept.
    const document = documents[places[at]?.document ?? 0];
    if (document === undefined) throw new RangeError('A place lies in one of the documents asked about.');
    const beside = numbersBeside(db, document, side, nearest);
    for (const here = places[at]?.document; places[at]?.document === here && at < places.length; at++) {
      const place = places[at];
      if (place !== undefined) keys.push(beside(place));
    }
  }
  const ranks = ranksOf(db, keys);
  return places
    .map((place, index) => ({ place, index, key: keys[index] ?? [] }))
    .sort((a, b) => compared(a.key, b.key, ranks) || a.index - b.index)
    .map(({ place }) => place);
}

function compared(a: readonly number[], b: readonly number[], ranks: ReadonlyMap<number, number>): number {
  for (const [at, number] of a.entries()) {
    const apart = (ranks.get(number) ?? NOTHING) - (ranks.get(b[at] ?? NOTHING) ?? NOTHING);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** @returns where each word stands among the others in the order of letters: texts are compared once a word, not once a place */
function ranksOf(db: Sql, keys: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const vocabulary = vocabularyOf(db);
  const numbers = [...new Set(keys.flat())].filter((number) => number !== NOTHING);
  const named = numbers.map((number) => ({ number, word: vocabulary.word(number) }));
  named.sort((a, b) => collator.compare(a.word, b.word) || (a.word < b.word ? -1 : 1));
  return new Map(named.map(({ number }, rank) => [number, rank]));
}

/** @returns what gives the numbers of the words beside a place of a document */
function numbersBeside(db: Sql, document: WordDocument, side: 'left' | 'right', nearest: number) {
  const { reading, language } = document;
  const text = loadText(db, reading);
  const read = { blocks: loadBlockSpans(db, reading), words: loadWords(db, reading) };
  const numberAt = vocabularyOf(db).ofPrinted(language);
  return (place: Placed): number[] => {
    const numbers: number[] = [];
    for (let step = nearest; step <= FURTHEST; step++) {
      const span = wordBeside(read, place, side, step);
      numbers.push(span === null ? NOTHING : numberAt(text, span.start, span.end));
    }
    return numbers;
  };
}

interface Read {
  readonly blocks: readonly Span[];
  readonly words: Uint32Array;
}

function wordBeside({ blocks, words }: Read, place: Placed, side: 'left' | 'right', step: number) {
  const at =
    side === 'left' ? wordsBefore(words, place.start) - step : wordsBefore(words, place.end) + step - 1;
  if (at < 0 || at >= totalWords(words)) return null;
  const [start = 0, end = 0] = [words[at * 2], words[at * 2 + 1]];
  const block = blockAt(blocks, side === 'left' ? place.start : Math.max(place.start, place.end - 1));
  return block !== null && start >= block.start && end <= block.end ? { start, end } : null;
}
