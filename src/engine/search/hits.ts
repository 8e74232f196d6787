import { WORD_BREAKS } from '../../text/broken-words.ts';
import { findAll, findInLines } from '../../text/folding.ts';
import type { Span } from '../../text/reading.ts';
import { normalise, type Term } from './query.ts';
import { isToken, tokensIn, type Wanted } from './tokens.ts';

/**
 * Finds where the terms of a query stand in a paragraph.
 * @param body the paragraph
 * @param isPrinted whether its lines end where the paper did: then a word that a line end broke is found whole as well
 * @returns spans of the paragraph (UTF-16 units), ascending, without overlaps; none where not every term occurs
 */
export function hitsIn(body: string, terms: readonly Term[], isPrinted = false): Span[] {
  const words = tokensIn(body);
  const whole = isPrinted ? joinBroken(words, body) : null;
  const found: Span[] = [];
  for (const term of terms) {
    const spans = spansOf(body, term, { words, whole, isPrinted });
    if (spans.length === 0) return [];
    found.push(...spans);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

interface Body {
  /** Flat pairs, UTF-16. */
  readonly words: readonly number[];
  /** All words once more, with broken ones made whole; null where there are none. */
  readonly whole: readonly Word[] | null;
  readonly isPrinted: boolean;
}

function spansOf(body: string, term: Term, { words, whole, isPrinted }: Body): Span[] {
  if (term.literal !== null) return isPrinted ? findInLines(body, term.literal) : findAll(body, term.literal);
  const found = phrasesIn(body, words, term);
  return whole === null ? found : [...found, ...phrasesAmong(whole, term)];
}

/** A word as it is compared. */
interface Word extends Span {
  readonly token: string;
}

function joinBroken(places: readonly number[], body: string): readonly Word[] | null {
  // Most paragraphs hold no line end behind a hyphen, and this tells it faster.
  if (!/[-\u00ad\u2010]\n/u.test(body)) return null;
  const breaks = new Set(Array.from(body.matchAll(WORD_BREAKS), ({ index }) => index));
  if (breaks.size === 0) return null;
  const whole: Word[] = [];
  for (let at = 0; at < places.length; at += 2) {
    const [start = 0, end = 0] = [places[at], places[at + 1]];
    const token = normalise(body.slice(start, end));
    const last = whole.at(-1);
    if (last && breaks.has(last.end) && start === last.end + 2)
      whole[whole.length - 1] = { token: last.token + token, start: last.start, end };
    else whole.push({ token, start, end });
  }
  return whole;
}

function phrasesIn(body: string, places: readonly number[], { tokens, isPrefix }: Term): Span[] {
  const found: Span[] = [];
  const wanted = tokens.map(
    (word, index): Wanted => ({ word, isPrefix: isPrefix && index === tokens.length - 1 }),
  );
  for (let at = 0; at + wanted.length * 2 <= places.length; at += 2) {
    let to = at;
    for (const one of wanted) {
      if (!isToken(body, places[to] ?? 0, places[to + 1] ?? 0, one)) break;
      to += 2;
    }
    if (to - at === wanted.length * 2) found.push({ start: places[at] ?? 0, end: places[to - 1] ?? 0 });
  }
  return found;
}

function phrasesAmong(words: readonly Word[], { tokens, isPrefix }: Term): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + tokens.length <= words.length; at++) {
    const fits = tokens.every((token, index) => {
      const word = words[at + index]?.token ?? '';
      return isPrefix && index === tokens.length - 1 ? word.startsWith(token) : word === token;
    });
    const first = words[at];
    const last = words[at + tokens.length - 1];
    if (fits && first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}
