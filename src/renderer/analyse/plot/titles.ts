import { clipped, textWidth, widest } from './measure.ts';

/** How the titles of columns are written above a picture: in lines where columns are wide, else aslant. */
export interface Titles {
  /** The room that they take above the columns, px. */
  readonly height: number;
  /** What the last title needs beyond its column, px. */
  readonly beyond: number;
  readonly isAslant: boolean;
  readonly lines: readonly (readonly string[])[];
}

const LINES = 3;
const LINE = 15;
const BELOW = 8;
/** Columns narrower than this have their titles aslant, px. */
const NARROW = 60;
/** Titles aslant are cut off here, px. */
const LONG = 136;
const SLANT = Math.SQRT1_2;

/** Breaks words into lines of a width, px; what does not fit the last line is cut off. */
export function linesOf(text: string, width: number, most = LINES): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    // In the last line everything is put together, to be cut off as a whole.
    if (last !== undefined && (textWidth(longer) <= width || lines.length === most))
      lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.map((line) => clipped(line, width));
}

/** Works out how titles stand above columns of a width, px. */
export function titlesOf(texts: readonly string[], width: number): Titles {
  if (width >= NARROW) {
    const lines = texts.map((text) => linesOf(text, width - 8));
    const most = Math.max(1, ...lines.map(({ length }) => length));
    return { height: most * LINE + BELOW, beyond: 0, isAslant: false, lines };
  }
  const long = Math.ceil(widest(texts, LONG) * SLANT);
  return {
    height: long + BELOW + 6,
    beyond: long,
    isAslant: true,
    lines: texts.map((text) => [clipped(text, LONG)]),
  };
}
