import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';
import { type FontFacts, factsOf, type PdfFont } from './font.ts';
import { LineMaker } from './lines.ts';
import { IDENTITY, type Matrix, matrixFrom } from './matrix.ts';
import type { RawHighlight, RawPage } from './raw.ts';
import { readHighlights } from './read-highlights.ts';
import { tagsOf } from './tags.ts';
import { walkGlyphs } from './walk.ts';

/** What reading a page needs to know of the document. */
export interface Surroundings {
  /** Numbers of the operators, by name (`OPS` of pdf.js). */
  readonly codes: Readonly<Record<string, number>>;
  readonly optional: Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;
  /** Whether the file says that its content is tagged. */
  readonly tagged: boolean;
  /** Gives a number that no structure element had before. */
  readonly next: () => number;
}

export interface ReadPage extends Omit<RawPage, 'label'> {
  /** From the page's own space to the page as it is shown. */
  readonly base: Matrix;
  readonly highlights: readonly RawHighlight[];
  /** Letters that the file gives no meaning to. */
  readonly unknown: number;
  /** Whether a picture covers much of it. */
  readonly pictured: boolean;
  /** Whether its content makes no sense, so that nothing of it could be read. */
  readonly broken: boolean;
}

/** What a page draws; nothing where its content makes no sense, which must not cost the other pages. */
async function operatorsOf(page: PDFPageProxy): Promise<PDFOperatorList | null> {
  try {
    return await page.getOperatorList();
  } catch (error) {
    // pdf.js tells programming errors apart by no other mark; what a file can cause has a name of pdf.js's own.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return null;
  }
}

/** Ids of fonts among those of other things that a page depends on. */
const FONT = /_f\d+$/;

/** The fonts of a page, by their ids. pdf.js sends them before the operators, but they may come a turn later. */
async function fontsOf(page: PDFPageProxy, operators: PDFOperatorList, dependency: number | undefined) {
  const ids = new Set<string>();
  operators.fnArray.forEach((code, index) => {
    const args: unknown = operators.argsArray[index];
    if (code === dependency && Array.isArray(args)) for (const id of args) ids.add(String(id));
  });
  const fonts = new Map<string, FontFacts>();
  for (const id of ids) {
    if (!FONT.test(id)) continue;
    const font = await new Promise<unknown>((resolve) => page.commonObjs.get(id, resolve));
    if (typeof font === 'object' && font !== null) fonts.set(id, factsOf(font as PdfFont));
  }
  return fonts;
}

/** Reads what a page says, and gives its memory back. Rejects with what pdf.js throws. */
export async function readPage(
  page: PDFPageProxy,
  { codes, optional, tagged, next }: Surroundings,
): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const base = matrixFrom(transform) ?? IDENTITY;
  const read = await operatorsOf(page);
  const operators = read ?? { fnArray: [], argsArray: [], lastChunk: true };
  const fonts = await fontsOf(page, operators, codes['dependency']);
  const tags = tagsOf(tagged ? await page.getStructTree() : null, next);
  const lines = new LineMaker();
  let unknown = 0;
  let pictured = false;
  walkGlyphs(
    {
      operators,
      codes,
      base,
      width,
      height,
      fontOf: (id) => fonts.get(id) ?? null,
      contentOf: (mcid) => tags.get(mcid) ?? null,
      onPicture: () => {
        pictured = true;
      },
      isShown: (group) => optional.isVisible(group),
    },
    (glyph) => {
      unknown += glyph.unknown;
      lines.add(glyph);
    },
  );
  const highlights = await readHighlights(page, base);
  page.cleanup();
  return {
    number: page.pageNumber,
    width,
    height,
    lines: lines.finish(),
    base,
    highlights,
    unknown,
    pictured,
    broken: read === null,
  };
}
