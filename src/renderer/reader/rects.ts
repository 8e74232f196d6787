/** A rectangle in px from the top left corner of what it lies in. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlaps = (a: Rect, b: Rect) =>
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > Math.min(a.height, b.height) / 2;

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/**
 * Joins what a Range's client rectangles say about one stretch of text into one rectangle per line and run: several
 * text nodes on a line, and the boxes of elements that lie wholly inside, come as rectangles of their own.
 * @param gap how far apart, in px, two on a line may be and still be joined; further apart is text in two directions
 * @returns by line from the top, within a line from the left; nothing without width
 */
export function mergeRects(rects: readonly Rect[], gap = 1): Rect[] {
  const lines: Rect[][] = [];
  for (const rect of [...rects].sort((a, b) => a.y - b.y)) {
    if (rect.width < 0.5 || rect.height < 0.5) continue;
    const line = lines.find((others) => others.some((other) => overlaps(other, rect)));
    if (line) line.push(rect);
    else lines.push([rect]);
  }
  return lines.flatMap((line) => {
    const runs: Rect[] = [];
    for (const rect of line.sort((a, b) => a.x - b.x)) {
      const last = runs.at(-1);
      if (last !== undefined && rect.x <= last.x + last.width + gap)
        runs[runs.length - 1] = union(last, rect);
      else runs.push(rect);
    }
    return runs;
  });
}

/** Grows a rectangle by so many px at the top and bottom, to cover the line rather than the letters. */
export function pad(rect: Rect, top: number, bottom: number): Rect {
  return { ...rect, y: rect.y - top, height: rect.height + top + bottom };
}

/** The smallest rectangle round all; null for none. */
export function bounds(rects: readonly Rect[]): Rect | null {
  return rects.length === 0 ? null : rects.reduce(union);
}
