import type { Span } from '../../text/reading.ts';

/** Words that are looked for. */
export interface Quoted {
  readonly quote: string;
  /** Which of several, from 1. */
  readonly occurrence?: number | undefined;
}

/**
 * Finds words in a text, exactly as they stand there.
 * @param text the canonical text
 * @param quoted the words; without an occurrence they must be the only ones
 * @param where what the text is called, for the sentence
 * @returns their place in UTF-16 units
 * @throws Error with one sentence where they do not occur, or so often that nobody knows which are meant
 */
export function findQuote(text: string, { quote, occurrence }: Quoted, where: string): Span {
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at);
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) {
    const found =
      starts.length === 0 ? 'does not occur' : `occurs only ${starts.length} times, not ${occurrence}`;
    throw new Error(`The quote “${quote}” ${found} in ${where}.`);
  }
  if (occurrence === undefined && starts.length > 1)
    throw new Error(
      `The quote “${quote}” occurs ${starts.length} times in ${where}: say which one is meant.`,
    );
  return { start, end: start + quote.length };
}
