import { type Key, wrappedLegend } from '../along/legend.ts';
import type { Room } from '../frame/shown.ts';
import { opensRows, pictureOf, rect, text } from '../plot/plot.ts';
import { paintsOf, SWATCH, shape } from '../plot/shapes.ts';

/** How a stretch is drawn. */
export interface Tile {
  /** The sign and colour of the code that covers most of it; null where none lies on it. */
  readonly code: { readonly sign: string; readonly colour: string } | null;
  /** Whether that code covers less than half of its words. */
  readonly isFew: boolean;
  readonly hint: string;
}

interface Placed extends Tile {
  readonly column: number;
  readonly line: number;
}

/** Stretches in a line. */
export const ROW = 40;

/** How wide and high a stretch is, px. */
const SIDE = { least: 14, most: 26 };
/** In narrower stretches signs are smaller, px. */
const SMALL = 20;
const NAMES = 44;
const GAP = 16;

/** The colours of a tile: lighter where its code covers less than half. */
function paints({ code, isFew }: Pick<Tile, 'code' | 'isFew'>) {
  if (code === null) return { fill: 'var(--pressed)', ink: 'none' };
  const { tint, stripe, ink } = paintsOf(code.colour);
  return isFew ? { fill: tint, ink } : { fill: stripe, ink: 'var(--surface-2)' };
}

/** The square of a tile in the legend. */
export const tileKey =
  (tile: Pick<Tile, 'code' | 'isFew'>) =>
  (x: number, y: number): SVGElement => {
    const { fill, ink } = paints(tile);
    const middle = { x: x + SWATCH / 2, y, dy: '0.35em', 'text-anchor': 'middle' };
    return shape('g', {}, [
      shape('rect', { x, y: y - SWATCH / 2, width: SWATCH, height: SWATCH, fill }),
      shape('text', { ...middle, 'font-size': 10, 'font-weight': 650, fill: ink }, tile.code?.sign ?? ''),
    ]);
  };

/** Draws stretches in lines; each opens the row of its place. @param lineName says what stands before a line, by its first stretch */
export function drawPortrait(
  tiles: readonly Tile[],
  { width }: Room,
  keys: readonly Key[],
  lineName: (tile: number) => string,
): SVGSVGElement {
  const side = Math.max(SIDE.least, Math.min(SIDE.most, Math.floor((width - NAMES) / ROW)));
  const lines = Math.ceil(tiles.length / ROW);
  const [wide, high] = [ROW * side, lines * side];
  const placed = tiles.map(
    (tile, place): Placed => ({
      ...tile,
      column: place % ROW,
      line: Math.floor(place / ROW),
    }),
  );
  const lettered = placed.filter(({ code }) => code !== null);
  const legend = wrappedLegend(keys, NAMES + wide, high + GAP);
  const svg = pictureOf({
    width: NAMES + wide,
    height: high + GAP + legend.height,
    marginTop: 0,
    marginBottom: GAP + legend.height,
    marginLeft: NAMES,
    marginRight: 0,
    x: { domain: [0, ROW], range: [NAMES, NAMES + wide], axis: null },
    y: { domain: [0, lines], range: [0, high], axis: null },
    marks: [
      rect(placed, {
        x1: 'column',
        x2: ({ column }: Placed) => column + 1,
        y1: 'line',
        y2: ({ line }: Placed) => line + 1,
        inset: 0.5,
        fill: (tile: Placed) => paints(tile).fill,
        title: 'hint',
        ...opensRows((place) => place),
      }),
      text(lettered, {
        x: ({ column }: Placed) => column + 0.5,
        y: ({ line }: Placed) => line + 0.5,
        text: ({ code }: Placed) => code?.sign ?? '',
        fontSize: side < SMALL ? 9 : 10,
        fontWeight: 650,
        fill: (tile: Placed) => paints(tile).ink,
        pointerEvents: 'none',
      }),
    ],
  });
  svg.append(
    ...Array.from({ length: lines }, (_, line) =>
      shape(
        'text',
        {
          x: NAMES - 8,
          y: (line + 0.5) * side,
          dy: '0.35em',
          'text-anchor': 'end',
          fill: 'var(--text-quiet)',
        },
        lineName(line * ROW),
      ),
    ),
    legend.svg,
  );
  return svg;
}
