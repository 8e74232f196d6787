import type { FontFacts } from './font.ts';
import { IDENTITY, type Matrix, moved, times } from './matrix.ts';

/** What of the graphics state says where text stands (ISO 32000-2, 9.3). Lengths in units of text space. */
interface Parameters {
  /** From the space that content is written in to the page. */
  ctm: Matrix;
  font: FontFacts | null;
  size: number;
  charSpace: number;
  wordSpace: number;
  /** Horizontal scale, 1 for 100 %. */
  stretch: number;
  leading: number;
  rise: number;
}

/** The state of text while content is walked through. */
export class TextState {
  #now: Parameters;
  #kept: Parameters[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  /** Takes what leads from the page's own space to the page as it is shown. */
  constructor(base: Matrix) {
    this.#now = {
      ctm: base,
      font: null,
      size: 1,
      charSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    };
  }

  get now(): Readonly<Parameters> {
    return this.#now;
  }

  /** From text space, in which glyphs are placed, to the page. */
  get placing(): Matrix {
    return times(this.#now.ctm, this.#text);
  }

  set(change: Partial<Parameters>): void {
    Object.assign(this.#now, change);
  }

  save(): void {
    this.#kept.push({ ...this.#now });
  }

  /** A file may restore more often than it saved. */
  restore(): void {
    this.#now = this.#kept.pop() ?? this.#now;
  }

  transform(matrix: Matrix): void {
    this.#now.ctm = times(this.#now.ctm, matrix);
  }

  beginText(): void {
    this.setMatrix(IDENTITY);
  }

  setMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  /** Goes to the start of a line that is so far from the start of the present one. */
  moveLine(x: number, y: number): void {
    this.setMatrix(moved(this.#line, x, y));
  }

  nextLine(): void {
    this.moveLine(0, this.#now.leading);
  }

  advance(x: number, y: number): void {
    this.#text = moved(this.#text, x, y);
  }
}
