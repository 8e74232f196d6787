import type { Region } from '../../contract/common.ts';
import { cancelled } from '../dataset/output/failure.ts';
import { ColligoError } from '../errors.ts';
import { drawSource } from '../pictures/picture.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { PartPicture } from './model.ts';

/** Pixels a point: 144 dots an inch, of which small print can still be read. */
const SCALE = 2;

/** CSS pixels in a point. */
const PIXELS = 96 / 72;

/** Parts of pages that a report shows: a file with more would be too large for those who read it. */
export const PARTS_MOST = 300;

/** A part of a page of a document. */
export interface Part {
  readonly title: string;
  /** readings.key */
  readonly readingKey: number;
  readonly region: Region;
}

/** Draws parts of pages for a report, one after the other. */
export class Parts {
  readonly #db: Sql;
  readonly #signal: AbortSignal;
  #left = PARTS_MOST;
  /** Those that were not drawn since there were too many. */
  beyond = 0;

  /** @param signal ends the drawing */
  constructor(db: Sql, signal: AbortSignal = new AbortController().signal) {
    this.#db = db;
    this.#signal = signal;
  }

  /**
   * @returns null where it cannot be drawn, or there are too many
   * @throws ColligoError CANCELLED
   */
  async draw({ title, readingKey, region }: Part): Promise<PartPicture | null> {
    if (this.#left === 0) {
      this.beyond++;
      return null;
    }
    const { original } = this.#db.one<{ original: Uint8Array }>(
      sql`SELECT original_sha256 AS original FROM readings WHERE key = ${readingKey}`,
    );
    try {
      const { png } = await drawSource(this.#db, { original, region, title }, SCALE, this.#signal);
      this.#left--;
      return { png, width: region.width * PIXELS, height: region.height * PIXELS };
    } catch (error) {
      if (this.#signal.aborted) throw cancelled();
      if (error instanceof ColligoError) return null;
      throw error;
    }
  }
}
