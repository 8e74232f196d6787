import { type CountedText, type Counting, countedText, countsAlike, otherCountings } from './offsets.ts';
import { maybeQuote, says } from './quotes.ts';

/** A selection as its file has it. */
export interface RawSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Selections of one text, and of all, that are looked at; more would not change the outcome. */
const OF_ONE = 400;
const ENOUGH = 4_000;

/**
 * When another way of counting than the expected one is believed: if it fits so much better, in all and for a selection,
 * and fits well. Selections that were drawn without regard to words fit no way well.
 */
const LEAD = 5;
const LEAD_EACH = 0.35;
const WELL = 1.75;

const isWordAt = (text: string, at: number) => at >= 0 && /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Whether a place lies between two words rather than in one. */
const isEdge = (text: string, at: number) => !(isWordAt(text, at - 1) && isWordAt(text, at));

/** What was found out about a project's selections. */
export interface Outcome {
  readonly counting: Counting;
  /** Whether that is what was expected. */
  readonly isExpected: boolean;
  /** Whether names of selections are quotations on the whole. */
  readonly namesQuote: boolean;
}

/** How another way of counting and the expected one fit those texts in which they differ. */
interface Other {
  readonly counting: Counting;
  spans: number;
  own: number;
  expected: number;
  /** How many more names it makes quotations of. */
  quoted: number;
}

const leadOf = ({ own, expected }: Other): number => own - expected;

/** Finds out how places are counted: gathers how well each way of counting fits what is selected, text after text. */
export class Survey {
  readonly #expected: Counting;
  readonly #others: Other[];
  #spans = 0;
  #named = 0;
  #quoted = 0;

  /** @param expected way of counting, which stays unless another one fits clearly better */
  constructor(expected: Counting) {
    this.#expected = expected;
    this.#others = otherCountings(expected).map((counting) => ({
      counting,
      spans: 0,
      own: 0,
      expected: 0,
      quoted: 0,
    }));
  }

  /** Whether more texts would not change the outcome. */
  get isDone(): boolean {
    return this.#spans > ENOUGH;
  }

  /**
   * @param text without its byte order mark
   * @param hasMark whether it had one
   */
  add(text: string, hasMark: boolean, spans: readonly RawSpan[]): void {
    const some = spans.slice(0, OF_ONE);
    if (some.length === 0) return;
    this.#spans += some.length;
    this.#named += some.filter(({ name }) => maybeQuote(name) !== null).length;
    const usual = score(text, countedText(text, this.#expected, hasMark), some);
    this.#quoted += usual.quoted;
    for (const other of this.#others) {
      if (countsAlike(text, hasMark, this.#expected, other.counting)) continue;
      const { points, quoted } = score(text, countedText(text, other.counting, hasMark), some);
      other.spans += some.length;
      other.own += points;
      other.expected += usual.points;
      other.quoted += quoted - usual.quoted;
    }
  }

  outcome(): Outcome {
    const [better] = this.#others
      .filter(({ spans, own }) => own > spans * WELL)
      .filter((other) => leadOf(other) > Math.max(LEAD, other.spans * LEAD_EACH))
      .toSorted((a, b) => leadOf(b) - leadOf(a));
    return {
      counting: better?.counting ?? this.#expected,
      isExpected: better === undefined,
      namesQuote: this.#named > 0 && (this.#quoted + (better?.quoted ?? 0)) * 2 >= this.#named,
    };
  }
}

/**
 * How well selections fit a text: for each 3 points for the words that its name quotes, up to 2 for ends between words, half
 * a point for no white space at its ends; 3 less outside the text.
 */
function score(
  text: string,
  counted: CountedText,
  spans: readonly RawSpan[],
): { points: number; quoted: number } {
  let points = 0;
  let quoted = 0;
  for (const span of spans) {
    const [from, to] = [Math.min(span.start, span.end), Math.max(span.start, span.end)];
    if (from < 0 || to > counted.length) {
      points -= 3;
      continue;
    }
    const start = counted.toUnits(from);
    const end = counted.toUnits(to);
    points += Number(isEdge(text, start)) + Number(isEdge(text, end));
    if (/\S/.test(text.charAt(start)) && /\S/.test(text.charAt(end - 1))) points += 0.5;
    const quote = maybeQuote(span.name);
    if (quote && says(text.slice(start, end), quote)) {
      points += 3;
      quoted++;
    }
  }
  return { points, quoted };
}
