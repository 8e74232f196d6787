/** The style that Taguette gives a document with its highlights. */
const MARKED = /\.highlight\s*\{\s*background-color:\s*#ff0\b/i;

/** @returns whether Taguette wrote a page as a document with its highlights, by how it begins */
export const isMarked = (head: string): boolean => MARKED.test(head);

/**
 * @param head how a page begins
 * @returns whether Taguette wrote it: a list of highlights, whose heading names the program in every language, or a document
 */
export const isHighlights = (head: string): boolean =>
  /<(title|h1)\b[^>]*>[^<]*\bTaguette\b/i.test(head) || isMarked(head);
