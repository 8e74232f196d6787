import type {
  RawDocument,
  RawLine,
  RawOutlineEntry,
  RawPage,
} from '../../../../src/engine/import/pdf/raw.ts';
import { structurePages } from '../../../../src/engine/import/pdf/structure/structure.ts';

/** Size of the pages that tests make by hand, in points. */
export const PAGE = { width: 600, height: 800 } as const;

/** A line of letters that are half as wide as they are high, at a place in points. */
export function line(text: string, x: number, y: number, more: Partial<RawLine> = {}): RawLine {
  const size = more.size ?? 10;
  const edges = new Float32Array(text.length * 2);
  for (let unit = 0; unit < text.length; unit++) {
    edges[unit * 2] = (unit * size) / 2;
    edges[unit * 2 + 1] = ((unit + 1) * size) / 2;
  }
  return {
    text,
    edges,
    x,
    y,
    angle: 0,
    ascent: size * 0.8,
    descent: size * 0.2,
    size,
    bold: false,
    italic: false,
    font: 'Serif',
    tag: null,
    element: null,
    ...more,
  };
}

/** Lines below each other from a place on, 12 points apart unless `step` says otherwise. */
export function lines(
  texts: readonly string[],
  x: number,
  y: number,
  { step = 12, ...more }: Partial<RawLine> & { readonly step?: number } = {},
): RawLine[] {
  return texts.map((text, index) => line(text, x, y + index * step, more));
}

/** A document of pages with these lines; labels are the physical numbers. */
export function document(
  pages: readonly (readonly RawLine[])[],
  outline: readonly RawOutlineEntry[] = [],
): RawDocument {
  return {
    pages: pages.map(
      (own, index): RawPage => ({ number: index + 1, label: String(index + 1), ...PAGE, lines: own }),
    ),
    outline,
    highlights: [],
    title: null,
    language: null,
  };
}

/** What becomes of it, a string a block: its kind, its level, its text with line ends as slashes. */
export function blocksOf(raw: RawDocument): string[] {
  const { text, blocks } = structurePages(raw, { most: 1000 });
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end).replaceAll('\n', '/')}`,
  );
}

/** Full lines of a paragraph that is 60 letters wide, ended by a short one unless it goes on. */
export function paragraph(name: string, rows: number, goesOn = false): string[] {
  return Array.from({ length: rows }, (_, index) => {
    const isLast = index === rows - 1 && !goesOn;
    const begin = index === 0 ? `${name} begins` : `the ${name} goes on`;
    return isLast
      ? `and the ${name} ends.`
      : `${begin} ${'with more words '.repeat(4)}`.slice(0, 59).replace(/ $/, 's').padEnd(60, 's');
  });
}
