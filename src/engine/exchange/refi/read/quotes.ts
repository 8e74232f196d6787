/** What a program puts behind a name that it cut off. */
const CUT = /(…|\.{3})$/;

/** Below this a name is rather a word that occurs by chance; above it, it is compared no further. */
const SHORTEST = 4;
const LONGEST = 10_000;

/** White space at its ends that a name may lack. */
const SPACES = 3;

/** Some programs cut names off without a sign; from so many characters on, words that begin so are no chance. */
const TELLING = 24;

/** @returns a text with every run of white space as one space, none at its ends */
export const level = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A name of a selection that may be a quotation of its words, and whether it was cut off. */
export interface MaybeQuote {
  readonly words: string;
  readonly isCut: boolean;
}

/** @returns what a selection's name quotes, if it is a quotation; null for one that is too short to tell */
export function maybeQuote(name: string): MaybeQuote | null {
  if (name.length > LONGEST) return null;
  const whole = level(name);
  const words = level(whole.replace(CUT, ''));
  return words.length < SHORTEST ? null : { words, isCut: words !== whole };
}

/** Whether some text has the words of a quotation. */
export function says(text: string, { words, isCut }: MaybeQuote): boolean {
  if (isCut ? text.startsWith(words) : text === words) return true;
  const said = level(text);
  return isCut ? said.startsWith(words) : said === words;
}

/** Whether some text begins with the words of a quotation that a program cut off without a sign. */
export const beginsWith = (text: string, { words }: MaybeQuote): boolean =>
  words.length >= TELLING && level(text).startsWith(words);

/**
 * Whether a quotation is as long as it had to be for a stretch of a text, which a title hardly ever is.
 * @param length of the stretch, in UTF-16 units
 * @param shifts by how much it may be longer or shorter if it was counted otherwise
 */
export const couldBe = ({ words, isCut }: MaybeQuote, length: number, shifts: number): boolean =>
  isCut ? words.length <= length + shifts : Math.abs(words.length - length) <= shifts + SPACES;

/**
 * Finds the words of a quotation near a place, white space aside.
 * @param text in which to look
 * @param at where they should begin, in UTF-16 units
 * @param reach how far away they may be, in units
 * @returns where they are, of two the nearer; null where they are nowhere near
 */
export function findNear(
  text: string,
  { words }: MaybeQuote,
  at: number,
  reach: number,
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, at - reach);
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+'), 'gu');
  let best: { start: number; end: number } | null = null;
  for (const { 0: found, index } of text.slice(from, at + reach + words.length * 2).matchAll(pattern)) {
    const start = from + index;
    if (Math.abs(start - at) > reach) continue;
    if (best === null || Math.abs(start - at) < Math.abs(best.start - at))
      best = { start, end: start + found.length };
  }
  return best;
}
