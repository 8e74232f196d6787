import { countWhile } from '../../text/ascending.ts';
import type { Span } from '../../text/reading.ts';
import type { Stripe } from './stripes.ts';

/** A stretch of text on which the same stripes lie throughout. Offsets in UTF-16. */
export interface Segment extends Span {
  /** In order of lane. */
  readonly stripes: readonly Stripe[];
  /** The distinct codes in order of lane: two overlapping passages with one code count once. */
  readonly codeIds: readonly string[];
}

function segment(start: number, end: number, active: Iterable<Stripe>): Segment {
  const stripes = [...active].sort((a, b) => a.lane - b.lane);
  const codeIds = new Set(stripes.flatMap(({ codeId }) => (codeId === null ? [] : [codeId])));
  return { start, end, stripes, codeIds: [...codeIds] };
}

/**
 * Cuts overlapping stripes into segments that do not overlap, in order.
 * @param stripes in order of start
 */
export function segmentsOf(stripes: readonly Stripe[]): Segment[] {
  const edges = [...new Set(stripes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const active = new Set<Stripe>();
  const segments: Segment[] = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    for (const stripe of active) if (stripe.end <= start) active.delete(stripe);
    for (
      let stripe = stripes[next];
      stripe !== undefined && stripe.start === start;
      stripe = stripes[++next]
    ) {
      if (stripe.end > start) active.add(stripe);
    }
    const end = edges[index + 1];
    if (end !== undefined && active.size > 0) segments.push(segment(start, end, active));
  }
  return segments;
}

/**
 * Cuts stripes into segments where some of them are new: what lies away from the new ones stays as it is.
 * @param before the segments of the stripes but for the new ones
 * @param stripes all of them, in order of start
 * @param added the new ones
 */
export function segmentsWith(
  before: readonly Segment[],
  stripes: readonly Stripe[],
  added: readonly Span[],
): readonly Segment[] {
  let all = before;
  for (const { start, end } of added) {
    const first = countWhile(all.length, (index) => (all[index]?.end ?? 0) <= start);
    const last = countWhile(all.length, (index) => (all[index]?.start ?? 0) < end);
    // As far as the segments reach that the new one cuts.
    const span = {
      start: Math.min(start, all[first]?.start ?? start),
      end: Math.max(end, all[last - 1]?.end ?? end),
    };
    const near = stripes.filter((stripe) => stripe.start < span.end && stripe.end > span.start);
    all = [...all.slice(0, first), ...segmentsIn(segmentsOf(near), span), ...all.slice(last)];
  }
  return all;
}

/** The segments that touch a span, cut to it. Binary search: a long document costs no more than a short one. */
export function segmentsIn(segments: readonly Segment[], span: Span): Segment[] {
  const low = countWhile(segments.length, (index) => (segments[index]?.end ?? 0) <= span.start);
  const found: Segment[] = [];
  for (let at = low; at < segments.length; at++) {
    const here = segments[at];
    if (here === undefined || here.start >= span.end) break;
    found.push({ ...here, start: Math.max(here.start, span.start), end: Math.min(here.end, span.end) });
  }
  return found;
}
