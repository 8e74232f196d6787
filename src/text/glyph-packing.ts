import type { GlyphRun } from './pages.ts';
import { unitsOf } from './pages.ts';

/**
 * The glyphs of a page in few bytes, for the store: about two bytes a letter. Everything is a whole number of twentieths of
 * a point (at most 0.025 pt off, a thirtieth of a pixel on an ordinary screen; edges are rounded where they lie, so that no
 * error grows along a line), written as LEB128 varints (DWARF 5, section 7.6), signed ones in zigzag.
 *
 * Page: version (1), number of runs, runs. Run: offset from the previous run's end (signed), number of units, x, y, ascent,
 * descent (signed), angle in hundredths of a degree, direction (0: widths rise, 1: they fall, 2: widths are signed), then for
 * each unit the gap from the previous unit's end (signed) and its width.
 */

const VERSION = 1;
const SCALE = 20;
const TURN = 100;

/** How the widths of a run are written. */
const RISES = 0;
const FALLS = 1;
const MIXED = 2;

class Writer {
  #bytes = new Uint8Array(4096);
  #length = 0;

  put(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  putSigned(value: number): void {
    this.put(value < 0 ? -value * 2 - 1 : value * 2);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('The places of letters on a page are cut short.');
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER || scale > 2 ** 49)
        throw new RangeError('The places of letters on a page are damaged.');
      if (byte < 0x80) return value;
    }
  }

  takeSigned(): number {
    const value = this.take();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }
}

const whole = (points: number): number => {
  const value = Math.round(points * SCALE);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${points} is not a place on a page.`);
  return value;
};

function directionOf(edges: Float32Array): number {
  let rises = true;
  let falls = true;
  for (let unit = 0; unit < edges.length; unit += 2) {
    const width = whole(edges[unit + 1] ?? 0) - whole(edges[unit] ?? 0);
    if (width < 0) rises = false;
    if (width > 0) falls = false;
  }
  return rises ? RISES : falls ? FALLS : MIXED;
}

/** Packs the runs of a page. Throws RangeError for a place that is no finite number. */
export function packGlyphs(runs: readonly GlyphRun[]): Uint8Array {
  const out = new Writer();
  out.put(VERSION);
  out.put(runs.length);
  let after = 0;
  for (const run of runs) {
    const { start, x, y, ascent, descent, angle, edges } = run;
    out.putSigned(start - after);
    out.put(unitsOf(run));
    after = start + unitsOf(run);
    for (const value of [x, y, ascent, descent]) out.putSigned(whole(value));
    out.put(Math.round(angle * TURN));
    const direction = directionOf(edges);
    out.put(direction);
    let end = 0;
    for (let unit = 0; unit < edges.length; unit += 2) {
      const from = whole(edges[unit] ?? 0);
      const to = whole(edges[unit + 1] ?? 0);
      out.putSigned(from - end);
      if (direction === MIXED) out.putSigned(to - from);
      else out.put(Math.abs(to - from));
      end = to;
    }
  }
  return out.finish();
}

/** Unpacks what `packGlyphs` made. Throws RangeError, in one sentence, for anything else. */
export function unpackGlyphs(bytes: Uint8Array): GlyphRun[] {
  const source = new Reader(bytes);
  if (source.take() !== VERSION)
    throw new RangeError('The places of letters on a page are of an unknown kind.');
  const count = source.take();
  const runs: GlyphRun[] = [];
  let after = 0;
  for (let index = 0; index < count; index++) {
    const start = after + source.takeSigned();
    const units = source.take();
    // Each unit takes two bytes at least: a damaged count must not claim gigabytes.
    if (units * 2 > source.left) throw new RangeError('The places of letters on a page are cut short.');
    after = start + units;
    const x = source.takeSigned() / SCALE;
    const y = source.takeSigned() / SCALE;
    const ascent = source.takeSigned() / SCALE;
    const descent = source.takeSigned() / SCALE;
    const angle = source.take() / TURN;
    const direction = source.take();
    const edges = new Float32Array(units * 2);
    let end = 0;
    for (let unit = 0; unit < units; unit++) {
      const from = end + source.takeSigned();
      const width =
        direction === MIXED ? source.takeSigned() : direction === FALLS ? -source.take() : source.take();
      end = from + width;
      edges[unit * 2] = from / SCALE;
      edges[unit * 2 + 1] = end / SCALE;
    }
    runs.push({ start, x, y, angle, ascent, descent, edges });
  }
  if (source.left > 0)
    throw new RangeError('The places of letters on a page are followed by bytes that do not belong to them.');
  return runs;
}
