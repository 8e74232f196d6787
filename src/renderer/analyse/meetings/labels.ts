import type { Edge, Node } from './network.ts';

/** Where the name of a code stands. */
export interface Label {
  readonly node: Node;
  readonly text: string;
  readonly x: number;
  /** Its middle. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 6;
const HEIGHT = 16;

const areaOf = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const boxOf = ({ x, y, radius }: Node): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** How much of a line lies in a box: by points on it, close enough to choose a place by. @returns px */
function within({ from, to }: Edge, box: Box): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const steps = Math.max(2, Math.ceil(length / 6));
  let inside = 0;
  for (let step = 0; step <= steps; step++) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) inside++;
  }
  return (inside / steps) * length;
}

/** The places beside a code that its name can have. */
function placesOf(node: Node, text: string, width: number): readonly { label: Label; box: Box }[] {
  const { x, y, radius } = node;
  const beside = radius + GAP;
  const place = (anchor: Label['anchor'], at: number, middle: number, left: number) => ({
    label: { node, text, x: at, y: middle, anchor },
    box: { left, top: middle - HEIGHT / 2, right: left + width, bottom: middle + HEIGHT / 2 },
  });
  return [
    place('start', x + beside, y, x + beside),
    place('end', x - beside, y, x - beside - width),
    place('middle', x, y + beside + HEIGHT / 2 - 2, x - width / 2),
    place('middle', x, y - beside - HEIGHT / 2 + 2, x - width / 2),
  ];
}

/**
 * Chooses for each name the place where it covers least: other names and codes before all, then lines; and never beyond the edge.
 * The largest codes choose first.
 * @param widthOf measures a name, px
 */
export function labelsOf(
  nodes: readonly Node[],
  edges: readonly Edge[],
  room: { width: number; height: number },
  widthOf: (text: string) => number,
): readonly Label[] {
  const taken: Box[] = nodes.map(boxOf);
  const frame = { left: 0, top: 0, right: room.width, bottom: room.height };
  const cost = (box: Box) => {
    const area = (box.right - box.left) * (box.bottom - box.top);
    const beyond = area - areaOf(box, frame);
    const covered = taken.reduce((sum, other) => sum + areaOf(box, other), 0);
    const crossed = edges.reduce((sum, edge) => sum + within(edge, box) * edge.width, 0);
    return beyond * 100 + covered * 10 + crossed * 4;
  };
  return [...nodes]
    .sort((a, b) => b.radius - a.radius)
    .map((node) => {
      const places = placesOf(node, node.name, widthOf(node.name));
      const costs = places.map(({ box }) => cost(box));
      const best = places[costs.indexOf(Math.min(...costs))];
      if (best === undefined) throw new Error('A name has four places to stand.');
      taken.push(best.box);
      return best.label;
    });
}
