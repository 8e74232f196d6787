import { snapSpan } from '../../../../text/offsets.ts';
import type { Span } from '../../../../text/reading.ts';
import { countedText } from './offsets.ts';
import { beginsWith, couldBe, findNear, level, maybeQuote, says } from './quotes.ts';
import { type Outcome, type RawSpan, Survey } from './survey.ts';
import type { LoadedText } from './texts.ts';
import type { Work } from './work.ts';

/** A selection's place in the text that the file counts in, UTF-16 units of it. */
export interface Placed extends Span {
  /** Whether the selection's name is a quotation of the words there. */
  readonly isQuoted: boolean;
}

/** How far from where it should be a quotation is looked for, beside the shifts that line ends and emoji make, and at most. */
const NEAR = 64;
const FAR = 10_000;

/** A name of so many characters that stands in the text nearby, as long as the selection, quotes it whatever other names do. */
const CERTAIN = 12;

/** How many places of a text move what is behind them if they are counted otherwise: line ends and characters beyond 16 bits. */
const shiftsIn = (text: string): number => text.match(/\r\n?|\n|[\u{10000}-\u{10ffff}]/gu)?.length ?? 0;

const whole = (value: number) => (Number.isFinite(value) ? Math.trunc(value) : 0);

/**
 * Finds where selections of a text lie: decides how places are counted in it, cuts and turns what does not fit, and compares
 * the words with names that quote them.
 * @returns the places in the order of the selections; null for what covers nothing
 */
export function placeAll(
  work: Work,
  text: LoadedText,
  spans: readonly RawSpan[],
  outcome: Outcome,
  title: string,
): (Placed | null)[] {
  // What Colligo wrote for itself is counted in one way.
  const found = work.restored ? outcome : surveyed(text, spans, outcome);
  if (!found.isExpected && found !== outcome)
    work.say(
      'mended',
      'Selections of a text were counted otherwise than in the rest of the project, as their words show.',
      title,
    );
  const counted = countedText(text.raw, found.counting, text.hasMark);
  const namesQuote = outcome.namesQuote || found.namesQuote;
  const reach = Math.min(NEAR + shiftsIn(text.raw), FAR);
  return spans.map((span) => {
    let [from, to] = [whole(span.start), whole(span.end)];
    if (from > to) {
      work.say('mended', 'A selection ended before it began and was turned round.', title);
      [from, to] = [to, from];
    }
    if (from < 0 || to > counted.length)
      work.say('mended', 'A selection ran past the ends of its text and was cut there.', title);
    const clamped = snapSpan(text.raw, {
      start: counted.toUnits(Math.min(Math.max(from, 0), counted.length)),
      end: counted.toUnits(Math.min(Math.max(to, 0), counted.length)),
    });
    const place = verify(work, text.raw, clamped, span.name, { namesQuote, reach, title });
    if (place.start >= place.end) {
      work.say('left', 'A selection covers no text.', title);
      return null;
    }
    return place;
  });
}

/** @returns how the places of one text are counted, by what they select */
function surveyed(text: LoadedText, spans: readonly RawSpan[], { counting }: Outcome): Outcome {
  const own = new Survey(counting);
  own.add(text.raw, text.hasMark, spans);
  return own.outcome();
}

/** Compares a place with the name of its selection, and looks nearby where that is a quotation of other words. */
function verify(
  work: Work,
  text: string,
  span: Span,
  name: string,
  { namesQuote, reach, title }: { namesQuote: boolean; reach: number; title: string },
): Placed {
  const quote = maybeQuote(name);
  if (!quote) return { ...span, isQuoted: level(name) === level(text.slice(span.start, span.end)) };
  const words = text.slice(span.start, span.end);
  if (says(words, quote)) return { ...span, isQuoted: true };
  const slack = shiftsIn(words);
  if (!couldBe(quote, words.length, slack)) return { ...span, isQuoted: beginsWith(words, quote) };
  const near = namesQuote || quote.words.length >= CERTAIN ? findNear(text, quote, span.start, reach) : null;
  if (near === null) {
    if (!namesQuote) return { ...span, isQuoted: false };
    work.say(
      'kept',
      'The words of a selection are not those that its name quotes: it stays where the file says.',
      `${title}: ${quote.words.slice(0, 60)}`,
    );
    return { ...span, isQuoted: false };
  }
  work.say(
    'mended',
    'A selection did not lie on the words that its name quotes, and was moved to them.',
    title,
  );
  const end = quote.isCut ? Math.min(text.length, near.start + span.end - span.start) : near.end;
  return { ...snapSpan(text, { start: near.start, end }), isQuoted: true };
}
