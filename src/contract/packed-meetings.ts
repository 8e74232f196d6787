import type { CodePair, CompareMeetings } from './compare.ts';
import { NumberReader, NumberWriter } from './numbers.ts';

/** Tells pairs as `CodePair` has them, in the order of their smaller places, and then of the other. */
export type EachPair = (tell: (a: number, b: number, places: number, documents: number) => void) => void;

/** Codes that meet, without an object for each pair. */
export interface CountedMeetings extends Omit<CompareMeetings, 'pairs'> {
  /** Goes through the pairs; once. */
  readonly eachPair: EachPair;
}

/** Codes that meet, as they travel: two thousand codes may be two million pairs. */
export interface PackedMeetings extends Omit<CompareMeetings, 'pairs'> {
  /**
   * Numbers as text: of each pair how far its smaller place lies behind that of the pair before (the first: behind 0), its other
   * place, and how often and in how many documents they meet.
   */
  readonly packed: string;
}

/** @returns the same as they travel */
export function packMeetings({ eachPair, ...meetings }: CountedMeetings): PackedMeetings {
  const numbers = new NumberWriter();
  let last = 0;
  eachPair((a, b, places, documents) => {
    numbers.add(a - last);
    numbers.add(b);
    numbers.add(places);
    numbers.add(documents);
    last = a;
  });
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
