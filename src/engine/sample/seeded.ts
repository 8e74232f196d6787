import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { IdBytes } from '../store/ids.ts';
import type { Origin } from '../store/origin.ts';

/** Seconds between one step and the next: reading takes longer than pressing a key. */
const PAUSE = { least: 14, most: 95 };

/**
 * A clock and a source of identities that go by a seed alone. The clock stands still until it is told to go on, so that what
 * happens in one step happens at one moment.
 */
export class Seeded implements Origin {
  readonly #seed: string;
  #now: number;
  #drawn = 0;
  #minted = 0;

  /**
   * @param seed what everything hangs on
   * @param from the moment to begin with, ISO 8601
   */
  constructor(seed: string, from: string) {
    this.#seed = seed;
    this.#now = Date.parse(from);
  }

  now(): Date {
    return new Date(this.#now);
  }

  id(): IdBytes {
    // The number makes those of one moment follow each other, as RFC 9562 has it for a counter.
    const seq = this.#minted++;
    return v7({ msecs: this.#now, seq, random: this.#draw() }, Buffer.alloc(16));
  }

  /** Goes on to a later moment. @param to ISO 8601; one that has passed is let be */
  goTo(to: string): void {
    this.#now = Math.max(this.#now, Date.parse(to));
  }

  /** Lets some time pass, as a person needs between two steps. */
  pause(): void {
    const share = this.#draw().readUInt32BE(0) / 2 ** 32;
    this.#now += Math.round((PAUSE.least + share * (PAUSE.most - PAUSE.least)) * 1000);
  }

  #draw(): Buffer {
    return createHash('sha256')
      .update(`${this.#seed} ${this.#drawn++}`)
      .digest();
  }
}
