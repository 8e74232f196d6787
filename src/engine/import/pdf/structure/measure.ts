import type { Row } from './rows.ts';

/** What is usual in a document, in points. */
export interface Measures {
  /** Size of most letters. */
  readonly body: number;
  /** From one baseline to the next in text of a size; null where too little of it was seen. */
  readonly leading: (size: number) => number | null;
  /** Largest step from a baseline to the next within a paragraph of a size. */
  readonly longestStep: (size: number) => number;
  /** How far to the right the text goes that a row is in: to the end of its column, or of narrower text such as a quotation. */
  readonly edgeOf: (row: Row) => number;
  /** Whether the file's tags tell where paragraphs begin and end. */
  readonly trustsTags: boolean;
}

const toHalf = (size: number): number => Math.round(size * 2) / 2;

function countIn(map: Map<number, number>, key: number, count: number): void {
  map.set(key, (map.get(key) ?? 0) + count);
}

function mostOf(map: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, count] of map) if (best === null || count > (map.get(best) ?? 0)) best = key;
  return best;
}

/** So many steps from line to line have to be alike before they count as usual. */
const SEEN = 4;

/** So many rows show how far narrower text goes, if so large a share of them ends within so many letters of it. */
const NARROW_ROWS = 4;
const NARROW_SHARE = 0.5;
const NARROW_SLACK = 2.5;

/** The right edges of text that is narrower than its column: runs of rows most of which end at about the same place. */
function narrowEdges(
  pages: readonly (readonly Row[])[],
  longestStep: (size: number) => number,
): ReadonlyMap<Row, number> {
  const edges = new Map<Row, number>();
  let run: Row[] = [];
  const close = () => {
    const [first] = run;
    const filled = run.slice(0, -1);
    run = [];
    if (!first || filled.length + 1 < NARROW_ROWS) return;
    const edge = filled.reduce((furthest, { right }) => Math.max(furthest, right), Number.NEGATIVE_INFINITY);
    const slack = first.size * NARROW_SLACK;
    const near = filled.filter(({ right, isEntry }) => right >= edge - slack && !isEntry);
    if (edge >= first.column.right - slack || near.length < filled.length * NARROW_SHARE) return;
    for (const row of filled) edges.set(row, edge);
  };
  for (const rows of pages) {
    for (const row of rows) {
      const before = run.at(-1);
      const step = before ? row.base - before.base : 0;
      const goesOn =
        before?.column === row.column &&
        toHalf(before.size) === toHalf(row.size) &&
        step > 0 &&
        step <= longestStep(row.size);
      if (!goesOn) close();
      run.push(row);
    }
    close();
  }
  return edges;
}

/** Takes all rows that are no furniture, page by page, in reading order. */
export function measure(pages: readonly (readonly Row[])[]): Measures {
  const sizes = new Map<number, number>();
  const steps = new Map<number, Map<number, number>>();
  let wrapped = 0;
  let tagged = 0;
  for (const rows of pages) {
    rows.forEach((row, index) => {
      const size = toHalf(row.size);
      countIn(sizes, size, row.text.length);
      const before = rows[index - 1];
      if (!before || before.column !== row.column || toHalf(before.size) !== size) return;
      const step = row.base - before.base;
      if (step < row.size * 0.8 || step > row.size * 3) return;
      const own = steps.get(size) ?? new Map<number, number>();
      steps.set(size, own);
      countIn(own, toHalf(step), 1);
      // A line that begins small goes on with what stands above it, whatever a tag says.
      if (row.element === null || before.element === null || before.tag === 'Lbl') return;
      if (!/^\p{Ll}/u.test(row.text) || !/[\p{L},]$/u.test(before.text)) return;
      wrapped++;
      if (row.element === before.element) tagged++;
    });
  }
  const body = mostOf(sizes) ?? 10;
  const usual = new Map<number, number>();
  for (const [size, own] of steps) {
    const step = mostOf(own);
    // Headings that follow each other stand further apart than the lines of one.
    const isPlausible = step !== null && (size <= body * 1.08 || step <= size * 1.7);
    if (isPlausible && (own.get(step) ?? 0) >= SEEN) usual.set(size, step);
  }
  const longestStep = (size: number): number => {
    const step = usual.get(toHalf(size));
    if (step === undefined) return size * (size > body * 1.08 ? 1.6 : 1.7);
    return Math.min(step * 1.3, step + size * 0.5);
  };
  const edges = narrowEdges(pages, longestStep);
  return {
    body,
    leading: (size) => usual.get(toHalf(size)) ?? null,
    longestStep,
    edgeOf: (row) => edges.get(row) ?? row.column.right,
    // Some programs tag every line as a paragraph.
    trustsTags: tagged >= wrapped * 0.7,
  };
}
