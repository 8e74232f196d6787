import { codePoint, type OffsetTable, offsetTable, toUtf16 } from '../../../text/offsets.ts';

/** A text in which another program counted code points. */
export class CodePoints {
  readonly #table: OffsetTable;

  constructor(text: string) {
    this.#table = offsetTable(text);
  }

  /** How many code points the text has. */
  get length(): number {
    return this.#table.codePoints;
  }

  /**
   * @param offset as a file says it: any number, also one outside the text, which stays as far outside
   * @returns the same in UTF-16 units; NaN for null and what is no whole number
   */
  toUtf16(offset: number | null): number {
    if (offset === null || !Number.isSafeInteger(offset)) return Number.NaN;
    if (offset < 0) return offset;
    const { codePoints, units } = this.#table;
    return offset > codePoints ? units + offset - codePoints : toUtf16(this.#table, codePoint(offset));
  }
}
