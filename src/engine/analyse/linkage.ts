import type { Merger } from '../../contract/analyse.ts';

/** Clusters and the order in which their members stand beside each other. */
export interface Clusters {
  readonly mergers: Merger[];
  readonly order: number[];
}

/**
 * Clusters by average linkage (UPGMA), by following nearest neighbours until two are each other’s: in time by the square of their
 * number. F. Murtagh, The Computer Journal 26 (1983).
 * @param count how many there are
 * @param distance of any two; symmetric
 */
export function averageLinkage(count: number, distance: (a: number, b: number) => number): Clusters {
  const found = followed(count, distance);
  // Neighbours are not found from the lowest up; two of the same height stay in the order in which they were found.
  found.sort((one, other) => one.height - other.height);
  const cluster = Array.from({ length: count }, (_, index) => index);
  const first = [...cluster];
  const mergers = found.map(({ a, b, height }, number): Merger => {
    const [one, other] = [topOf(cluster, a), topOf(cluster, b)];
    const made = count + number;
    const [left, right] = (first[one] ?? 0) < (first[other] ?? 0) ? [one, other] : [other, one];
    cluster[one] = made;
    cluster[other] = made;
    cluster.push(made);
    first.push(first[left] ?? 0);
    return { a: left, b: right, height };
  });
  return { mergers, order: leavesOf(count, mergers) };
}

/** The clusters that are left, in their order: an array is gone through much faster than a set. */
class Live {
  all: Int32Array;

  constructor(count: number) {
    this.all = Int32Array.from({ length: count }, (_, index) => index);
  }

  take(one: number): void {
    const at = this.all.indexOf(one);
    this.all.copyWithin(at, at + 1);
    this.all = this.all.subarray(0, -1);
  }
}

/** @returns mergers by a member of each side */
function followed(count: number, distance: (a: number, b: number) => number): Merger[] {
  const distances = new Float64Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) distances[a * count + b] = distances[b * count + a] = distance(a, b);
  const sizes = new Int32Array(count).fill(1);
  const live = new Live(count);
  const chain: number[] = [];
  const found: Merger[] = [];
  while (live.all.length > 1) {
    const at = chain.at(-1) ?? live.all[0] ?? 0;
    if (chain.length === 0) chain.push(at);
    const before = chain.at(-2);
    // The one before wins where another is as near, or the chain might go round.
    let nearest = before ?? -1;
    let least = before === undefined ? Number.POSITIVE_INFINITY : (distances[at * count + before] ?? 0);
    for (const other of live.all) {
      const here = distances[at * count + other] ?? 0;
      if (other === at || here >= least) continue;
      nearest = other;
      least = here;
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    found.push({ a: nearest, b: at, height: least });
    merge(distances, sizes, live, { into: nearest, from: at });
  }
  return found;
}

/** Makes one cluster of two; its distance from each other is the mean of theirs, weighed by their members. */
function merge(
  distances: Float64Array,
  sizes: Int32Array,
  live: Live,
  { into, from }: { readonly into: number; readonly from: number },
): void {
  const count = sizes.length;
  const [kept = 0, joined = 0] = [sizes[into], sizes[from]];
  live.take(from);
  for (const other of live.all) {
    if (other === into) continue;
    const [one = 0, two = 0] = [distances[into * count + other], distances[from * count + other]];
    const mean = (one * kept + two * joined) / (kept + joined);
    distances[into * count + other] = mean;
    distances[other * count + into] = mean;
  }
  sizes[into] = kept + joined;
}

/** @returns the cluster that a member lies in by now; what is passed on the way is shortened */
function topOf(cluster: number[], member: number): number {
  let top = member;
  while (cluster[top] !== top) {
    const above = cluster[top] ?? top;
    cluster[top] = cluster[above] ?? above;
    top = above;
  }
  return top;
}

/** @returns the members from left to right; the side with the first of them stands left */
function leavesOf(count: number, mergers: readonly Merger[]): number[] {
  if (mergers.length === 0) return Array.from({ length: count }, (_, index) => index);
  const order: number[] = [];
  const waiting = [count + mergers.length - 1];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const merger = mergers[next - count];
    if (merger) waiting.push(merger.b, merger.a);
    else order.push(next);
  }
  return order;
}
