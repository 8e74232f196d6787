import { findAll } from '../../text/folding.ts';
import type { Span } from '../../text/reading.ts';
import { normalise, type Term, TOKEN } from './query.ts';

/**
 * Finds where the terms of a query stand in a paragraph.
 * @param body the paragraph
 * @returns spans of the paragraph (UTF-16 units), ascending, without overlaps; none where not every term occurs
 */
export function hitsIn(body: string, terms: readonly Term[]): Span[] {
  const words = [...body.matchAll(TOKEN)].map((match) => ({
    token: normalise(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: Span[] = [];
  for (const term of terms) {
    const spans = term.literal === null ? phrasesIn(words, term) : findAll(body, term.literal);
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
