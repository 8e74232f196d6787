import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageRect } from '../../text/pages.ts';
import type { Mark } from './marks.ts';

/** pdf.js's number for a highlight that is to be saved (AnnotationEditorType.HIGHLIGHT). */
const HIGHLIGHT = 9;

/** How far the ink covers: words stay readable in every reader. */
const OPACITY = 0.4;

/**
 * Adds annotations to a PDF, which is otherwise as it was: they are appended as an incremental update. Each is a Highlight
 * (ISO 32000-2, 12.5.6.10) with a note.
 * @param pdf opened for this alone
 * @returns the bytes of the new file
 * @throws what pdf.js throws for a file that it cannot write
 */
export async function annotate(pdf: PDFDocumentProxy, marks: readonly Mark[]): Promise<Uint8Array> {
  let number = 0;
  for (const mark of marks) {
    const page = await pdf.getPage(mark.page);
    const viewport = page.getViewport({ scale: 1 });
    const quads = mark.rects.map((rect) =>
      cornersOf(rect, (x, y) => {
        // pdf.js types what it gives back as any.
        const [px, py]: readonly number[] = viewport.convertToPdfPoint(x, y);
        return [px ?? 0, py ?? 0];
      }),
    );
    const xs = quads.flat().map(([x]) => x);
    const ys = quads.flat().map(([, y]) => y);
    const rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    pdf.annotationStorage.setValue(`pdfjs_internal_editor_${number++}`, {
      annotationType: HIGHLIGHT,
      pageIndex: mark.page - 1,
      color: colourOf(mark.colour),
      opacity: OPACITY,
      rect,
      rotation: 0,
      structTreeParentId: null,
      // Upper left, upper right, lower left, lower right: the order that all readers take, though not the standard's.
      quadPoints: quads.flatMap(([a, b, c, d]) => [...a, ...b, ...d, ...c]),
      outlines: quads.map((corners) => corners.flat()),
      user: mark.author,
      date: new Date(mark.at),
      popup: { contents: mark.contents, rect },
    });
  }
  return pdf.saveDocument();
}

type Point = readonly [x: number, y: number];

/** The corners of a rectangle around it from the upper left, in the PDF's own space. */
function cornersOf(
  { x, y, width, height }: PageRect,
  toPdf: (x: number, y: number) => Point,
): [Point, Point, Point, Point] {
  return [toPdf(x, y), toPdf(x + width, y), toPdf(x + width, y + height), toPdf(x, y + height)];
}

const colourOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
