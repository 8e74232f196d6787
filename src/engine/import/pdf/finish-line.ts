import { accented } from './accents.ts';
import { isFromRight, readingOrder } from './bidi.ts';
import { angleOf, type Placed } from './placing.ts';
import type { RawLine, RawStretch } from './raw.ts';
import type { Glyph } from './walk.ts';

/** From here on a gap is a space, in shares of the type size: what poppler takes, less than the space of common fonts. */
const SPACE_GAP = 0.15;
/** Letters are of one size as long as they differ by less, in shares of it. */
const SAME_SIZE = 0.05;
/** What is nearer than this, in points, is the same. */
const SAME = 0.02;

const UNKNOWN_ONLY = /^[\ufffd\s]+$/u;

/** The value that most of the letters share. */
function most<T>(placed: readonly Placed[], of: (glyph: Glyph) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const { glyph, text } of placed) {
    const value = of(glyph);
    counts.set(value, (counts.get(value) ?? 0) + text.length);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Letters with the accents drawn over them put into one. */
function withAccents(placed: readonly Placed[]): Placed[] {
  const joined: Placed[] = [];
  for (const one of placed) {
    const before = joined.at(-1);
    const over = before && accented(one, before);
    const under = before && accented(before, one);
    if (over) joined.splice(-1, 1, { ...one, text: over });
    else if (before && under) joined.splice(-1, 1, { ...before, text: under });
    else joined.push(one);
  }
  return joined;
}

/** How far a letter stands from the one before it, beyond what the file asks for after every letter, in shares of the size. */
function gapBetween(before: Placed, one: Placed): number {
  const size = Math.max(before.glyph.size, one.glyph.size);
  return (one.from - before.to - Math.min(Math.max(before.glyph.spacing, 0), size / 2)) / size;
}

/**
 * From which gap on there is a space. Where the file writes spaces itself, letters that stand apart without one are spaced
 * out, as some headings are: only what stands clearly farther apart than most is a space there.
 */
function spaceGap(placed: readonly Placed[], spaced: ReadonlySet<Glyph>): number {
  if (spaced.size === 0) return SPACE_GAP;
  const gaps: number[] = [];
  placed.forEach((one, index) => {
    const before = placed[index - 1];
    if (before && !spaced.has(one.glyph)) gaps.push(gapBetween(before, one));
  });
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return SPACE_GAP + Math.max(0, middle);
}

/** Letters from left to right with spaces where the file writes some, or leaves room for one. */
function withSpaces(placed: readonly Placed[], spaced: ReadonlySet<Glyph>): Placed[] {
  const least = spaceGap(placed, spaced);
  const cells: Placed[] = [];
  let last: Placed | undefined;
  for (const one of placed) {
    if (last && (spaced.has(one.glyph) || gapBetween(last, one) > least)) {
      cells.push({ ...last, text: ' ', from: last.to, to: Math.max(last.to, one.from) });
    }
    cells.push(one);
    last = one;
  }
  return cells;
}

/** Notes where stretches of letters begin that differ in height from those before them. */
class Stretches {
  readonly made: RawStretch[] = [];
  #within = false;

  /** Takes the next letter: its first unit, how far it stands below the line's baseline, and what it is. */
  add(start: number, drop: number, { text, glyph }: Placed): void {
    const { ascent, descent, size } = glyph;
    const before = this.made.at(-1);
    const level = before !== undefined && Math.abs(before.drop - drop) < SAME;
    // A word keeps the height of its first letter where another font goes on with it, as poppler's words do.
    const alike = this.#within
      ? level && Math.abs(before.size - size) < SAME_SIZE * size
      : level && Math.abs(before.ascent - ascent) < SAME && Math.abs(before.descent - descent) < SAME;
    if (!alike) this.made.push({ start, drop, ascent, descent, size });
    this.#within = text !== ' ';
  }
}

/** Where each unit of a letter begins and ends: its width evenly, nothing for the second half of a surrogate pair. */
function share(text: string, from: number, to: number): number[] {
  const points = [...text];
  return points.flatMap((point, index) => {
    const begin = from + ((to - from) * index) / points.length;
    const end = from + ((to - from) * (index + 1)) / points.length;
    return point.length === 2 ? [begin, end, end, end] : [begin, end];
  });
}

/**
 * Makes a line of glyphs in the order of drawing.
 * @param base the glyph whose baseline is the line's
 * @param spaced the glyphs before which the file writes a space
 * @returns null where the file gives no meaning to any of them: what is drawn with letters is not text
 */
export function finishLine(
  placed: readonly Placed[],
  base: Glyph,
  spaced: ReadonlySet<Glyph>,
): RawLine | null {
  const first = placed[0]?.glyph ?? base;
  const fromRight = placed.some(({ text }) => isFromRight(text));
  // What is written from the right may be drawn in either direction, and is put in order by where it stands.
  const seen = fromRight ? placed.toSorted((a, b) => a.from - b.from) : placed;
  const read = readingOrder(withSpaces(withAccents(seen), spaced));
  const text = read.map(({ cell }) => cell.text).join('');
  if (text === '' || UNKNOWN_ONLY.test(text)) return null;
  const level = placed.find(({ glyph }) => glyph === base)?.drop ?? 0;
  const origin = placed.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const stretches = new Stretches();
  const edges: number[] = [];
  for (const { cell, right } of read) {
    stretches.add(edges.length / 2, cell.drop - level, cell);
    const [from, to] = right ? [cell.to, cell.from] : [cell.from, cell.to];
    edges.push(...share(cell.text, from - origin, to - origin));
  }
  const onBase = placed.filter(({ drop }) => Math.abs(drop - level) < SAME);
  const height = stretches.made.length > 1 ? onBase : [];
  const only = stretches.made[0] ?? base;
  return {
    text,
    edges: Float32Array.from(edges),
    x: first.x + origin * first.dx - level * first.dy,
    y: first.y + origin * first.dy + level * first.dx,
    angle: angleOf(first),
    ascent: most(height, ({ ascent }) => ascent) ?? only.ascent,
    descent: most(height, ({ descent }) => descent) ?? only.descent,
    ...(stretches.made.length > 1 && { stretches: stretches.made }),
    size: most(onBase, ({ size }) => Math.round(size * 20) / 20) ?? base.size,
    bold: most(onBase, ({ font }) => font.bold) ?? base.font.bold,
    italic: most(onBase, ({ font }) => font.italic) ?? base.font.italic,
    font: most(onBase, ({ font }) => font.name) ?? base.font.name,
    tag: first.content?.tag ?? null,
    element: first.content?.element ?? null,
  };
}
