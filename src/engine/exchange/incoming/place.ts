import { codePoint, type OffsetTable, offsetTable, toUtf16 } from '../../../text/offsets.ts';
import type { Span } from '../../../text/reading.ts';
import { type Placed, QuotedText, type SaidPlace } from '../anchoring/quoted-text.ts';
import type { SaidPosition, Selection } from './incoming.ts';

/** A text of the project in which selections are looked up. */
export class Places {
  readonly #quoted: QuotedText;
  readonly #table: OffsetTable;

  constructor(text: string) {
    this.#quoted = new QuotedText(text);
    this.#table = offsetTable(text);
  }

  /**
   * Finds a selection of words: the position that reads as the quote, in whichever unit it does; else the quote by what
   * stands around it; else where it is nearest to the position; else by its beginning and end. A position that does not
   * read as its quote is not believed.
   */
  place({ quote, positions }: Selection): Placed {
    const said = positions.flatMap((position) => this.#readings(position));
    const exact = quote?.exact ?? '';
    if (exact === '') return this.#quoted.place(said[0] ?? null, null);
    const reads = said.find(
      ({ start, end }) => start >= 0 && start < end && this.#quoted.text.slice(start, end) === exact,
    );
    if (reads) return { span: reads as Span };
    return this.#quoted.place(said[0] ?? null, quote, false);
  }

  /** The place in the unit that is probable, then in the other. */
  #readings(position: SaidPosition): SaidPlace[] {
    const points = { start: this.#fromPoints(position.start), end: this.#fromPoints(position.end) };
    const units = { start: position.start, end: position.end };
    return position.unit === 'utf16' ? [units, points] : [points, units];
  }

  #fromPoints(offset: number): number {
    if (!Number.isSafeInteger(offset) || offset < 0) return offset;
    const { codePoints, units } = this.#table;
    return offset > codePoints ? units + offset - codePoints : toUtf16(this.#table, codePoint(offset));
  }
}
