const SPACE = 32;
const ZERO = 48;

/** Codes that are made into text at once: as many as a call may have arguments. */
const PIECE = 8192;

/** The longest whole number that can be exact, and the space before it. */
const LONGEST = 17;

/** Writes whole numbers from 0 up as text, in decimal, each behind a space: a million of them travel in some ten milliseconds. */
export class NumberWriter {
  #codes: number[] = [];
  readonly #pieces: string[] = [];

  add(value: number): void {
    this.#codes.push(SPACE);
    this.#addDigits(value);
    if (this.#codes.length + LONGEST > PIECE) this.#flush();
  }

  /** @returns all that was added */
  text(): string {
    this.#flush();
    return this.#pieces.join('');
  }

  #addDigits(value: number): void {
    if (value >= 10) this.#addDigits(Math.floor(value / 10));
    this.#codes.push(ZERO + (value % 10));
  }

  #flush(): void {
    this.#pieces.push(String.fromCharCode(...this.#codes));
    this.#codes = [];
  }
}

/** Reads numbers one after the other. */
export class NumberReader {
  readonly #text: string;
  #at = 0;

  /** @param text as `NumberWriter` writes it */
  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  next(): number {
    let value = 0;
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === SPACE) break;
      value = value * 10 + (code - ZERO);
    }
    return value;
  }
}
