/** A row of a file that nobody vouches for: SQLite keeps anything in any column, so each value is asked for as what it should be. */
export class ForeignRow {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** @returns a text; numbers as they are written, and the empty text for what is none */
  text(column: string): string {
    const value = this.#values[column];
    if (typeof value === 'string') return value.toWellFormed();
    if (typeof value === 'number' || typeof value === 'bigint') return String(value);
    return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
  }

  /** @returns a number, also where it is written as text; null for what is none */
  number(column: string): number | null {
    const value = this.#values[column];
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'bigint') return Number(value);
    if (typeof value !== 'string' || !/^\s*[-+]?\d+(\.\d+)?\s*$/.test(value)) return null;
    return Number(value);
  }

  /** @returns a whole number; null for what is none */
  whole(column: string): number | null {
    const value = this.number(column);
    return value !== null && Number.isSafeInteger(value) ? value : null;
  }

  /** @returns the bytes of a column that was asked for as such; none for NULL */
  bytes(column: string): Uint8Array {
    const value = this.#values[column];
    if (value instanceof Uint8Array) return value;
    return typeof value === 'string' ? Buffer.from(value, 'utf8') : new Uint8Array();
  }
}
