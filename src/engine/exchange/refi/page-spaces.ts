import { isMistake, openPdf } from '../../import/pdf/open.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The way between a page as it is shown, in points from its top left, and its own coordinates, in which PDFSelections are
 * (REFI-QDA 1.5, section 10.3): from the bottom left of the media box, whatever part of it is shown and however it is turned.
 */
export interface PageSpace {
  readonly toShown: (own: Point) => Point;
  readonly toOwn: (shown: Point) => Point;
}

/** The spaces of pages by their numbers, from 1. */
export type PageSpaces = ReadonlyMap<number, PageSpace>;

export const NO_SPACES: PageSpaces = new Map();

/**
 * Reads how pages of a PDF are cropped, turned and scaled. Coordinates of a PDF count from its media box where that begins at 0,
 * as all but odd files have it; where it begins elsewhere, they count from that 0.
 * @param numbers of pages, from 1; those that are not in the file are passed over
 * @returns the pages among them that are shown otherwise than they lie in the file; none for a file that can't be read
 */
export async function pageSpaces(bytes: Uint8Array, numbers: Iterable<number>): Promise<PageSpaces> {
  const spaces = new Map<number, PageSpace>();
  try {
    const pdf = await openPdf(new Uint8Array(bytes));
    try {
      for (const number of new Set(numbers)) {
        if (!Number.isInteger(number) || number < 1 || number > pdf.numPages) continue;
        const page = await pdf.getPage(number);
        const [left = 0, bottom = 0] = page.view as readonly number[];
        const isPlain = left === 0 && bottom === 0 && page.rotate === 0 && page.userUnit === 1;
        if (!isPlain) spaces.set(number, spaceOf(page.getViewport({ scale: 1 }).transform as number[]));
        page.cleanup();
      }
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    // What cannot be opened was said where it is read; pdf.js gives errors of files names of its own.
    if (isMistake(error)) throw error;
  }
  return spaces;
}

/** @param transform from the page's own coordinates to those in which it is shown */
function spaceOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): PageSpace {
  const determinant = a * d - b * c;
  return {
    toShown: ({ x, y }) => ({ x: a * x + c * y + e, y: b * x + d * y + f }),
    toOwn: ({ x, y }) => ({
      x: (d * (x - e) - c * (y - f)) / determinant,
      y: (a * (y - f) - b * (x - e)) / determinant,
    }),
  };
}

/** @returns the space of a page that is shown as it lies in the file */
export const plainSpace = (height: number): PageSpace => ({
  toShown: ({ x, y }) => ({ x, y: height - y }),
  toOwn: ({ x, y }) => ({ x, y: height - y }),
});
