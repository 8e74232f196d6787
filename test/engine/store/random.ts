import { randomInt } from 'node:crypto';

/** Numbers that a seed repeats (mulberry32). */
export class Random {
  readonly seed: number;
  #state: number;

  /** @param seed SEED from the environment by default, else one that is printed, so that a failure can be repeated */
  constructor(seed: number = Number(process.env['SEED'] ?? randomInt(2 ** 31))) {
    this.seed = seed;
    this.#state = seed;
    console.info(`SEED=${seed}`);
  }

  /** @returns a whole number from 0 up to, but not including, the limit */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}
