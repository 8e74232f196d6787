import { countWhile } from '../../text/ascending.ts';
import type { Span } from '../../text/reading.ts';
import type { StripeBox } from '../reader/geometry.ts';

/** A passage as far as counting goes. Offsets in UTF-16. */
export interface Place extends Span {
  readonly id: string;
}

/** Passages in order of start, longer first, with their starts and their ends in order. */
export interface Order {
  readonly places: readonly Place[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Puts passages in order, so that those beyond the sight can be counted without looking at each. */
export function orderOf(passages: readonly Place[]): Order {
  const places = [...passages].sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    places,
    starts: places.map(({ start }) => start),
    ends: places.map(({ end }) => end).sort((a, b) => a - b),
  };
}

/** What is in sight: the text of the rows that are, and the passages in them that have been scrolled out all the same. */
export interface Sight extends Span {
  /** In the first row, but above the edge. */
  readonly over: ReadonlySet<string>;
  /** In the last row, but below the edge. */
  readonly under: ReadonlySet<string>;
}

/** Counts the passages that end above the sight, and those that begin below it. */
export function countBeyond(order: Order, sight: Sight): { above: number; below: number } {
  const { starts, ends } = order;
  const before = countWhile(ends.length, (index) => (ends[index] ?? 0) <= sight.start);
  const notAfter = countWhile(starts.length, (index) => (starts[index] ?? 0) < sight.end);
  return { above: before + sight.over.size, below: starts.length - notAfter + sight.under.size };
}

/** The passage beyond the sight that is nearest in that direction; undefined where there is none. */
export function nearestBeyond({ places }: Order, sight: Sight, step: 1 | -1): Place | undefined {
  return step < 0
    ? places.findLast(({ id, end }) => end <= sight.start || sight.over.has(id))
    : places.find(({ id, start }) => start >= sight.end || sight.under.has(id));
}

/** The passages of boxes in a row whose every part lies on that side of a line at `y` px from the row's top. */
export function outside(boxes: readonly StripeBox[], side: 'over' | 'under', y: number): Set<string> {
  const gone = boxes.filter(({ begins, ends, top, bottom }) =>
    side === 'over' ? ends && bottom <= y : begins && top >= y,
  );
  return new Set(gone.flatMap(({ stripe }) => stripe.passageIds));
}
