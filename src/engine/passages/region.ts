import type { Region } from '../../contract/common.ts';
import type { PageFacts } from '../../text/pages.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import type { Sql } from '../store/sql.ts';
import { pagesKept, withoutPages } from './pages.ts';

/** A part of a page as an anchor holds it: two corners, in points from the page's top left; all null for words. */
export interface Box {
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

/** Two parts whose corners lie no further apart than this, in points, are one: no hand draws that exactly. */
export const NEAR = 0.05;

/** The least side of a part of a page, in points: about a third of a line of small print. */
const LEAST_SIDE = 4;

/** Places on pages are kept in hundredths of a point, far below what can be seen. */
const round = (points: number): number => Math.round(points * 100) / 100;

/** @returns the part of a page that an anchor holds, or null where it holds words */
export function regionOf({ page, x0, y0, x1, y1 }: Box): Region | null {
  if (page === null || x0 === null || y0 === null || x1 === null || y1 === null) return null;
  return { page, x: x0, y: y0, width: round(x1 - x0), height: round(y1 - y0) };
}

/** @returns the corners of a part of a page, in points */
export const boxOf = ({ page, x, y, width, height }: Region) => ({
  page,
  x0: x,
  y0: y,
  x1: round(x + width),
  y1: round(y + height),
});

/**
 * @param key readings.key of the version that the region is on
 * @returns the region in hundredths of a point and its page; what reaches over the edge by a hair ends at the edge
 * @throws ColligoError REFUSED for a text without pages, a page that is not there, a part that lies outside its page, or one
 * with a side under 4 points
 */
export function checkedRegion(db: Sql, key: number, region: Region): { region: Region; page: PageFacts } {
  const pages = pagesKept(db, key);
  if (pages.length === 0) throw withoutPages();
  const page = pages[region.page - 1];
  if (!page) {
    throw refused(
      `There is no page ${region.page}: the document has ${counted(pages.length, 'page')}.`,
      'Choose one of its pages, counted from 1.',
    );
  }
  const [x0, y0] = [round(region.x), round(region.y)];
  const [x1, y1] = [round(region.x + region.width), round(region.y + region.height)];
  if (x0 < -NEAR || y0 < -NEAR || x1 > page.width + NEAR || y1 > page.height + NEAR) {
    throw refused(
      `That part reaches beyond the edge of page ${page.label}, which is ${round(page.width)} by ${round(page.height)} points.`,
      'Draw it within the page.',
    );
  }
  const [x, y] = [Math.max(x0, 0), Math.max(y0, 0)];
  const width = round(Math.min(x1, page.width) - x);
  const height = round(Math.min(y1, page.height) - y);
  if (width < LEAST_SIDE || height < LEAST_SIDE) {
    throw refused(
      `That part is too small: each side has to measure at least ${LEAST_SIDE} points.`,
      'Draw a larger one.',
    );
  }
  return { region: { page: page.number, x, y, width, height }, page };
}

const refused = (message: string, remedy: string): ColligoError =>
  new ColligoError('REFUSED', message, { safe: 'Nothing was changed.', remedy });
