/** Fewer than these are compared with each other; more are put into piles. */
const FEW = 256;

/**
 * Finds what stands at some places of an order, without putting all in order: of a frequent word there are a million places, of which
 * a page is seen.
 * @param keys by what is ordered, first to last: a number for each, 0 or more
 * @param size above all numbers of the keys
 * @param from the first place asked for; @param to the one behind the last
 * @returns which stand there, in order; equal ones as they come
 */
export function orderedPage(
  keys: readonly Uint32Array[],
  size: number,
  from: number,
  to: number,
): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(keys[0]?.length ?? 0);
  for (let index = 0; index < all.length; index++) all[index] = index;
  const page = new Uint32Array(Math.max(0, Math.min(to, all.length) - from));
  if (page.length > 0) fill(all, 0, 0, { keys, size, from, page });
  return page;
}

interface Asked {
  readonly keys: readonly Uint32Array[];
  readonly size: number;
  readonly from: number;
  readonly page: Uint32Array;
}

/**
 * Puts of some that follow each other in the order those on the page.
 * @param some in the order that they came in; @param at the place of their first; @param level the key by which they may differ
 */
function fill(some: Uint32Array, at: number, level: number, asked: Asked): void {
  const { keys, size, from, page } = asked;
  if (at >= from + page.length || at + some.length <= from) return;
  const key = keys[level];
  if (key === undefined || some.length < FEW) {
    const sorted = key === undefined ? some : some.sort((a, b) => compared(keys, level, a, b));
    const first = Math.max(0, from - at);
    page.set(sorted.subarray(first, from + page.length - at), at + first - from);
    return;
  }
  const starts = new Uint32Array(size + 1);
  for (const one of some) {
    const pile = (key[one] ?? 0) + 1;
    starts[pile] = (starts[pile] ?? 0) + 1;
  }
  for (let pile = 0; pile < size; pile++) starts[pile + 1] = (starts[pile + 1] ?? 0) + (starts[pile] ?? 0);
  const ends = starts.slice();
  const piles = new Uint32Array(some.length);
  for (const one of some) {
    const pile = key[one] ?? 0;
    const place = ends[pile] ?? 0;
    piles[place] = one;
    ends[pile] = place + 1;
  }
  for (let pile = 0; pile < size; pile++) {
    const [start = 0, end = 0] = [starts[pile], starts[pile + 1]];
    if (end > start) fill(piles.subarray(start, end), at + start, level + 1, asked);
  }
}

function compared(keys: readonly Uint32Array[], level: number, a: number, b: number): number {
  for (const key of keys.slice(level)) {
    const apart = (key[a] ?? 0) - (key[b] ?? 0);
    if (apart !== 0) return apart;
  }
  return a - b;
}
