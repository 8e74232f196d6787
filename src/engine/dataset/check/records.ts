/** How a text is made of records. */
export interface RecordForm {
  /** Whether a line end within quotes belongs to a record: CSV. */
  readonly isQuoted: boolean;
  /** Whether the first record names the columns. */
  readonly hasHeader: boolean;
}

const LF = 0x0a;
const QUOTE = 0x22;

/** Takes a text piece by piece and gives its records, each as soon as it is whole. */
export class RecordSplitter {
  readonly #isQuoted: boolean;
  readonly #tell: (record: Uint8Array) => void;
  #rest: Uint8Array[] = [];
  #inQuotes = false;

  /** @param tell told each record, without its line end; it may not keep the bytes */
  constructor({ isQuoted }: RecordForm, tell: (record: Uint8Array) => void) {
    this.#isQuoted = isQuoted;
    this.#tell = tell;
  }

  /** @param bytes the next of the text, UTF-8: a line end or quote is never part of another character */
  push(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE && this.#isQuoted) this.#inQuotes = !this.#inQuotes;
      if (byte !== LF || this.#inQuotes) continue;
      this.#end(bytes.subarray(from, at));
      from = at + 1;
    }
    // Copied: whoever reads a file may use the same memory again.
    if (from < bytes.length) this.#rest.push(bytes.slice(from));
  }

  /** What stands behind the last line end is a record, too. */
  end(): void {
    if (this.#rest.length > 0) this.#end(new Uint8Array());
  }

  #end(last: Uint8Array): void {
    const record = this.#rest.length === 0 ? last : Buffer.concat([...this.#rest, last]);
    this.#rest = [];
    this.#tell(record);
  }
}
