import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { CodeRow } from '../../../contract/codes.ts';
import type { Met } from './pairs.ts';

/** A code in the network. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** px */
  readonly radius: number;
  readonly x: number;
  readonly y: number;
}

/** A line between two of them. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly times: number;
  readonly documents: number;
  /** px */
  readonly width: number;
}

export interface Network {
  readonly nodes: readonly Node[];
  /** Those with most first. */
  readonly edges: readonly Edge[];
}

/** What is moved until it lies well. */
interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly code: CodeRow;
  readonly radius: number;
}

/** Lines for each code at most, the strongest: with more, everything is joined to everything and nothing can be seen. */
const LINES = 3;
const RADIUS = { least: 9, most: 18 };
const WIDTH = { least: 1, most: 6 };
/** Steps until nothing moves any more: the library's own number. */
const STEPS = 300;

/** Grows with the root, so that areas can be compared. */
const radiusOf = (places: number, most: number) =>
  Math.max(RADIUS.least, RADIUS.most * Math.sqrt(places / Math.max(1, most)));

/** Spreads values over a range; the middle where all are the same. */
function spread(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}

/**
 * Lays out codes that meet, so that those that meet often come to lie near each other. The same codes always lie the same: the
 * library begins with a spiral and its chance is a fixed sequence, and nothing depends on time.
 * @param box where centres may lie, px
 */
export function networkOf(
  { codes, meetings }: Met,
  box: { left: number; top: number; right: number; bottom: number },
): Network {
  const strongest = meetings.slice(0, codes.length * LINES);
  const joined = new Set(strongest.flatMap(({ a, b }) => [a.code.id, b.code.id]));
  const shown = codes.filter(({ code }) => joined.has(code.id));
  const most = Math.max(1, ...shown.map(({ places }) => places));
  const often = Math.max(1, ...strongest.map(({ times }) => times));
  // Without a place of its own, a body begins on the library's spiral.
  const free = shown.map(({ code, places }): Body => ({ id: code.id, code, radius: radiusOf(places, most) }));
  const links = strongest.map(({ a, b, times }) => ({ source: a.code.id, target: b.code.id, times }));
  const aspect = (box.right - box.left) / Math.max(1, box.bottom - box.top);
  forceSimulation(free)
    .force('charge', forceManyBody().strength(-420))
    .force(
      'links',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(90)
        .strength(({ times }) => 0.15 + 0.5 * (times / often)),
    )
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.06 * Math.max(1, aspect)))
    .force(
      'apart',
      forceCollide<Body>(({ radius }) => radius + 26),
    )
    .stop()
    .tick(STEPS);
  const across = spread(
    free.map(({ x = 0 }) => x),
    box.left,
    box.right,
  );
  const down = spread(
    free.map(({ y = 0 }) => y),
    box.top,
    box.bottom,
  );
  const nodes = new Map(
    free.map(({ id, code, radius, x = 0, y = 0 }): [string, Node] => [
      id,
      { id, name: code.name, colour: code.colour, radius, x: across(x), y: down(y) },
    ]),
  );
  const edges = strongest.flatMap(({ a, b, times, documents }): Edge[] => {
    const [from, to] = [nodes.get(a.code.id), nodes.get(b.code.id)];
    if (from === undefined || to === undefined) return [];
    const width = WIDTH.least + (WIDTH.most - WIDTH.least) * (often === 1 ? 0.2 : (times - 1) / (often - 1));
    return [{ from, to, times, documents, width }];
  });
  return { nodes: [...nodes.values()], edges };
}
