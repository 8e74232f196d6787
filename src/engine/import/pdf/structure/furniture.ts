import { countWhile } from '../../../../text/ascending.ts';
import type { RawLine, RawPage } from '../raw.ts';
import type { Placed, PlacedPage } from './place.ts';

/** Running heads and feet stand in the outer parts of a page: this share of its height at either end. */
const ZONE = 0.15;

/** Lines that differ by less, in points, stand at the same place. */
const SAME_PLACE = 4;

/** On so many pages close to each other a line has to come again, where there are so many pages. */
const TIMES = 3;

/** Pages that are close to each other: a head may be that of a short chapter, and only on pages of the right hand. */
const NEAR = 6;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const own = ROMAN[text.charAt(at)] ?? 0;
    value += own < (ROMAN[text.charAt(at + 1)] ?? 0) ? -own : own;
  }
  return value;
}

const NUMBER = /(?<!\p{L})\d{1,6}|\b[ivxlcdm]{1,7}\b/gu;

/**
 * What a line says, with each number either as it is or as what it exceeds the page's by: “Page 3 of 12” comes again as
 * “Page 4 of 12”, a chapter's number does not count on from page to page. No more than two numbers are tried.
 */
function saysOn(text: string, page: number): string[] {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  let says = [''];
  let from = 0;
  let tried = 0;
  for (const { 0: number, index } of lower.matchAll(NUMBER)) {
    if (tried++ === 2) break;
    const value = /\d/.test(number) ? Number(number) : romanValue(number);
    const before = lower.slice(from, index);
    says = says.flatMap((said) => [`${said}${before}${number}`, `${said}${before}\0${value - page}`]);
    from = index + number.length;
  }
  return says.map((said) => said + lower.slice(from));
}

interface Edge {
  readonly side: 'head' | 'foot';
  /** How far from the page's edge, in points. */
  readonly away: number;
  readonly placed: Placed;
}

/** The lines near the upper and lower edge of a page, from the edge inwards. */
function edgesOf({ upright }: PlacedPage, height: number): Edge[] {
  const edges: Edge[] = [];
  for (const placed of upright) {
    if (placed.base < height * ZONE) edges.push({ side: 'head', away: placed.base, placed });
    else if (placed.base > height * (1 - ZONE))
      edges.push({ side: 'foot', away: height - placed.base, placed });
  }
  return edges.sort((a, b) => a.away - b.away);
}

const place = ({ side, away }: Edge): number =>
  (side === 'head' ? 1 : -1) * (1 + Math.round(away / SAME_PLACE));

/** How often, and where, each line comes: the pages (by index, ascending) by place and words. */
class Comings {
  readonly #pages = new Map<string, number[]>();

  note(edge: Edge, page: number): void {
    for (const said of saysOn(edge.placed.line.text, page)) {
      const key = `${place(edge)} ${said}`;
      const list = this.#pages.get(key);
      if (list === undefined) this.#pages.set(key, [page]);
      else if (list.at(-1) !== page) list.push(page);
    }
  }

  comesAgain(edge: Edge, page: number, times: number): boolean {
    const at = place(edge);
    return saysOn(edge.placed.line.text, page).some((said) => {
      const near = new Set<number>();
      for (const spot of [at - 1, at, at + 1]) {
        const pages = this.#pages.get(`${spot} ${said}`) ?? [];
        let index = countWhile(pages.length, (before) => (pages[before] ?? 0) < page - NEAR);
        for (; (pages[index] ?? Number.POSITIVE_INFINITY) <= page + NEAR; index++)
          near.add(pages[index] ?? page);
      }
      return near.size >= times;
    });
  }
}

/** What stands at a place of the pages. */
interface Place {
  lines: number;
  again: number;
  /** Sizes, rounded, of the type of what comes again there. */
  readonly sizes: Set<number>;
}

/** From so many pages on, and in this share of them, a place is one of running heads or feet whatever they say. */
const SURE_PAGES = 6;
const SURE_SHARE = 0.7;

/**
 * The places of furniture. What comes again is furniture only on at least half of the pages that have a line there: where text
 * begins on every page, a heading that happens to stand there on several is a heading. Where nearly all is furniture, the
 * head of a chapter of one page is, too.
 */
class Places {
  readonly #places = new Map<number, Place>();

  constructor(pages: readonly (readonly Edge[])[], comesAgain: (edge: Edge, page: number) => boolean) {
    for (const [page, edges] of pages.entries()) {
      const seen = new Map<number, boolean>();
      for (const edge of edges) {
        const at = place(edge);
        const comes = comesAgain(edge, page);
        const own = this.#places.get(at) ?? { lines: 0, again: 0, sizes: new Set() };
        this.#places.set(at, own);
        if (!seen.has(at)) own.lines++;
        if (comes && seen.get(at) !== true) own.again++;
        if (comes) own.sizes.add(Math.round(edge.placed.line.size * 2));
        seen.set(at, comes || seen.get(at) === true);
      }
    }
  }

  allows(edge: Edge): boolean {
    const own = this.#places.get(place(edge));
    return own !== undefined && own.again * 2 >= own.lines;
  }

  isSure(edge: Edge): boolean {
    const own = this.#places.get(place(edge));
    if (own === undefined || own.lines < SURE_PAGES || own.again < own.lines * SURE_SHARE) return false;
    return own.sizes.has(Math.round(edge.placed.line.size * 2));
  }
}

/** What tells furniture. */
interface Signs {
  readonly isFurniture: (edge: Edge) => boolean;
  /** Whether a line says what the page's label is, which alone at its height is furniture too. */
  readonly isLabel: (edge: Edge) => boolean;
}

/** The lines from an edge inwards, up to the first height at which nothing is furniture. */
function outermost(edges: readonly Edge[], { isFurniture, isLabel }: Signs): RawLine[] {
  const found: RawLine[] = [];
  for (let from = 0; from < edges.length; ) {
    let to = from;
    while ((edges[to]?.away ?? Number.POSITIVE_INFINITY) <= (edges[from]?.away ?? 0) + 2) to++;
    const level = edges.slice(from, to);
    const isAlone = level.every((edge) => isFurniture(edge) || isLabel(edge));
    const own = isAlone ? level : level.filter(isFurniture);
    if (own.length === 0) break;
    found.push(...own.map(({ placed }) => placed.line));
    from = to;
  }
  return found;
}

/**
 * What stands on pages for the pages' sake: what the file says is such, lines near the upper or lower edge that come again
 * at the same place on several pages, and there the page's own label. Only the outermost lines of a page can be furniture.
 * @param placed the same pages, placed
 */
export function findFurniture(pages: readonly RawPage[], placed: readonly PlacedPage[]): Set<RawLine> {
  const furniture = new Set<RawLine>();
  const comings = new Comings();
  const times = Math.max(2, Math.min(TIMES, pages.length));
  // Numbered headings at the head of every page come again as page numbers do; where the file says what they are, it knows.
  const isHeading = (line: RawLine) => /^H[1-6]?$/.test(line.tag ?? '');
  const isTagged = (line: RawLine) => line.tag === 'Artifact';
  for (const { lines } of pages) for (const line of lines) if (isTagged(line)) furniture.add(line);
  const edges = placed.map((page, index) => edgesOf(page, pages[index]?.height ?? 0));
  for (const [page, list] of edges.entries()) for (const edge of list) comings.note(edge, page);
  const comesAgain = (edge: Edge, page: number) => comings.comesAgain(edge, page, times);
  const places = new Places(edges, comesAgain);
  for (const [page, list] of edges.entries()) {
    const label = pages[page]?.label.toLowerCase();
    const isFurniture = (edge: Edge) =>
      isTagged(edge.placed.line) ||
      (!isHeading(edge.placed.line) &&
        (places.isSure(edge) || (places.allows(edge) && comesAgain(edge, page))));
    const isLabel = (edge: Edge) => edge.placed.line.text.toLowerCase() === label;
    for (const side of ['head', 'foot'] as const) {
      const own = list.filter((edge) => edge.side === side);
      for (const line of outermost(own, { isFurniture, isLabel })) furniture.add(line);
    }
  }
  return furniture;
}
