import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';

/** A line of the table. Times are in milliseconds, unless it says otherwise. */
export interface Row {
  readonly unit?: 'ms' | 'MiB' | '%';
  readonly what: string;
  readonly ours: number;
  /** What the machine allows at best, measured in the same run; null where there is no such thing. */
  readonly limit: number | null;
  readonly limitIs: string;
  readonly besides: string;
}

/** One side of a comparison. What `prepare` returns is given to `run`, and only `run` is timed. */
export interface Side<Prepared> {
  prepare(): Prepared | Promise<Prepared>;
  run(prepared: Prepared): unknown;
}

/** Adds a line to the table that is printed when all benches are done. */
export function record(row: Row): void {
  appendFileSync(inject('rows'), `${JSON.stringify(row)}\n`);
}

/** @returns how long something takes, in milliseconds */
export async function timed(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** @returns the value that this share of all values lies below: 0.5 for the median */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at % 1);
}

/**
 * Measures ours and the limit by turns, so that a busy machine slows both.
 * @param times how often each is run
 * @returns the medians
 */
export async function byTurns<Ours, Limit>(
  times: number,
  ours: Side<Ours>,
  limit: Side<Limit>,
): Promise<{ ours: number; limit: number }> {
  const taken = { ours: [] as number[], limit: [] as number[] };
  for (let turn = 0; turn < times; turn++) {
    const own = await ours.prepare();
    taken.ours.push(await timed(() => ours.run(own)));
    const bare = await limit.prepare();
    taken.limit.push(await timed(() => limit.run(bare)));
  }
  return { ours: quantile(taken.ours), limit: quantile(taken.limit) };
}

/** For sides that need no preparation. */
export const nothing = (): undefined => undefined;
