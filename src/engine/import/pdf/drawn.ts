import { sameWay, seenFrom } from './placing.ts';
import type { Glyph } from './walk.ts';

/** A letter drawn again this near, in shares of its size, is the same one, made heavier (as poppler takes it). */
const ALONG = 0.1;
const ACROSS = 0.2;

/** Side of the squares that places are looked up by, in points. */
const SQUARE = 4;

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
    const column = Math.floor(glyph.x / SQUARE);
    const row = Math.floor(glyph.y / SQUARE);
    // Of the neighbouring squares only those that are near enough can hold it.
    const reach = Math.max(1, Math.min(4, Math.ceil((glyph.size * ACROSS) / SQUARE)));
    for (let right = -reach; right <= reach; right++) {
      for (let down = -reach; down <= reach; down++) {
        const there = this.#places.get(`${column + right} ${row + down} ${glyph.text}`);
        if (there?.some((other) => isAgain(other, glyph))) return true;
      }
    }
    const key = `${column} ${row} ${glyph.text}`;
    const there = this.#places.get(key);
    if (there) there.push(glyph);
    else this.#places.set(key, [glyph]);
    return false;
  }
}
