import type { RawLine, RawPage } from '../raw.ts';

/** A line as it lies for somebody who reads along it: turned text is turned back, so that every line runs rightwards. */
export interface Placed {
  readonly line: RawLine;
  readonly left: number;
  readonly right: number;
  /** How far down its baseline lies. */
  readonly base: number;
}

/** A page's lines in the direction that most of its letters run in, and the rest, in the order in which the file draws them. */
export interface PlacedPage {
  readonly upright: readonly Placed[];
  readonly turned: readonly Placed[];
}

/** Lines that differ by less, in degrees, run in one direction: scans are never quite straight. */
const SAME_TURN = 10;

const turnBetween = (a: number, b: number): number => {
  const between = Math.abs(a - b) % 360;
  return Math.min(between, 360 - between);
};

function placeLine(line: RawLine, angle: number): Placed {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const edge of line.edges) {
    if (edge < from) from = edge;
    if (edge > to) to = edge;
  }
  const turn = (angle * Math.PI) / 180;
  const along = angle === 0 ? line.x : line.x * Math.cos(turn) + line.y * Math.sin(turn);
  const base = angle === 0 ? line.y : line.y * Math.cos(turn) - line.x * Math.sin(turn);
  return { line, left: along + Math.min(from, to), right: along + Math.max(from, to), base };
}

/** The direction of most letters, in degrees; 0 on a page without any. */
function mainAngle(lines: readonly RawLine[]): number {
  const letters = new Map<number, number>();
  for (const { angle, text } of lines) {
    const quarter = (Math.round(angle / 90) * 90) % 360;
    letters.set(quarter, (letters.get(quarter) ?? 0) + text.length);
  }
  let best = 0;
  for (const [angle, count] of letters) if (count > (letters.get(best) ?? 0)) best = angle;
  return best;
}

/** Takes a page's raw lines; those without text are left out. */
export function placePage({ lines }: Pick<RawPage, 'lines'>): PlacedPage {
  const main = mainAngle(lines);
  const upright: Placed[] = [];
  const turned: Placed[] = [];
  for (const line of lines) {
    if (line.text === '') continue;
    const isTurned = turnBetween(line.angle, main) > SAME_TURN;
    const quarter = (Math.round(line.angle / 90) * 90) % 360;
    (isTurned ? turned : upright).push(placeLine(line, isTurned ? quarter : main));
  }
  return { upright, turned };
}
