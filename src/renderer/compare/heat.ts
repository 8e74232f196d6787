import { judgementOf, numberOf, type Sheet } from './sheet.ts';
import type { Measure } from './view.ts';

/** How many shades there are; the deepest is the last. */
const SHADES = 5;

/** One shade, and the numbers that have it. */
export interface Shade {
  /** From 1. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Divides numbers into shades, with about as many different numbers in each. How often a number occurs does not matter: else
 * a table in which nearly every cell is 1 would have no shades but the lightest and the deepest.
 * @returns the shades that are used, the lightest first
 */
export function shadesOf(numbers: ArrayLike<number>): readonly Shade[] {
  const values = distinct(numbers);
  const shades = new Map<number, Shade>();
  for (let rank = 0; rank < values.length; rank++) {
    const value = values[rank] ?? 0;
    const step = values.length <= SHADES ? rank + 1 : 1 + Math.floor((rank * SHADES) / values.length);
    shades.set(step, { step, from: shades.get(step)?.from ?? value, to: value });
  }
  return [...shades.values()];
}

/** Counts up to this are told apart by where they stand, which takes a tenth of the time that sorting does. */
const SMALL = 65_536;

/** @returns each number once, as they grow; a large table has a million: often the same few, and of shares all different */
function distinct(numbers: ArrayLike<number>): ArrayLike<number> {
  const seen = new Uint8Array(SMALL);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    // Where a number has no place of its own, all are sorted.
    if (!Number.isInteger(number) || number < 0 || number >= SMALL) return distinctBySorting(numbers);
    seen[number] = 1;
  }
  const values: number[] = [];
  for (let number = 0; number < SMALL; number++) if (seen[number] === 1) values.push(number);
  return values;
}

function distinctBySorting(numbers: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.filter((number, at) => at === 0 || number !== sorted[at - 1]);
}

/** The step of a number among the shades; 1 for one that is among none. */
export function stepOf(shades: readonly Shade[], number: number): number {
  return shades.findLast(({ from }) => number >= from)?.step ?? 1;
}

/** The shades of the cells where something was found. Presence has none: there is nothing between yes and no. */
export function shadesOfSheet({ rows, columns }: Sheet, measure: Measure): readonly Shade[] {
  if (measure === 'presence') return [];
  const counts = rows.map(({ cells }) => cells.counts().present);
  const numbers = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
  let count = 0;
  for (const { cells } of rows)
    cells.forEach((cell) => {
      if (judgementOf(cell) === 'present')
        numbers[count++] = numberOf(cell, measure, columns[cell.column]?.words ?? 0);
    });
  return shadesOf(numbers);
}
