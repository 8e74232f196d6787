import { countWhile } from './ascending.ts';
import { snapSpan } from './offsets.ts';
import type { Reading, Span } from './reading.ts';

/** Words as a reading keeps them: [start, end, start, end …], UTF-16, ascending. */
type Flat = Uint32Array;

const startOf = (flat: Flat, index: number) => flat[index * 2] ?? 0;
const endOf = (flat: Flat, index: number) => flat[index * 2 + 1] ?? 0;

/** The number of words in a text: the denominator of every share of a document. */
export const totalWords = (words: Flat): number => words.length / 2;

/** Spans in order of their starts, joined where they overlap or touch; empty ones are left out. UTF-16. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * How many words lie in a set of spans. A word belongs to a span if its first unit lies in it, so that spans that meet
 * inside a word never both count it; where spans overlap, a word counts once.
 */
export function wordsIn(words: Flat, spans: readonly Span[]): number {
  return mergeSpans(spans).reduce(
    (sum, span) => sum + wordsBefore(words, span.end) - wordsBefore(words, span.start),
    0,
  );
}

/** How many words begin before an offset: the number of the first word of a span that starts there. UTF-16. */
export const wordsBefore = (words: Flat, offset: number): number =>
  countWhile(totalWords(words), (index) => startOf(words, index) < offset);

/** The flat pair that holds an offset (its start included, its end not), or null between pairs. UTF-16. */
export function pairAt(flat: Flat, offset: number): Span | null {
  const index = countWhile(flat.length / 2, (candidate) => startOf(flat, candidate) <= offset) - 1;
  if (index < 0 || endOf(flat, index) <= offset) return null;
  return { start: startOf(flat, index), end: endOf(flat, index) };
}

const isSpace = (text: string, offset: number) => /\s/.test(text[offset] ?? '');

/**
 * What a person meant by a rough selection: words touched are taken whole, white space at the edges is dropped,
 * punctuation stays as selected. A caret (an empty selection) takes the word it stands in or behind.
 * Null where nothing is left: only white space was selected, or the caret touches no word. UTF-16.
 */
export function snapToWords(reading: Pick<Reading, 'text' | 'words'>, selection: Span): Span | null {
  const { text, words } = reading;
  let { start, end } = snapSpan(text, selection);
  if (start === end) return pairAt(words, start) ?? (start > 0 ? pairAt(words, start - 1) : null);
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start === end) return null;
  return { start: pairAt(words, start)?.start ?? start, end: pairAt(words, end - 1)?.end ?? end };
}
