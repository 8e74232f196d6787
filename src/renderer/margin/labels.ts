/** A name that wants to stand at a height in px. */
export interface Wanted {
  readonly key: string;
  readonly y: number;
}

export interface Placed {
  readonly key: string;
  /** Where the name begins, px from the top of its row. */
  readonly y: number;
}

/**
 * Places names beside their stripes without letting them touch: each as near to where it belongs as the ones above
 * allow, and all inside the row, so that what stands beside one paragraph never depends on what else is on the screen.
 * @param wanted in order of height
 * @param size height of one name in px
 * @param room height of the row in px
 * @returns the names that fit, and how many did not; the last place is then left free for saying so
 */
export function placeLabels(
  wanted: readonly Wanted[],
  size: number,
  room: number,
): { placed: Placed[]; folded: number; foldY: number } {
  const slots = Math.max(1, Math.floor(room / size));
  const fits = wanted.length <= slots ? wanted.length : slots - 1;
  const places = wanted.slice(0, fits).map(({ y }) => y);
  // With a line about the rest below, the names end one place earlier.
  const bottom = room - (fits < wanted.length ? size : 0);
  let floor = 0;
  for (const [index, y] of places.entries()) {
    places[index] = Math.max(y, floor);
    floor = (places[index] ?? 0) + size;
  }
  let ceiling = bottom;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.max(0, Math.min(places[index] ?? 0, ceiling - size));
    ceiling = places[index] ?? 0;
  }
  const placed = places.map((y, index) => ({ key: wanted[index]?.key ?? '', y }));
  const last = places.at(-1);
  return { placed, folded: wanted.length - fits, foldY: last === undefined ? 0 : last + size };
}
