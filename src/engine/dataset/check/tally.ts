import { createHash } from 'node:crypto';
import type { RecordForm } from './records.ts';

/** How a table in a file differs from the one in the project. */
export interface RowDifference {
  /** Rows of the project that the file does not have. */
  readonly missing: number;
  /** Rows of the file that the project does not have. A row that was changed is one of each. */
  readonly extra: number;
  /** Whether the columns are others. */
  readonly columns: boolean;
}

type Side = 1 | -1;

const digest = (record: Uint8Array) => createHash('sha1').update(record).digest('base64');

/**
 * Counts rows that only one of two tables has, whatever their order. Both are read side by side, and rows that both have had
 * are forgotten, so that what is kept is what differs and not the table.
 */
export class RowTally {
  readonly #hasHeader: boolean;
  /** How often each row was seen more in the project than in the file. */
  readonly #open = new Map<string, number>();
  readonly #headers = new Map<Side, string>();

  constructor({ hasHeader }: RecordForm) {
    this.#hasHeader = hasHeader;
  }

  /** @param side 1 for the project, -1 for the file */
  count(side: Side, record: Uint8Array): void {
    const row = digest(record);
    if (this.#hasHeader && !this.#headers.has(side)) {
      this.#headers.set(side, row);
      return;
    }
    const sum = (this.#open.get(row) ?? 0) + side;
    if (sum === 0) this.#open.delete(row);
    else this.#open.set(row, sum);
  }

  /** @returns what differs, once both were read to their ends */
  difference(): RowDifference {
    const sums = [...this.#open.values()];
    const total = (side: Side) =>
      sums.filter((sum) => Math.sign(sum) === side).reduce((all, sum) => all + Math.abs(sum), 0);
    return {
      missing: total(1),
      extra: total(-1),
      columns: this.#headers.get(1) !== this.#headers.get(-1),
    };
  }
}
