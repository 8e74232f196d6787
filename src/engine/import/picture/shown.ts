import type { PageRect } from '../../../text/pages.ts';
import type { PictureFacts } from './header.ts';
import type { Orientation } from './orientation.ts';

/**
 * Places on a picture. Colligo counts them as the picture is shown, upright, which is what a person marks; files of other
 * programs count its pixels as they are stored. Both in pixels from the top left corner, y downwards.
 */

/** The orientation that takes back what another does: all of them are their own but for the two quarter turns. */
const BACK: Readonly<Record<Orientation, Orientation>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 };

interface Size {
  readonly width: number;
  readonly height: number;
}

const isTurned = (orientation: Orientation) => orientation >= 5;

/** @returns the size of a picture as it is shown */
export const shownSize = ({ width, height, orientation }: Omit<PictureFacts, 'mediaType'>): Size =>
  isTurned(orientation) ? { width: height, height: width } : { width, height };

function turned(rect: PageRect, { width: w, height: h }: Size, orientation: Orientation): PageRect {
  const { x, y, width, height } = rect;
  const across = { x: w - x - width, y: h - y - height };
  const place = {
    1: { x, y },
    2: { x: across.x, y },
    3: { x: across.x, y: across.y },
    4: { x, y: across.y },
    5: { x: y, y: x },
    6: { x: across.y, y: x },
    7: { x: across.y, y: across.x },
    8: { x: y, y: across.x },
  }[orientation];
  return isTurned(orientation) ? { ...place, width: height, height: width } : { ...place, width, height };
}

/** @returns a part of the stored pixels where it is shown */
export const toShown = (facts: PictureFacts, stored: PageRect): PageRect =>
  turned(stored, facts, facts.orientation);

/** @returns a part of the picture as it is shown, in its stored pixels */
export const toStored = (facts: PictureFacts, shown: PageRect): PageRect =>
  turned(shown, shownSize(facts), BACK[facts.orientation]);

/**
 * @returns what turns stored pixels to where they are shown, as a canvas takes it: x goes to ax + cy + e, y to bx + dy + f
 */
export function turnOf({
  width,
  height,
  orientation,
}: Omit<PictureFacts, 'mediaType'>): readonly [number, number, number, number, number, number] {
  const turns = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  } as const;
  return turns[orientation];
}
