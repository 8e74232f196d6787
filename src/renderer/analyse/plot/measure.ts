import { FONT_FAMILY, FONT_SIZE } from './plot.ts';

let canvas: CanvasRenderingContext2D | null = null;

/**
 * Measures words as pictures write them.
 * @param weight as in CSS
 * @returns px
 */
export function textWidth(text: string, weight = 400, size = FONT_SIZE): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length * size * 0.6;
  canvas.font = `${weight} ${size}px ${FONT_FAMILY}`;
  return canvas.measureText(text).width;
}

/** Shortens words to a width, with an ellipsis; those that fit stay as they are. @param width px */
export function clipped(text: string, width: number, weight = 400): string {
  if (textWidth(text, weight) <= width) return text;
  // Whole characters, not halves of one: a letter may be several code units.
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${letters.slice(0, middle).join('').trimEnd()}…`, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** The room that the widest of these takes, at most so much, px. */
export const widest = (texts: readonly string[], most: number, weight = 400): number =>
  Math.min(
    most,
    texts.reduce((wide, text) => Math.max(wide, textWidth(text, weight)), 0),
  );
