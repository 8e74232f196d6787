import { countWhile } from '../../../../text/ascending.ts';
import type { Span } from '../../../../text/reading.ts';

/** A text without what two programs read differently from one file, with the way back. All in UTF-16 units. */
export interface Bare {
  readonly text: string;
  /** For each unit of the bare text where its character begins and ends in the original. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Kept out: white space, hyphens, soft hyphens and other characters that show nothing. */
const NOTHING = /^[\s\p{Default_Ignorable_Code_Point}\u002d\u2010\u2011\u00ad\p{Cc}]$/u;

const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '—',
  '−': '—',
};

/**
 * Strips a text to its letters and signs: compatibility forms such as ligatures are taken apart, white space and hyphens are
 * left out, quotation marks and dashes are made alike.
 */
export function bareText(text: string): Bare {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const code = character.charCodeAt(0);
    if (code > 0x20 && code < 0x7f) {
      if (character !== '-') {
        parts.push(character);
        from.push(at);
        to.push(end);
      }
    } else if (!NOTHING.test(character)) {
      for (const unit of (QUOTES[character] ?? character.normalize('NFKD')).split('')) {
        parts.push(unit);
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** @returns the units of a bare text that come of a stretch of the original */
const bareSpan = ({ from, to }: Bare, { start, end }: Span): Span => ({
  start: countWhile(to.length, (index) => (to[index] ?? 0) <= start),
  end: countWhile(from.length, (index) => (from[index] ?? 0) < end),
});

const originalSpan = ({ from, to }: Bare, { start, end }: Span): Span => ({
  start: from[start] ?? 0,
  end: to[end - 1] ?? 0,
});

/** Units of words before and behind that tell places of the same words apart. */
const AROUND = 48;

/** Units at either end of a long quote that are looked for where the whole is nowhere. */
const END = 24;

/** More places of the same words than this are not compared. */
const MOST = 500;

/** Finds stretches of one reading of a text in another reading of it. */
export class Alignment {
  readonly #theirs: Bare;
  readonly #ours: Bare;
  /** Whether both have the same letters in the same order. */
  readonly isSame: boolean;

  /** Takes both texts as they are. */
  constructor(theirs: string, ours: string) {
    this.#theirs = bareText(theirs);
    this.#ours = bareText(ours);
    this.isSame = this.#theirs.text === this.#ours.text;
  }

  /**
   * @param span in their text
   * @returns where the same letters stand in ours, without white space at the ends; null where they don't
   */
  find(span: Span): Span | null {
    const wanted = bareSpan(this.#theirs, span);
    if (wanted.end <= wanted.start) return null;
    if (this.isSame) return originalSpan(this.#ours, wanted);
    const words = this.#theirs.text.slice(wanted.start, wanted.end);
    const whole = this.#nearest(words, wanted.start, wanted.end);
    if (whole !== null) return originalSpan(this.#ours, { start: whole, end: whole + words.length });
    if (words.length < END * 2) return null;
    const first = this.#nearest(words.slice(0, END), wanted.start, wanted.start + END);
    const last = this.#nearest(words.slice(-END), wanted.end - END, wanted.end);
    if (first === null || last === null) return null;
    const found = { start: first, end: last + END };
    // Running heads and notes may stand between, but not another text.
    const grown = found.end - found.start - words.length;
    return found.end > found.start && Math.abs(grown) <= words.length * 0.25 + 200
      ? originalSpan(this.#ours, found)
      : null;
  }

  /** Of all places of some words in ours the one whose surroundings are most like those of the place in theirs. */
  #nearest(words: string, start: number, end: number): number | null {
    const { text } = this.#ours;
    const before = this.#theirs.text.slice(Math.max(0, start - AROUND), start);
    const behind = this.#theirs.text.slice(end, end + AROUND);
    const share = start / Math.max(1, this.#theirs.text.length);
    let best: number | null = null;
    let most = Number.NEGATIVE_INFINITY;
    let tries = 0;
    for (let at = text.indexOf(words); at >= 0 && tries < MOST; at = text.indexOf(words, at + 1), tries++) {
      const likeness =
        alikeAtEnd(before, text.slice(Math.max(0, at - AROUND), at)) +
        alikeAtStart(behind, text.slice(at + words.length, at + words.length + AROUND)) -
        Math.abs(at / Math.max(1, text.length) - share) * AROUND;
      if (likeness > most) {
        most = likeness;
        best = at;
      }
    }
    return best;
  }
}

function alikeAtStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function alikeAtEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}

/** Finds stretches of a text in another one that differs from it in white space only. */
export class SpaceAlignment {
  readonly #theirs: Uint32Array;
  readonly #ours: Uint32Array;

  private constructor(theirs: Uint32Array, ours: Uint32Array) {
    this.#theirs = theirs;
    this.#ours = ours;
  }

  /** @returns null where the texts differ in more than white space */
  static of(theirs: string, ours: string): SpaceAlignment | null {
    const a = signsOf(theirs);
    const b = signsOf(ours);
    if (a.length !== b.length) return null;
    for (let at = 0; at < a.length; at++)
      if (theirs.charCodeAt(a[at] ?? 0) !== ours.charCodeAt(b[at] ?? 0)) return null;
    return new SpaceAlignment(a, b);
  }

  /** @returns the same signs in our text, without white space at the ends; null for white space alone */
  find({ start, end }: Span): Span | null {
    const first = countWhile(this.#theirs.length, (index) => (this.#theirs[index] ?? 0) < start);
    const last = countWhile(this.#theirs.length, (index) => (this.#theirs[index] ?? 0) < end) - 1;
    return last < first ? null : { start: this.#ours[first] ?? 0, end: (this.#ours[last] ?? 0) + 1 };
  }
}

/** Where the units of a text are that are no white space. */
function signsOf(text: string): Uint32Array {
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) if (/\S/.test(text.charAt(at))) places[count++] = at;
  return places.slice(0, count);
}
