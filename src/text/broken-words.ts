/**
 * Words that a printed line broke in two: a letter, a hyphen, a line end and a letter. Canonical texts of pages keep hyphen and
 * line end as they are printed; whether the hyphen belongs to the word (long-term) or to the line (star-tups) is for the
 * reader of the text to say. Letters with more than nine marks on them are not looked for, which keeps the search linear. Everything is UTF-16.
 */

/** A hyphen and the line end behind it, between letters or figures; a soft hyphen is one that never belongs to the word. */
export const LINE_BREAKS = /(?<=[\p{L}\p{N}]\p{M}{0,9})[-\u00ad\u2010]\n(?=[\p{L}\p{N}])/gu;

/** Such a break that the word may have come to without a hyphen of its own: between a letter and a small letter. */
export const WORD_BREAKS = /(?<=\p{L}\p{M}{0,9})[-\u00ad\u2010]\n(?=\p{Ll})/gu;

/** A text with its broken words made whole, without hyphens; null where it holds none. Offsets do not hold for it. */
export function joinBrokenWords(text: string): string | null {
  if (!text.includes('\n')) return null;
  const joined = text.replace(WORD_BREAKS, '');
  return joined.length === text.length ? null : joined;
}
