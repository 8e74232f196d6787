import { unpackGlyphs } from '../../../text/glyph-packing.ts';
import type { PageReading } from '../../../text/pages.ts';
import { ImportError } from '../errors.ts';
import { EXTRACTORS } from '../extractors.ts';
import type { FoundHighlight, ParseContext, Parsed } from '../parsed.ts';
import { spansUnder } from './cover.ts';
import { noticesOf } from './notices.ts';
import { damaged, endsAsPdf, isMistake, openPdf } from './open.ts';
import type { RawHighlight } from './raw.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { structurePages } from './structure/structure.ts';

/** How much of the work is reading the file; the rest is making a text of it. */
const READING = 0.9;

async function readRaw(
  bytes: Uint8Array<ArrayBuffer>,
  onShare: ParseContext['onShare'],
): Promise<ReadDocument> {
  const document = await openPdf(bytes);
  try {
    const raw = await readDocument(document, onShare);
    if (raw.broken === raw.pages.length && raw.pages.every(({ lines }) => lines.length === 0))
      throw damaged(bytes, new Error('No page could be read.'));
    return raw;
  } catch (error) {
    throw error instanceof ImportError || isMistake(error) ? error : damaged(bytes, error);
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Highlights on the words that they cover; one that covers no words is left out. */
function found(
  highlights: readonly RawHighlight[],
  text: string,
  pages: readonly PageReading[],
): FoundHighlight[] {
  return highlights.flatMap(({ page, rects, ...facts }) => {
    const glyphs = pages[page - 1]?.glyphs;
    if (!glyphs) return [];
    return spansUnder(text, unpackGlyphs(glyphs), rects).map((span) => ({ ...facts, ...span }));
  });
}

/** Reads a PDF: its text, blocks, pages and highlights. Rejects with ImportError. */
export async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
  { limits, onShare }: ParseContext,
): Promise<Parsed> {
  const raw = await readRaw(bytes, (share, at) => onShare(share * READING, at));
  const { text, blocks, pages, notices } = structurePages(raw, { most: limits.blocks });
  const counts = {
    pages: pages.length,
    silent: raw.pages.filter(({ lines }) => lines.length === 0).length,
    pictured: raw.pictured,
    broken: raw.broken,
    unknown: raw.unknown,
    complete: endsAsPdf(bytes),
  };
  return {
    text,
    blocks,
    pages,
    notices: [...noticesOf(counts), ...notices],
    extractor: EXTRACTORS.pdf,
    encoding: 'binary',
    highlights: found(raw.highlights, text, pages),
    ...(raw.language !== null && { language: raw.language }),
  };
}
