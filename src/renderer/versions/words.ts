/** A stretch of words, and whether the other side has it, too. */
export interface Stretch {
  /** Where it begins, UTF-16. */
  readonly at: number;
  readonly text: string;
  readonly isShared: boolean;
}

/** As many pairs of words as are compared; above it, all of both sides counts as other. */
const PAIRS_MAX = 1_000_000;

/**
 * Compares two texts word by word; spaces and punctuation count as words of their own.
 * @returns both sides in stretches, as long as possible: joined, they are the texts
 */
export function compareWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const shared = sharedPlaces(one, other);
  return {
    before: stretches(one, new Set(shared.map(([place]) => place))),
    after: stretches(other, new Set(shared.map(([, place]) => place))),
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

/** The longest common subsequence, as places on both sides. */
function sharedPlaces(one: readonly string[], other: readonly string[]): [number, number][] {
  if (one.length * other.length > PAIRS_MAX) return [];
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

function stretches(words: readonly string[], shared: ReadonlySet<number>): Stretch[] {
  const all: { at: number; text: string; isShared: boolean }[] = [];
  let at = 0;
  words.forEach((text, place) => {
    const isShared = shared.has(place);
    const last = all.at(-1);
    if (last?.isShared === isShared) last.text += text;
    else all.push({ at, text, isShared });
    at += text.length;
  });
  return all;
}
