/**
 * Two stripes whose words stand on one printed line would touch if they shared a lane, so a lane stays taken for about
 * a line more: UTF-16 units, a little over the 66 that the measure holds.
 */
export const LINE = 80;

/**
 * Packs intervals into lanes so that no two in a lane lie on the same line. Greedy: each takes the lane its group had
 * last if that is free, else the first free one.
 * @param intervals in order of start, longer first; offsets in UTF-16 code units, ends exclusive
 * @returns the lane of each, from 0
 */
export function packLanes(intervals: readonly { start: number; end: number; group: string }[]): number[] {
  const ends: number[] = [];
  const last = new Map<string, number>();
  return intervals.map(({ start, end, group }) => {
    const isFree = (lane: number) => (ends[lane] ?? Number.NEGATIVE_INFINITY) + LINE <= start;
    const kept = last.get(group);
    let lane = kept !== undefined && isFree(kept) ? kept : ends.findIndex((_, index) => isFree(index));
    if (lane < 0) lane = ends.length;
    ends[lane] = end;
    last.set(group, lane);
    return lane;
  });
}
