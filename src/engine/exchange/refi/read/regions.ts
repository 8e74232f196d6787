import type { PageFacts } from '../../../../text/pages.ts';
import type { ExchangedPlace } from '../../model.ts';
import type { XmlElement } from '../../xml/elements.ts';
import type { Work } from './work.ts';

/** Programs that number pages from 0; of others the file tells, which has a page 0 only then. */
const FROM_ZERO = ['atlas', 'maxqda', 'qualcoder', 'colligo'];

/** Programs that measure from the top of the page; the standard says from its bottom (section 10.3). */
const FROM_TOP = ['qualcoder'];

const numberOf = (element: XmlElement, name: string) => Number(element.attributes.get(name) ?? Number.NaN);

/**
 * Turns parts of PDF pages into places of ours: pages from 1, points from the top left. Parts are cut at the page's edges.
 * @param pages of the document; none where it has no pages
 * @returns a place for each, null where it lies on no page
 */
export function regionsOf(
  work: Work,
  elements: readonly XmlElement[],
  pages: readonly PageFacts[],
): (ExchangedPlace | null)[] {
  const isFromZero =
    FROM_ZERO.includes(work.program) || elements.some((element) => numberOf(element, 'page') === 0);
  return elements.map((element) => {
    const page = pages[numberOf(element, 'page') - (isFromZero ? 0 : 1)];
    if (!page) return null;
    const xs = ['firstX', 'secondX'].map((name) => numberOf(element, name));
    const ys = ['firstY', 'secondY']
      .map((name) => numberOf(element, name))
      .map((y) => (FROM_TOP.includes(work.program) ? y : page.height - y));
    const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
    const x = within(Math.min(...xs), page.width);
    const y = within(Math.min(...ys), page.height);
    const width = within(Math.max(...xs), page.width) - x;
    const height = within(Math.max(...ys), page.height) - y;
    // Also where a number is missing.
    return width > 0 && height > 0 ? { page: page.number, x, y, width, height } : null;
  });
}
