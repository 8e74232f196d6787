import { sameWay, seenFrom } from './placing.ts';
import type { Glyph } from './walk.ts';

/** A letter drawn again this near, in shares of its size, is the same one, made heavier (as poppler takes it). */
const ALONG = 0.1;
const ACROSS = 0.2;

/** Side of the squares that places are looked up by, in points. */
const SQUARE = 8;

const square = (place: number) => Math.floor(place / SQUARE);

function isAgain(before: Glyph, glyph: Glyph): boolean {
  if (!sameWay(before, glyph)) return false;
  const { along, below } = seenFrom(before, glyph);
  return Math.abs(along) < ALONG * glyph.size && Math.abs(below) < ACROSS * glyph.size;
}

/** Finds letters of a page that are drawn a second time in nearly the same place. */
export class Drawn {
  readonly #places = new Map<string, Glyph[]>();

  /** Notes a glyph, and tells whether it stood there already. */
  again(glyph: Glyph): boolean {
    const { x, y, text } = glyph;
    const reach = Math.max(ALONG, ACROSS) * glyph.size;
    for (let column = square(x - reach); column <= square(x + reach); column++) {
      for (let row = square(y - reach); row <= square(y + reach); row++) {
        const there = this.#places.get(`${column} ${row} ${text}`);
        if (there?.some((other) => isAgain(other, glyph))) return true;
      }
    }
    const key = `${square(x)} ${square(y)} ${text}`;
    const there = this.#places.get(key);
    if (there) there.push(glyph);
    else this.#places.set(key, [glyph]);
    return false;
  }
}
