import type { Rect } from './rects.ts';

type Point = readonly [x: number, y: number];

/** Groups line rectangles, from the top, into shapes: a line belongs to the one above if they touch and share a column. */
function shapes(rects: readonly Rect[]): Rect[][] {
  const groups: Rect[][] = [];
  for (const rect of rects) {
    const touching = groups.find((group) => {
      const last = group.at(-1);
      if (last === undefined) return false;
      const below = rect.y > last.y && rect.y <= last.y + last.height + 1;
      return below && rect.x < last.x + last.width && last.x < rect.x + rect.width;
    });
    if (touching) touching.push(rect);
    else groups.push([rect]);
  }
  return groups;
}

/** The corners of a shape clockwise; between two lines the step lies halfway through their overlap. */
function corners(lines: readonly Rect[]): Point[] {
  const ends: Point[] = [];
  const starts: Point[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const below = lines[index + 1];
    const top = above ? (above.y + above.height + line.y) / 2 : line.y;
    const bottom = below ? (line.y + line.height + below.y) / 2 : line.y + line.height;
    ends.push([line.x + line.width, top], [line.x + line.width, bottom]);
    starts.push([line.x, top], [line.x, bottom]);
  }
  return [...ends, ...starts.reverse()];
}

/** Drops corners that turn nothing: doubled ones and those on a straight edge. */
function turning(points: readonly Point[]): Point[] {
  const same = (a: number, b: number) => Math.abs(a - b) < 0.5;
  const distinct = points.filter((point, index) => {
    const before = points.at(index - 1) ?? point;
    return !(same(before[0], point[0]) && same(before[1], point[1]));
  });
  return distinct.filter((point, index) => {
    const before = distinct.at(index - 1) ?? point;
    const after = distinct[(index + 1) % distinct.length] ?? point;
    const upright = same(before[0], point[0]) && same(point[0], after[0]);
    return !upright && !(same(before[1], point[1]) && same(point[1], after[1]));
  });
}

/** One shape as SVG path data with softened corners. */
function path(points: readonly Point[], radius: number): string {
  const toward = ([x, y]: Point, [tx, ty]: Point): Point => {
    const length = Math.hypot(tx - x, ty - y) || 1;
    const step = Math.min(radius, length / 2) / length;
    return [x + (tx - x) * step, y + (ty - y) * step];
  };
  const write = ([x, y]: Point) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
  const parts = points.map((point, index) => {
    const before = toward(point, points.at(index - 1) ?? point);
    const after = toward(point, points[(index + 1) % points.length] ?? point);
    return `${index === 0 ? 'M' : 'L'}${write(before)}Q${write(point)} ${write(after)}`;
  });
  return `${parts.join('')}Z`;
}

/**
 * One line round all the lines of a passage, as SVG path data.
 * @param rects one per line and run, from the top, in px
 * @param radius of the corners, in px
 */
export function outlinePath(rects: readonly Rect[], radius: number): string {
  return shapes(rects)
    .map((lines) => path(turning(corners(lines)), radius))
    .join('');
}
