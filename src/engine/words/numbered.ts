import { type Sql, sql } from '../store/sql.ts';
import { leaveWords, leftWords } from './left/left.ts';
import { Opened } from './opened.ts';
import type { WordDocument } from './places.ts';
import { type NumberAt, Vocabulary } from './vocabulary.ts';

/**
 * The words of a text in its order, as numbers of the vocabulary. Below zero (as `~number`) is the first word of a paragraph, so
 * that it is known without the text which words stand beside each other.
 */
export type Numbered = Int32Array;

/** @param word of a text, as `Numbered` has it; @returns its number in the vocabulary */
export const numberOf = (word: number): number => (word < 0 ? ~word : word);

/** Words kept at hand per connection: a large project has some twenty million, at four bytes each. */
const KEEP = 32_000_000;

/** Fewer words than this are found in their texts as fast as in a file. */
export const FEWEST = 500_000;

/** What is kept of a project's words. */
interface Kept {
  readonly vocabulary: Vocabulary;
  /** By readings.key. */
  readonly numbered: Map<number, Numbered>;
  words: number;
  /** Words among them that no file holds. */
  fresh: number;
}

const all = new WeakMap<Sql, Kept>();

function keptOf(db: Sql): Kept {
  const known = all.get(db);
  if (known) return known;
  const kept = keptFrom(db);
  all.set(db, kept);
  return kept;
}

function keptFrom(db: Sql): Kept {
  const left = leftWords(db);
  const kept: Kept = {
    vocabulary: new Vocabulary(left?.vocabulary),
    numbered: new Map(),
    words: 0,
    fresh: 0,
  };
  if (left === null) return kept;
  const readings = db.iterate<{ key: number; id: Uint8Array; word_count: number }>(
    sql`SELECT key, id, word_count FROM readings`,
  );
  for (const { key, id, word_count } of readings) {
    const numbers = left.readings.get(hexOf(id));
    if (numbers?.length === word_count) add(kept, key, numbers);
  }
  return kept;
}

const hexOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');

function add(kept: Kept, key: number, numbers: Numbered): void {
  // Every question goes through the documents in their order, so that the oldest is the next to be asked for: what came last goes.
  if (kept.words + numbers.length > KEEP) return;
  kept.numbered.set(key, numbers);
  kept.words += numbers.length;
}

/** @returns the words met on this connection, and those that were left by an earlier start */
export const vocabularyOf = (db: Sql): Vocabulary => keptOf(db).vocabulary;

/** Numbers the words of a document's text, all of them. It is read once: readings never change. */
export function numbersOf(db: Sql, document: WordDocument): Numbered {
  const kept = keptOf(db);
  const known = kept.numbered.get(document.reading);
  if (known) return known;
  const numbers = numbered(kept.vocabulary.ofPrinted(document.language), new Opened(db, document));
  kept.fresh += numbers.length;
  add(kept, document.reading, numbers);
  return numbers;
}

function numbered(numberAt: NumberAt, { text, words, blocks }: Opened): Numbered {
  const numbers = new Int32Array(words.length / 2);
  let [block, last] = [0, -1];
  for (let at = 0; at < numbers.length; at++) {
    const [start = 0, end = 0] = [words[at * 2], words[at * 2 + 1]];
    const number = numberAt(text, start, end);
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= start) block++;
    const { start: opens = end, end: closes = start } = blocks[block] ?? {};
    // A word that no paragraph holds stands beside none.
    const here = opens <= start && end <= closes ? block : -1;
    numbers[at] = here === last && here >= 0 ? number : ~number;
    last = here;
  }
  return numbers;
}

/**
 * Leaves for the next start what was read in the texts, where that is worth a file.
 * @param db within a read transaction
 */
export function leaveNumbered(db: Sql, fewest: number = FEWEST): void {
  const kept = keptOf(db);
  if (kept.fresh < fewest) return;
  const readings = new Map<string, Numbered>();
  for (const { key, id } of db.iterate<{ key: number; id: Uint8Array }>(sql`SELECT key, id FROM readings`)) {
    const numbers = kept.numbered.get(key);
    if (numbers) readings.set(hexOf(id), numbers);
  }
  leaveWords(db, { vocabulary: kept.vocabulary.words(), readings });
  kept.fresh = 0;
}
