import type { GlyphRun, PageRect } from '../../../text/pages.ts';
import type { Span } from '../../../text/reading.ts';

const RADIANS = Math.PI / 180;

/** So many letters that are not covered may lie between covered ones: a highlight may miss a thin letter. */
const MISSED = 2;

/** The offsets of units whose middle lies in one of the rectangles, in order. */
function coveredUnits(runs: readonly GlyphRun[], rects: readonly PageRect[]): number[] {
  const units: number[] = [];
  for (const { start, x, y, angle, ascent, descent, edges } of runs) {
    const [cos, sin] = [Math.cos(angle * RADIANS), Math.sin(angle * RADIANS)];
    const across = (descent - ascent) / 2;
    for (let unit = 0; unit * 2 < edges.length; unit++) {
      const [from, to] = [edges[unit * 2] ?? 0, edges[unit * 2 + 1] ?? 0];
      if (from === to) continue;
      const along = (from + to) / 2;
      const px = x + along * cos - across * sin;
      const py = y + along * sin + across * cos;
      const covers = (rect: PageRect) =>
        px >= rect.x && px <= rect.x + rect.width && py >= rect.y && py <= rect.y + rect.height;
      if (rects.some(covers)) units.push(start + unit);
    }
  }
  return units.sort((a, b) => a - b);
}

/**
 * The stretches of text that lie under rectangles of their page: one for all that follows in the text, several where what is
 * covered lies apart there. White space at the ends is left out; a surrogate pair stays whole.
 * @param text the canonical text, in which the runs stand
 * @param runs the runs of the page
 * @param rects in points, as the runs
 * @returns spans in UTF-16, in order
 */
export function spansUnder(text: string, runs: readonly GlyphRun[], rects: readonly PageRect[]): Span[] {
  const spans: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const unit of coveredUnits(runs, rects)) {
    if (/\s/u.test(text.charAt(unit))) continue;
    const end = unit + String.fromCodePoint(text.codePointAt(unit) ?? 0).length;
    const missed = open ? text.slice(open.end, unit).replace(/\s+/gu, '') : '';
    if (open && missed.length <= MISSED) open.end = end;
    else {
      open = { start: unit, end };
      spans.push(open);
    }
  }
  return spans;
}
