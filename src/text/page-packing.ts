import type { PageFacts } from './pages.ts';

/**
 * The pages of a document as one string, for their way to the page: a book has thousands, and a string crosses at once what
 * objects cross one by one. JSON, an array a page: label, width, height, start, end; the number is the place in the list.
 */
export const packPages = (pages: readonly PageFacts[]): string =>
  JSON.stringify(pages.map(({ label, width, height, start, end }) => [label, width, height, start, end]));

/** Undoes `packPages`. */
export const unpackPages = (packed: string): PageFacts[] =>
  (JSON.parse(packed) as [string, number, number, number, number][]).map(
    ([label, width, height, start, end], index) => ({ number: index + 1, label, width, height, start, end }),
  );
