import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ImportError } from '../errors.ts';
import type { ParseContext } from '../parsed.ts';
import type { Matrix } from './matrix.ts';
import { readOutline } from './outline.ts';
import type { RawDocument, RawHighlight, RawPage } from './raw.ts';
import { readPage, type Surroundings } from './read-page.ts';

/** More pages than this are no document that a person codes. */
const MOST_PAGES = 20_000;

/** So many pages are read before pdf.js is asked to give back what it keeps for all of them. */
const TIDY = 200;

export interface ReadDocument extends RawDocument {
  /** Letters that the file gives no meaning to. */
  readonly unknown: number;
  /** Pages without text that a picture covers. */
  readonly pictured: number;
  /** Pages of which something makes no sense. */
  readonly broken: number;
}

const plain = (value: unknown): string | null =>
  (typeof value === 'string'
    ? value
        .toWellFormed()
        .replace(/[\s\0]+/gu, ' ')
        .trim()
    : '') || null;

/** Title and language as the file's metadata give them. */
async function readMetadata(document: PDFDocumentProxy): Promise<Pick<RawDocument, 'title' | 'language'>> {
  const { info, metadata } = await document.getMetadata();
  const facts = info as { readonly Title?: unknown; readonly Language?: unknown };
  const title = plain(metadata?.get('dc:title')) ?? plain(facts.Title);
  return { title, language: plain(facts.Language) };
}

async function surroundingsOf(document: PDFDocumentProxy): Promise<Surroundings> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A map, whatever the declarations say.
  const marks: unknown = await document.getMarkInfo();
  let elements = 0;
  return {
    codes: OPS,
    optional: await document.getOptionalContentConfig(),
    tagged: marks instanceof Map && marks.get('Marked') === true,
    next: () => ++elements,
  };
}

/**
 * Reads all that a PDF says, page by page.
 * @param onShare told how much has been read, from 0 to 1, after every page
 * Rejects with ImportError for too many pages, else with what pdf.js throws.
 */
export async function readDocument(
  document: PDFDocumentProxy,
  onShare: ParseContext['onShare'],
): Promise<ReadDocument> {
  const count = document.numPages;
  if (count > MOST_PAGES) {
    const most = MOST_PAGES.toLocaleString('en');
    throw new ImportError(
      'too_complex',
      `The PDF has more than ${most} pages: split it and import the pieces.`,
    );
  }
  const labels = await document.getPageLabels();
  const surroundings = await surroundingsOf(document);
  const pages: RawPage[] = [];
  const bases: Matrix[] = [];
  const highlights: RawHighlight[] = [];
  let [unknown, pictured, broken] = [0, 0, 0];
  for (let number = 1; number <= count; number++) {
    const read = await readPage(await document.getPage(number), surroundings);
    const { width, height, lines } = read;
    pages.push({ number, label: plain(labels?.[number - 1]) ?? String(number), width, height, lines });
    bases.push(read.base);
    highlights.push(...read.highlights);
    unknown += read.unknown;
    if (read.pictured && lines.length === 0) pictured++;
    if (read.broken) broken++;
    if (number % TIDY === 0) await document.cleanup();
    onShare(number / count, { page: number, pages: count });
  }
  const outline = await readOutline(document, bases);
  return { pages, outline, highlights, unknown, pictured, broken, ...(await readMetadata(document)) };
}
