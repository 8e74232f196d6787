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
export function shadesOf(numbers: readonly number[]): readonly Shade[] {
  const values = distinct(numbers);
  const shades = new Map<number, Shade>();
  for (const [rank, value] of values.entries()) {
    const step = values.length <= SHADES ? rank + 1 : 1 + Math.floor((rank * SHADES) / values.length);
    shades.set(step, { step, from: shades.get(step)?.from ?? value, to: value });
  }
  return [...shades.values()];
}

/** @returns each number once, as they grow; shares of a large table are a million different ones */
function distinct(numbers: readonly number[]): Float64Array {
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
  const numbers: number[] = [];
  for (const { cells } of rows)
    cells.forEach((cell) => {
      if (judgementOf(cell) === 'present')
        numbers.push(numberOf(cell, measure, columns[cell.column]?.words ?? 0));
    });
  return shadesOf(numbers);
}
