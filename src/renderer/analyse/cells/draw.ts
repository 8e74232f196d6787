import { type Shade, stepOf } from '../../compare/heat.ts';
import type { Room } from '../frame/shown.ts';
import { clipped, widest } from '../plot/measure.ts';
import { cell, dot, opensRows, pictureOf, text } from '../plot/plot.ts';
import { SWATCH, shape, swatchAt } from '../plot/shapes.ts';
import { titlesOf } from '../plot/titles.ts';
import { type LegendItem, legendRow } from './legend.ts';

/** A cell of a picture of codes by something. */
export interface PictureCell {
  /** Places of its code and its column. */
  readonly row: number;
  readonly column: number;
  readonly kind: 'present' | 'absent' | 'not_judged' | 'itself';
  /** What decides its shade. */
  readonly value: number;
  readonly figure: string;
  /** Said while the pointer rests on it. */
  readonly hint: string;
  /** The row of the table that it opens. */
  readonly opens?: number;
}

/** A picture of codes in rows, by something in columns. */
export interface CellPicture {
  readonly rows: readonly {
    readonly name: string;
    /** Null for what has none: a document. */
    readonly colour: string | null;
    readonly total: string;
  }[];
  readonly columns: readonly string[];
  /** The title of the totals; empty where there are none. */
  readonly total: string;
  readonly cells: readonly PictureCell[];
  readonly shades: readonly Shade[];
  readonly legend: readonly LegendItem[];
}

/** How high rows are, px: as the room allows where all of them can be seen at once. */
const LINE = { least: 24, most: 30 };
const LEGEND = 40;
/** How wide columns are, px. */
const COLUMN = { least: 23, most: 112 };
const TOTAL = 56;
const GAP = 8;
const NAMES = { part: 0.32, most: 240 };

/** From this shade on, figures are light on dark, or in the dark theme the other way. */
const DEEP = 4;

/** The same as `.t4` of compare.css, which says why. */
const ON_DEEP = 'var(--on-heat)';

/** Shares the room among columns, px: what titles aslant need beyond the last one is taken from all. */
function columnsIn(room: number, texts: readonly string[], totals: number) {
  const share = (end: number) =>
    Math.floor(Math.max(COLUMN.least, Math.min(COLUMN.most, (room - end) / texts.length)));
  const titles = titlesOf(texts, share(totals));
  const end = Math.max(totals, titles.beyond);
  // Columns that get narrower for titles aslant keep them aslant.
  return { column: titles.isAslant ? share(end) : share(totals), titles, end };
}

/** How high each of so many rows is in a room, px; where not all of them fit, there is scrolling, and no reason to press them. */
function lineIn(room: number, rows: number): number {
  const share = Math.floor(room / Math.max(1, rows));
  return share < LINE.least ? LINE.most : Math.min(share, LINE.most);
}

/** Draws a heat map: the deeper a cell, the more; outlined squares are absent, dots not judged. */
export function drawCells(
  { rows, columns, total, cells, shades, legend }: CellPicture,
  room: Room,
): SVGSVGElement {
  const names = Math.ceil(
    widest(
      rows.map(({ name }) => name),
      Math.min(room.width * NAMES.part, NAMES.most),
    ),
  );
  const square = rows.every(({ colour }) => colour === null) ? 0 : SWATCH + GAP;
  const start = square + names + 2 * GAP;
  const totals = total === '' ? 0 : TOTAL;
  const { column, titles, end } = columnsIn(room.width - start, columns, totals);
  const line = lineIn(room.height - titles.height - LEGEND, rows.length);
  const [wide, high] = [columns.length * column, rows.length * line];
  const stepFor = ({ value }: PictureCell) => stepOf(shades, value);
  const found = cells.filter(({ kind }) => kind === 'present');
  const opens = (of: readonly PictureCell[]) => opensRows((place) => of[place]?.opens);
  const shapes = (kind: PictureCell['kind']) => cells.filter((each) => each.kind === kind);
  const [absent, open, itself] = [shapes('absent'), shapes('not_judged'), shapes('itself')];
  const svg = pictureOf({
    width: start + wide + end,
    height: titles.height + high + LEGEND,
    marginTop: titles.height,
    marginBottom: LEGEND,
    marginLeft: start,
    marginRight: end,
    x: { type: 'band', domain: columns.map((_, place) => place), padding: 0, round: false, axis: null },
    y: { type: 'band', domain: rows.map((_, place) => place), padding: 0, round: false, axis: null },
    marks: [
      cell(found, {
        x: 'column',
        y: 'row',
        inset: 0.5,
        fill: (each: PictureCell) => `var(--heat-${shades.length === 0 ? 3 : stepFor(each)})`,
        title: 'hint',
        ...opens(found),
      }),
      text(found, {
        x: 'column',
        y: 'row',
        text: 'figure',
        fill: (each: PictureCell) => (shades.length > 0 && stepFor(each) >= DEEP ? ON_DEEP : 'var(--text)'),
        pointerEvents: 'none',
      }),
      // The whole cell is pressed, not its figure alone.
      cell(itself, {
        x: 'column',
        y: 'row',
        inset: 0.5,
        fill: 'transparent',
        title: 'hint',
        ...opens(itself),
      }),
      text(itself, {
        x: 'column',
        y: 'row',
        text: 'figure',
        fill: ({ opens: row }: PictureCell) => (row === undefined ? 'var(--text-faint)' : 'var(--text)'),
        pointerEvents: 'none',
      }),
      dot(absent, {
        x: 'column',
        y: 'row',
        symbol: 'square',
        r: 5.6,
        stroke: 'var(--text-quiet)',
        fill: 'var(--surface-2)',
        title: 'hint',
        ...opens(absent),
      }),
      dot(open, { x: 'column', y: 'row', r: 1.75, fill: 'var(--text-faint)', title: 'hint' }),
    ],
  });
  const right = start + wide;
  // Where most cells are empty, lines lead along the row; they lie under everything else.
  const across = total === '' ? right : start - GAP;
  svg.prepend(
    ...rows.map((_, place) => {
      const y = titles.height + (place + 1) * line;
      return shape('line', { x1: 0, x2: across, y1: y, y2: y, stroke: 'var(--line)' });
    }),
  );
  svg.append(
    ...rows.flatMap(({ name, colour, total: figure }, place) => {
      const y = titles.height + (place + 0.5) * line;
      const words = shape(
        'text',
        { x: square, y, dy: '0.35em', 'text-anchor': 'start' },
        clipped(name, names),
      );
      words.append(shape('title', {}, name));
      const all = { x: right + TOTAL - GAP, y, dy: '0.35em', 'text-anchor': 'end', 'font-weight': 600 };
      return [
        ...(colour === null ? [] : [swatchAt(0, y, { name, colour })]),
        words,
        ...(total === '' ? [] : [shape('text', all, figure)]),
      ];
    }),
    ...titles.lines.map((lines, place) => titleAt(start + (place + 0.5) * column, titles, lines)),
    ...(total === ''
      ? []
      : [
          shape(
            'text',
            { x: right + TOTAL - GAP, y: titles.height - GAP, 'text-anchor': 'end', 'font-weight': 600 },
            total,
          ),
        ]),
    legendRow(legend, titles.height + high + 20),
  );
  return svg;
}

/** A title above the middle of its column. */
function titleAt(
  x: number,
  { height, isAslant }: { height: number; isAslant: boolean },
  lines: readonly string[],
): SVGElement {
  const y = height - GAP;
  const quiet = { fill: 'var(--text-quiet)' };
  if (isAslant)
    return shape(
      'text',
      { ...quiet, 'text-anchor': 'start', transform: `translate(${x},${y}) rotate(-45)` },
      lines.join(' '),
    );
  return shape(
    'text',
    { ...quiet, 'text-anchor': 'middle' },
    lines.map((line, place) => shape('tspan', { x, y: y - (lines.length - 1 - place) * 15 }, line)),
  );
}
