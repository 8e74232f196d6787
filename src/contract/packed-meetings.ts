import type { CodePair, CompareMeetings } from './compare.ts';
import { NumberReader, NumberWriter } from './numbers.ts';

/** Codes that meet, as they travel: two thousand codes may be two million pairs. */
export interface PackedMeetings extends Omit<CompareMeetings, 'pairs'> {
  /**
   * Numbers as text: of each pair how far its smaller place lies behind that of the pair before (the first: behind 0), its other
   * place, and how often and in how many documents they meet.
   */
  readonly packed: string;
}

/** @param meetings with pairs in the order of their smaller places; @returns the same as they travel */
export function packMeetings({ pairs, ...meetings }: CompareMeetings): PackedMeetings {
  const numbers = new NumberWriter();
  let last = 0;
  for (const { a, b, places, documents } of pairs) {
    numbers.add(a - last);
    numbers.add(b);
    numbers.add(places);
    numbers.add(documents);
    last = a;
  }
  return { ...meetings, packed: numbers.text() };
}

/** @returns the meetings that were packed */
export function unpackMeetings({ packed, ...meetings }: PackedMeetings): CompareMeetings {
  const numbers = new NumberReader(packed);
  const pairs: CodePair[] = [];
  let a = 0;
  while (!numbers.isDone) {
    a += numbers.next();
    const b = numbers.next();
    const places = numbers.next();
    pairs.push({ a, b, places, documents: numbers.next() });
  }
  return { ...meetings, pairs };
}
