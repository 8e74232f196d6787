import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, moved } from './matrix.ts';
import type { RawHighlight } from './raw.ts';

const KINDS: Readonly<Record<string, RawHighlight['kind']>> = {
  Highlight: 'highlight',
  Underline: 'underline',
  Squiggly: 'squiggly',
  StrikeOut: 'strikeout',
};

/** What is asked of an annotation as pdf.js gives it; its declarations leave the type open. */
interface Annotation {
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly rect?: ArrayLike<number>;
  /** Eight numbers for each quadrilateral: the x and y of its corners. */
  readonly quadPoints?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly color?: ArrayLike<number> | null;
}

const CORNERS = 8;

/** The quadrilaterals of an annotation, or its rectangle where it gives none, as lists of x and y. */
function quadsOf({ quadPoints, rect }: Annotation): number[][] {
  const points = Array.from(quadPoints ?? []);
  if (points.length >= CORNERS) {
    return Array.from({ length: Math.floor(points.length / CORNERS) }, (_, quad) =>
      points.slice(quad * CORNERS, (quad + 1) * CORNERS),
    );
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(rect ?? []);
  return rect ? [[left, bottom, right, top]] : [];
}

function boxOf(quad: readonly number[], base: Matrix): RawHighlight['rects'][number] {
  const corners: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < quad.length; at += 2) {
    const [, , , , x, y] = moved(base, quad[at] ?? 0, quad[at + 1] ?? 0);
    corners.push([x, y]);
  }
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const plain = (text: string | undefined) => (text ?? '').toWellFormed().replaceAll('\0', '').trim();

function colourOf(color: Annotation['color']): string | null {
  if (color?.length !== 3) return null;
  return `#${Array.from(color, (part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Reads the highlights, underlines, squiggles and strike-outs on a page (ISO 32000-2, 12.5.6.10).
 * @param base from the page's own space to the page as it is shown
 */
export async function readHighlights(page: PDFPageProxy, base: Matrix): Promise<RawHighlight[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations.flatMap((annotation) => {
    const kind = KINDS[annotation.subtype ?? ''];
    if (kind === undefined || annotation.hidden) return [];
    return {
      page: page.pageNumber,
      rects: quadsOf(annotation).map((quad) => boxOf(quad, base)),
      kind,
      note: plain(annotation.contentsObj?.str),
      author: plain(annotation.titleObj?.str),
      colour: colourOf(annotation.color),
    };
  });
}
