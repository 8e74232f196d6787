import { countWhile } from '../../../text/ascending.ts';

/** So many units lie between two places whose bytes are known. */
const STEP = 256;

const bytesAt = (text: string, at: number): { bytes: number; units: number } => {
  const point = text.codePointAt(at) ?? 0;
  if (point > 0xffff) return { bytes: 4, units: 2 };
  return { bytes: point < 0x80 ? 1 : point < 0x800 ? 2 : 3, units: 1 };
};

/** A text in which another program counted the bytes of its UTF-8. */
export class Utf8Bytes {
  readonly #text: string;
  /** Before every so many units, at the beginning of a character: how many bytes and units came before. */
  readonly #marks: { readonly bytes: number; readonly units: number }[] = [];
  readonly #length: number;

  constructor(text: string) {
    this.#text = text;
    let [bytes, units, next] = [0, 0, 0];
    while (units < text.length) {
      if (units >= next) {
        this.#marks.push({ bytes, units });
        next = units + STEP;
      }
      const step = bytesAt(text, units);
      bytes += step.bytes;
      units += step.units;
    }
    this.#length = bytes;
  }

  /**
   * @param offset as a file says it: any number, also one outside the text, which stays as far outside
   * @param edge where an offset inside a character goes: to its beginning or to its end
   * @returns the same in UTF-16 units; NaN for null and what is no whole number
   */
  toUtf16(offset: number | null, edge: 'start' | 'end'): number {
    if (offset === null || !Number.isSafeInteger(offset)) return Number.NaN;
    if (offset < 0) return offset;
    if (offset >= this.#length) return this.#text.length + offset - this.#length;
    const mark =
      this.#marks[countWhile(this.#marks.length, (index) => (this.#marks[index]?.bytes ?? 0) <= offset) - 1];
    let { bytes, units } = mark ?? { bytes: 0, units: 0 };
    while (bytes < offset) {
      const step = bytesAt(this.#text, units);
      if (bytes + step.bytes > offset && edge === 'start') break;
      bytes += step.bytes;
      units += step.units;
    }
    return units;
  }
}
