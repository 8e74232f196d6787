/** A place in one document and the place that stands beside it in another, px from the top of each. */
export type Anchor = readonly [from: number, to: number];

/**
 * Where the other document stands when the one has been read to `y`: between two places that belong together as far on as
 * this one is between its own.
 * @param anchors in any order; those that would go back are left out
 * @param heights of both documents, px: their ends belong together, as their beginnings do
 * @returns px from the top of the other
 */
export function followed(y: number, anchors: readonly Anchor[], heights: Anchor): number {
  const way: Anchor[] = [[0, 0]];
  for (const anchor of [...anchors.toSorted(([a], [b]) => a - b), heights]) {
    const [from, to] = way.at(-1) ?? [0, 0];
    if (anchor[0] > from && anchor[1] >= to && anchor[0] <= heights[0] && anchor[1] <= heights[1])
      way.push(anchor);
  }
  const at = way.findIndex(([from]) => from >= y);
  const [end, endTo] = way[at < 0 ? way.length - 1 : at] ?? [0, 0];
  const [begin, beginTo] = way[Math.max(0, (at < 0 ? way.length : at) - 1)] ?? [0, 0];
  if (end === begin) return endTo;
  return beginTo + ((Math.min(y, end) - begin) / (end - begin)) * (endTo - beginTo);
}
