/** A name that wants to stand at a height in px. */
export interface Wanted {
  readonly key: string;
  readonly y: number;
  /** Goes first where room is short: a note under a name. */
  readonly minor?: boolean;
}

export interface Placed {
  readonly key: string;
  /** Where the name begins, px from the top of its row. */
  readonly y: number;
}

/** Chooses what is placed: as many names as there is room for, then notes in the room that is left. */
function choose(wanted: readonly Wanted[], slots: number, names: number): Wanted[] {
  let left = Math.min(names, slots);
  let spare = slots - left;
  let kept = false;
  return wanted.filter(({ minor = false }) => {
    if (minor) return kept && spare-- > 0;
    kept = left-- > 0;
    return kept;
  });
}

/**
 * Places names beside their stripes without letting them touch: each as near to where it belongs as the ones above
 * allow, and all inside the row, so that what stands beside one paragraph never depends on what else is on the screen.
 * @param wanted in order of height, a minor one after the name it belongs to
 * @param size height of one name in px
 * @param room height of the row in px
 * @param without whether there is more here that has no place of its own, and a line has to say so in any case
 * @returns what fits, and how many names did not; the last place is then left free for saying so
 */
export function placeLabels(
  wanted: readonly Wanted[],
  size: number,
  room: number,
  without = false,
): { placed: Placed[]; folded: number; foldY: number } {
  const slots = Math.max(1, Math.floor(room / size));
  const names = wanted.filter(({ minor }) => minor !== true).length;
  const folds = without || names > slots;
  const chosen = choose(wanted, folds ? slots - 1 : slots, names);
  const places = chosen.map(({ y }) => y);
  // With a line about the rest below, the names end one place earlier.
  const bottom = room - (folds ? size : 0);
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
  const placed = places.map((y, index) => ({ key: chosen[index]?.key ?? '', y }));
  const last = places.at(-1);
  const foldY = last === undefined ? Math.max(0, Math.min(wanted[0]?.y ?? 0, room - size)) : last + size;
  return { placed, folded: names - chosen.filter(({ minor }) => minor !== true).length, foldY };
}
