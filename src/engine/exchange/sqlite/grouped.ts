import type { ForeignRow } from './row.ts';

/** Rows that are sorted by a whole number, handed out by it, so that a table as large as its file is never held. */
export class Grouped {
  readonly #rows: Iterator<ForeignRow, void>;
  readonly #column: string;
  #next: ForeignRow | null = null;
  /** How many rows belonged to nothing that was asked for. */
  lost = 0;

  /** @param rows sorted by the column, so that they are in order of its numbers */
  constructor(rows: Iterator<ForeignRow, void>, column: string) {
    this.#rows = rows;
    this.#column = column;
    this.#step();
  }

  /** @returns the rows of a number; numbers must be asked for from small to large */
  take(key: number): ForeignRow[] {
    const taken: ForeignRow[] = [];
    while (this.#next) {
      const at = this.#next.whole(this.#column);
      if (at !== null && at > key) break;
      if (at === key) taken.push(this.#next);
      else this.lost++;
      this.#step();
    }
    return taken;
  }

  /** Reads what is left, which belongs to nothing. @returns how many rows were lost in all */
  finish(): number {
    while (this.#next) {
      this.lost++;
      this.#step();
    }
    return this.lost;
  }

  #step(): void {
    const { value, done } = this.#rows.next();
    this.#next = done ? null : (value ?? null);
  }
}
