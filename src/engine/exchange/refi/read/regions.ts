import type { PageFacts } from '../../../../text/pages.ts';
import type { ExchangedPlace } from '../../model.ts';
import type { XmlElement } from '../../xml/elements.ts';
import { NO_SPACES, type PageSpaces, type Point, plainSpace } from '../page-spaces.ts';
import type { Work } from './work.ts';

/** Programs that number pages from 0; of others the file tells, which has a page 0 only then. */
const FROM_ZERO = ['atlas', 'maxqda', 'qualcoder', 'colligo'];

/** Programs that measure from the top of the page; the standard says from its bottom (section 10.3). */
const FROM_TOP = ['qualcoder'];

const numberOf = (element: XmlElement, name: string) => Number(element.attributes.get(name) ?? Number.NaN);

interface Region {
  /** From 1. */
  readonly page: number;
  readonly corners: readonly [Point, Point];
}

/** @returns the numbers, from 1, of the pages that parts lie on, as the file states them */
export function pagesOf(work: Work, elements: readonly XmlElement[]): number[] {
  const isFromZero =
    FROM_ZERO.includes(work.program) || elements.some((element) => numberOf(element, 'page') === 0);
  return elements.map((element) => numberOf(element, 'page') + (isFromZero ? 1 : 0));
}

/**
 * Turns parts of PDF pages into places of ours: pages from 1, points from the top left of the page as it is shown. Parts are cut
 * at the page's edges.
 * @param pages of the document; none where it has no pages
 * @param spaces of those pages that are cropped, turned or scaled
 * @returns a place for each, null where it lies on no page
 */
export function regionsOf(
  work: Work,
  elements: readonly XmlElement[],
  pages: readonly PageFacts[],
  spaces: PageSpaces = NO_SPACES,
): (ExchangedPlace | null)[] {
  const numbers = pagesOf(work, elements);
  const regions = elements.map((element, at): Region => {
    const point = (which: string) => ({
      x: numberOf(element, `${which}X`),
      y: numberOf(element, `${which}Y`),
    });
    return { page: numbers[at] ?? 0, corners: [point('first'), point('second')] };
  });
  const byTop = FROM_TOP.includes(work.program);
  const own = regions.map((region) => (byTop ? region : shownBy(region, pages, spaces)));
  // Some programs measure on the page as they show it, which is seen where that alone lies on the pages.
  const shown = byTop ? own : regions.map((region) => shownBy(region, pages, NO_SPACES));
  const isShown = spaces.size > 0 && lost(own, pages) > 0 && lost(shown, pages) === 0;
  if (isShown)
    work.say(
      'mended',
      'Parts of pages are measured on pages as they are shown, not as they lie in the PDF.',
      '',
    );
  return (isShown ? shown : own).map((region) => placeOf(region, pages));
}

function shownBy({ page, corners }: Region, pages: readonly PageFacts[], spaces: PageSpaces): Region {
  const { toShown } = spaces.get(page) ?? plainSpace(pages[page - 1]?.height ?? 0);
  return { page, corners: [toShown(corners[0]), toShown(corners[1])] };
}

/** @returns how many have their middle outside of their page */
const lost = (regions: readonly Region[], pages: readonly PageFacts[]): number =>
  regions.filter(({ page: number, corners: [one, other] }) => {
    const page = pages[number - 1];
    const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
    return page && !(x >= 0 && y >= 0 && x <= page.width && y <= page.height);
  }).length;

function placeOf({ page: number, corners }: Region, pages: readonly PageFacts[]): ExchangedPlace | null {
  const page = pages[number - 1];
  if (!page) return null;
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const x = within(Math.min(...xs), page.width);
  const y = within(Math.min(...ys), page.height);
  const width = within(Math.max(...xs), page.width) - x;
  const height = within(Math.max(...ys), page.height) - y;
  // Also where a number is missing.
  return width > 0 && height > 0 ? { page: page.number, x, y, width, height } : null;
}
