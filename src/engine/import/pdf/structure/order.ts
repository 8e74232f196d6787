import { countWhile } from '../../../../text/ascending.ts';
import type { Placed } from './place.ts';

/** A stretch of a page whose lines stand below each other: a column, or what goes across columns. In points. */
export interface Column {
  /** Where the leftmost line begins, where most lines do, and where the longest end. */
  readonly start: number;
  readonly left: number;
  readonly right: number;
}

/** A line with the column that it stands in. */
export interface Ordered extends Placed {
  readonly column: Column;
}

/** The most gutters in a row of columns, so that a page of single letters costs no more than a page of words. */
const DEEPEST = 4;

interface Gutter {
  readonly at: number;
}

/** Of as many lines as a page may have, which are too many for the arguments of one call. */
const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * A white strip that parts most lines of a stretch into left and right: at least as wide as a letter, both sides wide enough
 * for text and with lines beside each other. Lines that go across it (headings, figures) may not be many.
 */
function gutterOf(lines: readonly Placed[]): Gutter | null {
  if (lines.length < 8) return null;
  const size = median(lines.map(({ line }) => line.size));
  const left = least(lines.map((line) => line.left));
  const right = most(lines.map((line) => line.right));
  const cells = Math.min(Math.ceil(right - left), 4096);
  if (!(cells > size * 16)) return null;
  const scale = cells / (right - left);
  const steps = new Int32Array(cells + 2);
  for (const line of lines) {
    const from = Math.floor((line.left - left) * scale);
    const to = Math.max(from, Math.ceil((line.right - left) * scale) - 1);
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to + 1] = (steps[to + 1] ?? 0) - 1;
  }
  const covered: number[] = [];
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) {
    sum += steps[cell] ?? 0;
    covered.push(sum);
  }
  const [first, last] = [Math.floor(cells * 0.15), Math.ceil(cells * 0.85)];
  const fewest = least(covered.slice(first, last));
  if (fewest > lines.length * 0.4) return null;
  let best = { from: 0, to: 0 };
  for (let from = first; from < last; from++) {
    if (covered[from] !== fewest) continue;
    let to = from;
    while (to < last && covered[to] === fewest) to++;
    if (to - from > best.to - best.from) best = { from, to };
    from = to;
  }
  if ((best.to - best.from) / scale < size * 0.7) return null;
  const at = left + (best.from + best.to) / 2 / scale;
  const before = lines.filter((line) => line.right <= at);
  const behind = lines.filter((line) => line.left >= at);
  return isColumn(before, size) && isColumn(behind, size) && areBeside(before, behind, size) ? { at } : null;
}

const extent = (lines: readonly Placed[]): number =>
  most(lines.map(({ right }) => right)) - least(lines.map(({ left }) => left));

const isColumn = (lines: readonly Placed[], size: number): boolean =>
  lines.length >= 3 && extent(lines) >= size * 8;

function areBeside(before: readonly Placed[], behind: readonly Placed[], size: number): boolean {
  const top = most([before, behind].map((side) => least(side.map(({ base }) => base))));
  const foot = least([before, behind].map((side) => most(side.map(({ base }) => base))));
  return foot - top >= size * 2;
}

/** Lines that stand below each other, and whether they go across columns. */
interface Stretch {
  readonly lines: Placed[];
  readonly isAcross: boolean;
}

/**
 * Tells the headings that end all columns although they are too short to go across: in larger type, at the left, with nothing
 * beside them on the right.
 * @param sorted from top to bottom
 */
function headingsAcross(sorted: readonly Placed[], { at }: Gutter): (line: Placed) => boolean {
  const size = median(sorted.map(({ line }) => line.size));
  const behind = sorted.filter(({ left }) => left >= at).map(({ base }) => base);
  return ({ line, right, base }) => {
    if (line.size < size * 1.12 || right > at) return false;
    const above = countWhile(behind.length, (index) => (behind[index] ?? 0) < base - line.size * 1.2);
    return (behind[above] ?? Number.POSITIVE_INFINITY) > base + size * 0.8;
  };
}

/** Cuts a stretch into columns, left before right, between what goes across them; as an XY-cut does, but only at gutters. */
function cut(lines: readonly Placed[], depth = 0): Stretch[] {
  const gutter = depth < DEEPEST ? gutterOf(lines) : null;
  if (gutter === null) return [{ lines: [...lines], isAcross: false }];
  const stretches: Stretch[] = [];
  let [before, behind, across]: [Placed[], Placed[], Placed[]] = [[], [], []];
  const close = () => {
    for (const side of [before, behind]) if (side.length > 0) stretches.push(...cut(side, depth + 1));
    [before, behind] = [[], []];
  };
  const closeAcross = () => {
    if (across.length > 0) stretches.push({ lines: across, isAcross: true });
    across = [];
  };
  const sorted = lines.toSorted((a, b) => a.base - b.base);
  const isHeading = headingsAcross(sorted, gutter);
  for (const line of sorted) {
    if ((line.left < gutter.at && line.right > gutter.at) || isHeading(line)) {
      close();
      across.push(line);
    } else {
      closeAcross();
      (line.right <= gutter.at ? before : behind).push(line);
    }
  }
  closeAcross();
  close();
  return stretches;
}

/** Whether the lines of columns look like running text: most of them fill their column, as cells of a table do not. */
const isText = (stretches: readonly Stretch[]): boolean =>
  stretches
    .filter(({ lines, isAcross }) => !isAcross && lines.length >= 5)
    .every(({ lines }) => median(lines.map(({ left, right }) => right - left)) >= extent(lines) * 0.6);

/** From top to bottom, and on one baseline from left to right. */
function sortDown(lines: readonly Placed[]): Placed[] {
  const sorted = lines.toSorted((a, b) => a.base - b.base || a.left - b.left);
  const out: Placed[] = [];
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from];
    let to = from;
    while (first && (sorted[to]?.base ?? Number.POSITIVE_INFINITY) <= first.base + first.line.size * 0.3)
      to++;
    out.push(...sorted.slice(from, Math.max(to, from + 1)).sort((a, b) => a.left - b.left));
    from = Math.max(to, from + 1);
  }
  return out;
}

/** The places of a column's edges: its left is where most of its lines begin. Headings do not keep to a column. */
function measure({ lines }: Stretch): Column {
  const size = median(lines.map(({ line }) => line.size));
  const usual = lines.filter(({ line }) => line.size <= size * 1.08);
  const starts = new Map<number, number>();
  let [left, times] = [0, 0];
  for (const line of usual) {
    const start = Math.round(line.left);
    const count = (starts.get(start) ?? 0) + 1;
    starts.set(start, count);
    if (count > times) [left, times] = [line.left, count];
  }
  const start = least(lines.map((line) => line.left));
  const ends = usual.map(({ right }) => right).sort((a, b) => b - a);
  // A line or two may stand out: an address that can't be broken, a figure's label.
  return { start, left, right: ends[Math.floor(ends.length / 12)] ?? left };
}

/** Columns of a page that lie above each other share their edges: the few lines under a last heading say little themselves. */
function measureAll(stretches: readonly Stretch[]): Column[] {
  const own = stretches.map(measure);
  const columns = own.filter((_, index) => !stretches[index]?.isAcross);
  return own.map((column, index) => {
    const stretch = stretches[index];
    if (!stretch || stretch.isAcross) return column;
    const slack = (stretch.lines[0]?.line.size ?? 10) * 3;
    // What is much wider is not the same column but text above or below all columns.
    const limit = column.left + (column.right - column.left) * 1.6;
    const akin = columns.filter(({ left, right }) => Math.abs(left - column.left) < slack && right <= limit);
    return { ...column, right: most([column.right, ...akin.map(({ right }) => right)]) };
  });
}

/** Which of the stretches each line is in. */
function numbersOf(stretches: readonly Stretch[]): Map<Placed, number> {
  const numbers = new Map<Placed, number>();
  for (const [index, stretch] of stretches.entries())
    for (const line of stretch.lines) numbers.set(line, index);
  return numbers;
}

/** How often the order in which lines are drawn goes from one stretch to another, and how often it climbs within one. */
function wander(
  lines: readonly Placed[],
  numbers: ReadonlyMap<Placed, number>,
): { turns: number; climbs: number } {
  let turns = 0;
  let climbs = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before) return;
    if (numbers.get(before) !== numbers.get(line)) turns++;
    else if (line.base < before.base - line.line.size * 0.6) climbs++;
  });
  return { turns, climbs };
}

/**
 * A page's lines in reading order: a whole column before the next, what goes across columns where it stands. The order in
 * which the file draws them is kept where it makes sense; it is what the author's program meant, and knows more of boxes
 * and tables than their places tell. Takes lines that run in one direction. Takes O(n log n).
 */
export function orderLines(lines: readonly Placed[]): Ordered[] {
  if (lines.length === 0) return [];
  const few = 2 + lines.length * 0.1;
  let stretches = cut(lines);
  let numbers = numbersOf(stretches);
  let { turns, climbs } = wander(lines, numbers);
  // Columns between headings are balanced each by itself, so that a sane order turns often, but not at every line or two.
  let isDrawnAcross = turns > stretches.length + 1 && turns > lines.length * 0.4;
  if (isDrawnAcross && !isText(stretches)) {
    stretches = [{ lines: [...lines], isAcross: false }];
    numbers = numbersOf(stretches);
    ({ turns, climbs } = wander(lines, numbers));
    isDrawnAcross = false;
  }
  const order =
    isDrawnAcross || climbs > few ? stretches.flatMap((stretch) => sortDown(stretch.lines)) : lines;
  const columns = measureAll(stretches);
  return order.map((line) => {
    const { left, right } = line;
    return { ...line, column: columns[numbers.get(line) ?? 0] ?? { start: left, left, right } };
  });
}
