import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';
import { type FontFacts, factsOf, type PdfFont } from './font.ts';
import { LineMaker } from './lines.ts';
import { IDENTITY, type Matrix, matrixFrom } from './matrix.ts';
import { isMistake } from './open.ts';
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
  /** Whether something of it makes no sense, so that not all of it could be read. */
  readonly broken: boolean;
}

/** Waits for a part of a page; gives null where it makes no sense, which must not cost the rest of the file. */
async function unlessBroken<T>(part: Promise<T>): Promise<T | null> {
  try {
    return await part;
  } catch (error) {
    // What a file can cause comes from the other half of pdf.js, which gives it a name of its own.
    if (isMistake(error)) throw error;
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
  const read = await unlessBroken(page.getOperatorList());
  const operators: PDFOperatorList = read ?? { fnArray: [], argsArray: [] };
  const fonts = await fontsOf(page, operators, codes['dependency']);
  // A tree that makes no sense costs the tags, not the text.
  const tags = tagsOf(tagged ? await unlessBroken(page.getStructTree()) : null, next);
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
  // pdf.js reads a page's text a second time for its links, so that annotations are asked for only where one is drawn.
  const marked = operators.fnArray.includes(codes['beginAnnotation'] ?? -1);
  const highlights = marked ? await unlessBroken(readHighlights(page, base)) : [];
  const found = lines.finish();
  // What a page draws is empty where its content makes no sense; reading its text is what then fails.
  const isEmpty = found.length === 0 && !pictured;
  const broken = highlights === null || (isEmpty && (await unlessBroken(page.getTextContent())) === null);
  page.cleanup();
  return {
    number: page.pageNumber,
    width,
    height,
    lines: found,
    base,
    highlights: highlights ?? [],
    unknown,
    pictured,
    broken,
  };
}
