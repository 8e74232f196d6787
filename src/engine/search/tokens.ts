import { normalise, TOKEN } from './query.ts';

/** A code unit that stands in a token, one that does not, and one that needs its neighbour to be told. */
const INSIDE = 1;
const OUTSIDE = 2;
const HALF = 3;

/** What each code unit is; 0 where it was not met yet. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const kind = isHalf ? HALF : String.fromCharCode(unit).search(TOKEN) === 0 ? INSIDE : OUTSIDE;
  kinds[unit] = kind;
  return kind;
}

/**
 * Cuts a text into tokens, as `TOKEN` does.
 * @returns their places [start, end, start, end …], UTF-16
 */
export function tokensIn(body: string): number[] {
  const places: number[] = [];
  let start = -1;
  for (let at = 0; at < body.length; at++) {
    const unit = body.charCodeAt(at);
    const kind = kinds[unit] || kindOf(unit);
    if (kind === HALF)
      return [...body.matchAll(TOKEN)].flatMap(({ 0: token, index }) => [index, index + token.length]);
    if (kind === INSIDE) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      places.push(start, at);
      start = -1;
    }
  }
  if (start >= 0) places.push(start, body.length);
  return places;
}

/** Something that tokens are held against: `word` as `normalise` gives it, or the beginning of one. */
export interface Wanted {
  readonly word: string;
  readonly isPrefix: boolean;
}

/** Whether the token of a text that goes from `start` to `end`, UTF-16, is what is wanted, or begins with it. */
export function isToken(body: string, start: number, end: number, wanted: Wanted): boolean {
  const { word, isPrefix } = wanted;
  for (let at = 0; at < word.length; at++) {
    const unit = start + at < end ? body.charCodeAt(start + at) : -1;
    // Letters without marks come to themselves, whatever follows: most words are told from each other by their first ones.
    if (unit >= 0x80) return isSame(body.slice(start, end), wanted);
    const low = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    if (low !== word.charCodeAt(at)) return false;
  }
  if (isPrefix || end - start === word.length) return true;
  // What is more may be nothing but marks.
  return body.charCodeAt(start + word.length) >= 0x80 && isSame(body.slice(start, end), wanted);
}

function isSame(printed: string, { word, isPrefix }: Wanted): boolean {
  const token = normalise(printed);
  return isPrefix ? token.startsWith(word) : token === word;
}
