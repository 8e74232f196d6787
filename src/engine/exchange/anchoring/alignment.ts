import { Squeezed } from './squeezed.ts';

/**
 * By so many units in a row two texts are found to go on together, and how far one of them may be ahead: a skipped part, or
 * numbers that it prints. Few units say little, and are believed only where they are near.
 */
const TRIES = [
  { same: 12, reach: 20_000 },
  { same: 6, reach: 200 },
  { same: 3, reach: 20 },
] as const;

/** Two texts that differ in more places are no two forms of one; looking further would take long and find nothing. */
const MOST_SKIPS = 20_000;

/**
 * Two forms of one text, laid side by side by everything but their white space: where one says something that the other
 * does not, they are taken up again behind it. Linear but for such places.
 */
export class Alignment {
  readonly #one: Squeezed;
  readonly #other: Squeezed;
  /** For each unit of the one, squeezed: its place in the other, squeezed; of what is missing there, where it would stand. */
  readonly #places: Uint32Array;

  /** @param one the text that places are said in; @param other the text that they are wanted in */
  constructor(one: string, other: string) {
    this.#one = new Squeezed(one, 'marks');
    this.#other = new Squeezed(other, 'marks');
    const [from, to] = [this.#one.text, this.#other.text];
    this.#places = new Uint32Array(from.length + 1);
    let [i, j, skips] = [0, 0, 0];
    while (i < from.length) {
      if (from.charCodeAt(i) !== to.charCodeAt(j) && ++skips < MOST_SKIPS) {
        const skipped = skip(from, i, to, j);
        this.#places.fill(j, i, i + skipped.one);
        i += skipped.one;
        j += skipped.other;
        if (i >= from.length) break;
      }
      this.#places[i++] = j++;
    }
    this.#places[from.length] = j;
  }

  /** @returns the span of the other text that begins and ends with the same characters */
  span({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
    const first = this.#places[this.#one.at(start)] ?? 0;
    const last = this.#one.at(end) - 1;
    const to = last < 0 ? first : (this.#places[last] ?? 0) + 1;
    return this.#other.span(first, Math.max(to, first + 1));
  }
}

/** @returns how much of either text is passed over until both go on alike; one unit of the first where they never do */
function skip(one: string, i: number, other: string, j: number): { one: number; other: number } {
  for (const { same, reach } of TRIES) {
    const ahead = other.slice(j, j + reach).indexOf(one.slice(i, i + same));
    const behind = one.slice(i, i + reach).indexOf(other.slice(j, j + same));
    if (ahead >= 0 && (behind < 0 || ahead <= behind)) return { one: 0, other: ahead };
    if (behind > 0 && j < other.length) return { one: behind, other: 0 };
  }
  return { one: 1, other: 0 };
}
