import { countWhile } from './ascending.ts';
import type { Span } from './reading.ts';

/**
 * Pages of a text that was published as pages: where each one's text stands, and where on the page each letter does.
 * Places on a page are in points (1/72 inch) from the top left corner of the page as it is shown (its own rotation and crop
 * applied), y downwards. Offsets are UTF-16 units of the canonical text.
 */
export interface PageFacts {
  /** Physical page, from 1. */
  readonly number: number;
  /** What is printed on the page, or would be: iv, 12, A-3. The physical number where the file does not say. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /**
   * The stretch of the canonical text that stands on the page. Pages follow each other without overlapping; a paragraph
   * that goes on overleaf belongs to both, each with its own part.
   */
  readonly start: number;
  readonly end: number;
}

/** A page as an importer gives it: its facts and its packed glyphs (`packGlyphs`). */
export interface PageReading extends PageFacts {
  readonly glyphs: Uint8Array;
}

/** A rectangle on a page, in points from its top left corner. */
export interface PageRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Letters that stand on one line in one direction; one stretch of the canonical text. */
export interface GlyphRun {
  /** Offset of its first unit. */
  readonly start: number;
  /** Where the line begins on its baseline, in points. */
  readonly x: number;
  readonly y: number;
  /** Direction of the line in degrees, clockwise from rightwards, 0 to 360; 0 for nearly all text. */
  readonly angle: number;
  /** How far letters reach above and below the baseline, in points. */
  readonly ascent: number;
  readonly descent: number;
  /**
   * For each UTF-16 unit where it begins and ends along the line, in points from (x, y): [from, to, from, to …].
   * The second unit of a surrogate pair, and what has no width, has from = to. Written from the right, they fall.
   */
  readonly edges: Float32Array;
}

/** The number of UTF-16 units of a run. */
export const unitsOf = (run: GlyphRun): number => run.edges.length / 2;

/** The page (by index) that an offset stands on, or -1 before the first page's text. Takes pages in order. */
export const pageIndexAt = (pages: readonly Pick<PageFacts, 'start'>[], offset: number): number =>
  countWhile(pages.length, (index) => (pages[index]?.start ?? 0) <= offset) - 1;

/** The box of a stretch of a line, from and to along it in points, as an upright rectangle on the page. */
function boxOn({ x, y, angle, ascent, descent }: GlyphRun, from: number, to: number): PageRect {
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  if (angle === 0) return { x: x + left, y: y - ascent, width: right - left, height: ascent + descent };
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners = [left, right].flatMap((along) =>
    [-ascent, descent].map(
      (across) => [x + along * cos - across * sin, y + along * sin + across * cos] as const,
    ),
  );
  const xs = corners.map(([at]) => at);
  const ys = corners.map(([, at]) => at);
  const rect = { x: Math.min(...xs), y: Math.min(...ys) };
  return { ...rect, width: Math.max(...xs) - rect.x, height: Math.max(...ys) - rect.y };
}

/** The whole of a run as an upright rectangle, in points. */
export function boxOfRun(run: GlyphRun): PageRect {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const edge of run.edges) {
    if (edge < from) from = edge;
    if (edge > to) to = edge;
  }
  return boxOn(run, run.edges.length === 0 ? 0 : from, run.edges.length === 0 ? 0 : to);
}

/**
 * The rectangles that cover exactly the letters of a span, one a run, in reading order. White space at the ends of a part
 * counts for nothing, and what has no width gives none.
 * @param runs of one page, in order of `start`
 * @param span in UTF-16
 */
export function rectsOfSpan(runs: readonly GlyphRun[], span: Span): PageRect[] {
  const rects: PageRect[] = [];
  let at = countWhile(runs.length, (index) => {
    const run = runs[index];
    return run !== undefined && run.start + unitsOf(run) <= span.start;
  });
  for (; at < runs.length; at++) {
    const run = runs[at];
    if (run === undefined || run.start >= span.end) break;
    const first = Math.max(0, span.start - run.start);
    const last = Math.min(unitsOf(run), span.end - run.start);
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (let unit = first; unit < last; unit++) {
      const a = run.edges[unit * 2] ?? 0;
      const b = run.edges[unit * 2 + 1] ?? 0;
      if (a === b) continue;
      from = Math.min(from, a, b);
      to = Math.max(to, a, b);
    }
    if (to > from) rects.push(boxOn(run, from, to));
  }
  return rects;
}

/** A place along a line and how far off it, in points, of a point on the page. */
function onRun({ x, y, angle, ascent, descent }: GlyphRun, px: number, py: number) {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (px - x) * cos + (py - y) * sin;
  const across = (py - y) * cos - (px - x) * sin;
  return { along, off: across < -ascent ? -ascent - across : across > descent ? across - descent : 0 };
}

/**
 * The offset (UTF-16) nearest to a point of a page: between the letters that it is nearest to, on the line that it is on or
 * nearest to. Beside a line counts less than above or below it, so that a point in the gutter finds its own column's line.
 * @returns null on a page without text
 */
export function offsetAtPoint(runs: readonly GlyphRun[], px: number, py: number): number | null {
  let best: { run: GlyphRun; along: number; cost: number } | null = null;
  for (const run of runs) {
    const units = unitsOf(run);
    if (units === 0) continue;
    const { along, off } = onRun(run, px, py);
    const a = run.edges[0] ?? 0;
    const b = run.edges[units * 2 - 1] ?? 0;
    const beside = Math.max(Math.min(a, b) - along, along - Math.max(a, b), 0);
    const cost = off * 4 + beside;
    if (best === null || cost < best.cost) best = { run, along, cost };
  }
  if (best === null) return null;
  const { run, along } = best;
  let nearest = run.start;
  let distance = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < run.edges.length; edge++) {
    const away = Math.abs((run.edges[edge] ?? 0) - along);
    // The end of one unit is the start of the next; of two as near the later offset stands before the letter pointed at.
    if (away < distance) {
      distance = away;
      nearest = run.start + Math.ceil(edge / 2);
    }
  }
  return nearest;
}
