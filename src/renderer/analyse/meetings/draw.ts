import { codeLetter } from '../../ui/colour.ts';
import type { Room } from '../frame/shown.ts';
import { clipped, textWidth } from '../plot/measure.ts';
import { dot, link, opensRows, pictureOf, text } from '../plot/plot.ts';
import { paintsOf } from '../plot/shapes.ts';
import { type Label, labelsOf } from './labels.ts';
import { type Edge, type Network, type Node, networkOf } from './network.ts';
import type { Met } from './pairs.ts';

/** What stays free around the codes, for their names, px. */
const AROUND = { across: 96, along: 36 };
const HEIGHT = { least: 360, most: 720 };
const NAMES = 180;

/** Constants in a channel: what is written is meant, and no scale. */
const plain = <Datum>(value: (datum: Datum) => string | number) => ({ value, scale: null });

/**
 * Draws codes as circles, the larger the more places, and lines between those that meet, the thicker the more often; the thickest
 * in the accent.
 * @param rowOf gives the row of the table that a line opens
 */
export function drawNetwork(
  met: Met,
  room: Room,
  said: { readonly edge: (edge: Edge) => string; readonly node: (node: Node) => string },
  rowOf: (edge: Edge) => number | undefined,
): SVGSVGElement {
  const { width } = room;
  const height = Math.max(HEIGHT.least, Math.min(HEIGHT.most, room.height, width));
  const network: Network = networkOf(met, {
    left: AROUND.across,
    top: AROUND.along,
    right: width - AROUND.across,
    bottom: height - AROUND.along,
  });
  // The thickest is drawn last, over all others.
  const edges = network.edges.toReversed();
  const named = network.nodes.map((node) => ({ ...node, name: clipped(node.name, NAMES) }));
  const labels = labelsOf(named, edges, { width, height }, (name) => textWidth(name));
  const opens = opensRows((place) => {
    const edge = edges[place];
    return edge === undefined ? undefined : rowOf(edge);
  });
  const ends = {
    x1: ({ from }: Edge) => from.x,
    y1: ({ from }: Edge) => from.y,
    x2: ({ to }: Edge) => to.x,
    y2: ({ to }: Edge) => to.y,
  };
  const strongest = edges.at(-1);
  const at = { x: 'x', y: 'y' } as const;
  const written = (anchor: Label['anchor']) =>
    text(
      labels.filter((label) => label.anchor === anchor),
      {
        ...at,
        text: 'text',
        textAnchor: anchor,
        stroke: 'var(--surface-2)',
        strokeWidth: 4,
        fill: 'var(--text)',
      },
    );
  return pictureOf({
    width,
    height,
    margin: 0,
    x: { type: 'linear', domain: [0, width], range: [0, width], axis: null },
    y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
    marks: [
      link(edges, {
        ...ends,
        stroke: (edge: Edge) =>
          edge === strongest && edge.times > 1 ? 'var(--accent)' : 'var(--line-field)',
        strokeWidth: plain(({ width: wide }: Edge) => wide),
        strokeOpacity: plain((edge: Edge) => (edge === strongest ? 1 : 0.6)),
        strokeLinecap: 'round',
      }),
      // What is pressed is wider than what is seen.
      link(edges, { ...ends, stroke: 'transparent', strokeWidth: 14, title: said.edge, ...opens }),
      dot(network.nodes, {
        ...at,
        r: plain(({ radius }: Node) => radius),
        fill: plain(({ colour }: Node) => paintsOf(colour).tint),
        stroke: plain(({ colour }: Node) => paintsOf(colour).stripe),
        strokeWidth: 1.5,
        title: said.node,
      }),
      text(network.nodes, {
        ...at,
        text: ({ name }: Node) => codeLetter(name),
        fill: plain(({ colour }: Node) => paintsOf(colour).ink),
        fontSize: 10,
        fontWeight: 650,
        pointerEvents: 'none',
      }),
      written('start'),
      written('middle'),
      written('end'),
    ],
  });
}
