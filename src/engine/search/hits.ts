import { WORD_BREAKS } from '../../text/broken-words.ts';
import { findAll, findInLines } from '../../text/folding.ts';
import type { Span } from '../../text/reading.ts';
import { normalise, type Term, TOKEN } from './query.ts';

/**
 * Finds where the terms of a query stand in a paragraph.
 * @param body the paragraph
 * @param isPrinted whether its lines end where the paper did: then a word that a line end broke is found whole as well
 * @returns spans of the paragraph (UTF-16 units), ascending, without overlaps; none where not every term occurs
 */
export function hitsIn(body: string, terms: readonly Term[], isPrinted = false): Span[] {
  const words = wordsOf(body);
  const whole = isPrinted ? joinBroken(words, body) : words;
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
  readonly words: readonly Word[];
  /** The same with broken words made whole; the very same list where there are none. */
  readonly whole: readonly Word[];
  readonly isPrinted: boolean;
}

function spansOf(body: string, term: Term, { words, whole, isPrinted }: Body): Span[] {
  if (term.literal !== null) return isPrinted ? findInLines(body, term.literal) : findAll(body, term.literal);
  const found = phrasesIn(words, term);
  return whole === words ? found : [...found, ...phrasesIn(whole, term)];
}

const wordsOf = (body: string): Word[] =>
  [...body.matchAll(TOKEN)].map((match) => ({
    token: normalise(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

function joinBroken(words: readonly Word[], body: string): readonly Word[] {
  const breaks = new Set(Array.from(body.matchAll(WORD_BREAKS), ({ index }) => index));
  if (breaks.size === 0) return words;
  const whole: Word[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last && breaks.has(last.end) && word.start === last.end + 2) {
      whole[whole.length - 1] = { token: last.token + word.token, start: last.start, end: word.end };
    } else whole.push(word);
  }
  return whole;
}

interface Word extends Span {
  readonly token: string;
}

function phrasesIn(words: readonly Word[], { tokens, isPrefix }: Term): Span[] {
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
