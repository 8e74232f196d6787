import { snapSpan } from '../../../text/offsets.ts';
import type { Span } from '../../../text/reading.ts';
import type { Remark } from '../model.ts';
import { type Level, Squeezed, squeeze } from './squeezed.ts';

/** Words that a program says it marked, with what it says stands around them. */
export interface SaidQuote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Where another program says that a selection lies: UTF-16 units of the canonical text; any number, also a wrong one. */
export interface SaidPlace {
  readonly start: number;
  readonly end: number;
}

/** Where it lies, null for nowhere; and what is to be said about it. */
export interface Placed {
  readonly span: Span | null;
  readonly remark?: Pick<Remark, 'what' | 'message'>;
}

/** So many units are searched for the quotes of one text; past that, places are believed. A hostile file ends here. */
const MOST_SEARCHED = 5_000_000_000;

/** So many places of a quote are compared with what should stand around it. */
const MOST_COMPARED = 10_000;

/** With fewer letters a quote is not looked for by letters alone: it would be found within other words. */
const FEWEST_LETTERS = 12;

/** By so many letters at either end a quote is found whose middle differs. */
const EDGE = 24;

const mended = (message: string) => ({ what: 'mended', message }) as const;

const CUT = mended('A selection ran outside its text or was turned round, and was put right.');
const MOVED = mended('A selection did not stand where the file says and was found by its quote.');
const NEAR = mended('A selection was found by the beginning and the end of its quote; words between differ.');
const FIRST = mended('A quote stands in its document more than once; the first place was taken.');
const DIFFERS = {
  what: 'kept',
  message: 'A selection does not read as the file quotes it, and was kept where the file says it stands.',
} as const;
const EMPTY = { what: 'left', message: 'A selection holds no words and was left out.' } as const;
const NOWHERE = {
  what: 'left',
  message: 'A selection was not found in its document and was left out.',
} as const;

/** What is compared takes as long to be squeezed as so many units to be searched. */
const SQUEEZED = 20;

const LEVELS = ['marks', 'letters'] as const;

/** Makes of words what they are compared as. */
type Same = (words: string) => string;

/** @returns whether words may be those of a quote, by their length: white space is all that may be more of */
export const couldBe = (words: string, quote: string): boolean => words.length <= quote.length * 10 + 1000;

/** A text as it is compared, with the way back. */
type Compared = Pick<Squeezed, 'text' | 'at' | 'span'>;

/** A text in which selections of other programs are looked up: each is verified against its quote, and found by it. */
export class QuotedText {
  readonly text: string;
  readonly #whole: Compared;
  #marks: Squeezed | null = null;
  #letters: Squeezed | null = null;
  #searched = 0;

  constructor(text: string) {
    this.text = text;
    this.#whole = { text, at: (offset) => offset, span: (start, end) => ({ start, end }) };
  }

  /**
   * Finds a selection: where it is said to stand, if the words there are those of the quote; else where the quote stands,
   * with what should stand around it, or nearest to the place; else by the quote's beginning and end.
   * @param said null where the file says none, numbers that make no sense included
   * @param quote null or empty where the file says none
   * @param isBound whether a place is kept that does not read as the quote; otherwise it is left
   */
  place(said: SaidPlace | null, quote: SaidQuote | null, isBound = true): Placed {
    const place = said && Number.isFinite(said.start) && Number.isFinite(said.end) ? said : null;
    const span = place && snapSpan(this.text, place);
    const cut = place && span && (span.start !== place.start || span.end !== place.end) ? CUT : undefined;
    if (!quote || !/\S/.test(quote.exact)) {
      if (!span) return { span: null, remark: NOWHERE };
      if (span.start === span.end) return { span: null, remark: EMPTY };
      return { span, ...(cut && { remark: cut }) };
    }
    if (span && span.end > span.start && this.#reads(span, quote.exact))
      return { span, ...(cut && { remark: cut }) };
    const found = this.find(span, quote) ?? this.#byEdges(span, quote.exact);
    if (found) return found;
    if (!span || !isBound) return { span: null, remark: NOWHERE };
    return span.start === span.end ? { span: null, remark: EMPTY } : { span, remark: DIFFERS };
  }

  #reads({ start, end }: Span, exact: string): boolean {
    const words = this.text.slice(start, end);
    if (words === exact) return true;
    if (this.#searched > MOST_SEARCHED) return true;
    return couldBe(words, exact) && this.#squeeze(words, 'marks') === this.#squeeze(exact, 'marks');
  }

  /** Squeezing takes its time, too. */
  #squeeze(words: string, by: Level): string {
    this.#searched += words.length * SQUEEZED;
    return squeeze(words, by);
  }

  #squeezed(by: Level): Squeezed {
    if (by === 'marks') {
      this.#marks ??= new Squeezed(this.text, by);
      return this.#marks;
    }
    this.#letters ??= new Squeezed(this.text, by);
    return this.#letters;
  }

  /**
   * Finds the words of a quote, whatever their white space and marks.
   * @param near where they should be, null where nobody says
   * @returns null where they are not in the text
   */
  find(near: Span | null, quote: SaidQuote): Placed | null {
    if (this.#searched > MOST_SEARCHED) return null;
    const [marks, letters] = LEVELS.map((by) => (words: string) => this.#squeeze(words, by)) as [Same, Same];
    const asIs: Same = (words) => words;
    // What stands around tells more than where it should be, and programs write the white space there as they like.
    const isAround = /\S/.test(`${quote.prefix ?? ''}${quote.suffix ?? ''}`);
    const around = isAround
      ? (this.#search(this.#whole, asIs, near, quote, true) ??
        this.#search(this.#squeezed('marks'), marks, near, quote, true))
      : null;
    const found =
      around ??
      this.#search(this.#whole, asIs, near, quote) ??
      this.#search(this.#squeezed('marks'), marks, near, quote);
    if (found || letters(quote.exact).length < FEWEST_LETTERS) return found;
    return this.#search(this.#squeezed('letters'), letters, near, quote);
  }

  /**
   * @param level the text as it is compared, and how a quote becomes the same
   * @param isBySurroundings whether no other place is taken than the one with the right surroundings
   * @returns the place of the whole quote, by its surroundings first, then nearest to where it should be
   */
  #search(
    level: Compared,
    same: Same,
    near: Span | null,
    quote: SaidQuote,
    isBySurroundings = false,
  ): Placed | null {
    const wanted = same(quote.exact);
    if (wanted === '') return null;
    const { text } = level;
    const between = (at: number): Span => level.span(at, at + wanted.length);
    const first = this.#indexOf(text, wanted, 0);
    if (first < 0) return null;
    const around = { prefix: same(quote.prefix ?? ''), suffix: same(quote.suffix ?? '') };
    const surrounded = this.#surrounded(text, wanted, first, around);
    if (surrounded !== null) return { span: between(surrounded), ...(near && { remark: MOVED }) };
    if (isBySurroundings) return null;
    if (!near) {
      const second = this.#indexOf(text, wanted, first + 1);
      return { span: between(first), ...(second >= 0 && { remark: FIRST }) };
    }
    const from = level.at(near.start);
    const after = this.#indexOf(text, wanted, from);
    const before = from === 0 ? -1 : text.lastIndexOf(wanted, from - 1);
    const isAfter = after >= 0 && (before < 0 || after - from <= from - before);
    return { span: between(isAfter ? after : before), remark: MOVED };
  }

  /** @returns the only place that has before and behind it what should be there; null for none and several */
  #surrounded(
    text: string,
    wanted: string,
    first: number,
    { prefix, suffix }: { prefix: string; suffix: string },
  ): number | null {
    if (prefix === '' && suffix === '') return null;
    let found: number | null = null;
    let compared = 0;
    for (let at = first; at >= 0 && compared < MOST_COMPARED; at = this.#indexOf(text, wanted, at + 1)) {
      compared++;
      const isHere =
        text.slice(Math.max(0, at - prefix.length), at) === prefix &&
        text.startsWith(suffix, at + wanted.length);
      if (!isHere) continue;
      if (found !== null) return null;
      found = at;
    }
    return found;
  }

  /** Finds a long quote whose words were changed in the middle: its beginning with its end not much nearer or farther. */
  #byEdges(near: Span | null, exact: string): Placed | null {
    if (this.#searched > MOST_SEARCHED) return null;
    const wanted = this.#squeeze(exact, 'letters');
    if (wanted.length < EDGE * 2) return null;
    const squeezed = this.#squeezed('letters');
    const { text } = squeezed;
    const [head, tail] = [wanted.slice(0, EDGE), wanted.slice(-EDGE)];
    const reach = Math.ceil(wanted.length * 0.25);
    const wish = near === null ? 0 : squeezed.at(near.start);
    let best: { start: number; end: number } | null = null;
    let compared = 0;
    for (let at = this.#indexOf(text, head, 0); at >= 0 && compared < MOST_COMPARED; compared++) {
      const from = Math.max(at + EDGE, at + wanted.length - EDGE - reach);
      const within = text.slice(from, at + wanted.length + reach).indexOf(tail);
      const isNearer = best === null || Math.abs(at - wish) < Math.abs(best.start - wish);
      if (within >= 0 && isNearer) best = { start: at, end: from + within + EDGE };
      at = this.#indexOf(text, head, at + 1);
    }
    return best && { span: squeezed.span(best.start, best.end), remark: NEAR };
  }

  #indexOf(text: string, wanted: string, from: number): number {
    if (this.#searched > MOST_SEARCHED) return -1;
    const at = text.indexOf(wanted, from);
    this.#searched += (at < 0 ? text.length : at) - from;
    return at;
  }
}
