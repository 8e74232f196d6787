import type { Glyph } from './walk.ts';

/** A glyph on a line: from and to along it, and how far below the baseline of the line's first glyph it stands, in points. */
export interface Placed {
  readonly glyph: Glyph;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly drop: number;
}

/** Where a glyph stands from another one's point of view: along its line, and below it, in points. */
export function seenFrom({ x, y, dx, dy }: Glyph, glyph: Glyph): { along: number; below: number } {
  const [px, py] = [glyph.x - x, glyph.y - y];
  return { along: px * dx + py * dy, below: py * dx - px * dy };
}

/** Whether two glyphs are written in the same direction, to a quarter of a degree. */
export const sameWay = (a: Glyph, b: Glyph): boolean => a.dx * b.dx + a.dy * b.dy > 0.99999;

/** Angle of a glyph's direction, clockwise from rightwards, in degrees from 0 to 360, to a hundredth. */
export function angleOf({ dx, dy }: Glyph): number {
  const rounded = Math.round((Math.atan2(dy, dx) * 18_000) / Math.PI) / 100;
  return rounded < 0 ? rounded + 360 : Math.abs(rounded);
}
