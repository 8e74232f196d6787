import { findAll, findInLines } from '../../text/folding.ts';
import { CURRENT } from '../documents/current.ts';
import { loadText } from '../documents/load.ts';
import { hasPages } from '../documents/pages.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';

interface Place {
  readonly id: Uint8Array;
  readonly reading_key: number;
  readonly start_offset: number;
  readonly end_offset: number;
}

/** Whether the words occur, by the quote's place in a reading; readings never change, so an answer holds for good. */
type Known = Map<number, Map<string, boolean>>;

/** For how many words the answers are kept per connection: those of the scope now, and of a few before it. */
const KEPT = 4;

const caches = new WeakMap<Sql, Map<string, Known>>();

/**
 * Finds the passages whose quote contains words, whatever their letter case, as the search within a document does. A part of a
 * page has no words of its own, whatever is printed there: it contains none.
 * @param candidates a query for the ids of the passages to look at
 * @returns the ids of those that contain them
 */
export function passagesWith(db: Sql, words: string, candidates: Query): string[] {
  const known = knownFor(db, words);
  const places = db.all<Place>(sql`
    SELECT a.passage_id AS id, current.reading_key, a.start_offset, a.end_offset FROM anchors a
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE a.kind = 'span' AND a.status <> 'lost' AND a.passage_id IN (${candidates}) ORDER BY current.reading_key`);
  let reading = { key: -1, text: '' };
  const pages = new Map<number, boolean>();
  const printed = (key: number) => {
    const isPrinted = pages.get(key) ?? hasPages(db, key);
    pages.set(key, isPrinted);
    return isPrinted;
  };
  const textOf = (key: number) => {
    if (reading.key !== key) reading = { key, text: loadText(db, key) };
    return reading.text;
  };
  const isIn = (place: Place) => {
    const find = printed(place.reading_key) ? findInLines : findAll;
    const { start_offset: start, end_offset: end } = place;
    return find(textOf(place.reading_key).slice(start, end), words).length > 0;
  };
  return places.filter((place) => holds(place, known, isIn)).map((place) => idText(place.id));
}

function holds(place: Place, known: Known, isIn: (place: Place) => boolean): boolean {
  const { reading_key: key, start_offset: start, end_offset: end } = place;
  const ofReading = known.get(key) ?? new Map<string, boolean>();
  known.set(key, ofReading);
  const span = `${start}-${end}`;
  let found = ofReading.get(span);
  if (found === undefined) {
    found = isIn(place);
    ofReading.set(span, found);
  }
  return found;
}

function knownFor(db: Sql, words: string): Known {
  const cache = caches.get(db) ?? new Map<string, Known>();
  caches.set(db, cache);
  const known = cache.get(words) ?? new Map();
  cache.delete(words);
  cache.set(words, known);
  for (const oldest of cache.keys()) {
    if (cache.size <= KEPT) break;
    cache.delete(oldest);
  }
  return known;
}
