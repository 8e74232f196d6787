import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, moved } from './matrix.ts';
import type { RawOutlineEntry } from './raw.ts';

/** More entries than this are not read, nor deeper ones: no table of contents is so long, but a hostile file may be. */
const MOST = 50_000;
const DEEPEST = 20;

type Entry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** A destination as its array (ISO 32000-2, 12.3.2.2): page, kind, and numbers that depend on the kind. */
type Destination = readonly unknown[];

/** A point of the page's own space that a destination shows at the top, or null for one that shows the whole page. */
function topOf([, kind, ...numbers]: Destination): readonly [x: number, y: number] | null {
  const name = (kind as { name?: string } | null)?.name ?? '';
  const at = (index: number) => (typeof numbers[index] === 'number' ? numbers[index] : null);
  const [x, y] = name === 'XYZ' ? [at(0), at(1)] : name === 'FitR' ? [at(0), at(3)] : [0, at(0)];
  return y === null || !/^(?:XYZ|FitR|FitH|FitBH)$/.test(name) ? null : [x ?? 0, y];
}

/**
 * Reads the outline of a document, in order. Entries that point nowhere keep their titles.
 * @param bases what leads from each page's own space to the page as it is shown
 */
export async function readOutline(
  document: PDFDocumentProxy,
  bases: readonly Matrix[],
): Promise<RawOutlineEntry[]> {
  const entries: RawOutlineEntry[] = [];
  const place = async (dest: Entry['dest']): Promise<Pick<RawOutlineEntry, 'page' | 'y'>> => {
    const found: Destination | null = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const target = found?.[0];
    if (!found || target === undefined || target === null) return { page: null, y: null };
    // A file that was put together from others may point at pages that it does not have.
    const index =
      typeof target === 'number'
        ? target
        : await document.getPageIndex(target as { num: number; gen: number }).catch(() => -1);
    const base = bases[index];
    if (!base) return { page: null, y: null };
    const top = topOf(found);
    return { page: index + 1, y: top ? moved(base, ...top)[5] : null };
  };
  const visit = async (items: readonly Entry[], level: number): Promise<void> => {
    for (const { title, dest, items: below } of items) {
      if (entries.length >= MOST) return;
      const name = title.toWellFormed().replaceAll('\0', '').replace(/\s+/gu, ' ').trim();
      if (name !== '') entries.push({ title: name, level, ...(await place(dest)) });
      if (level < DEEPEST) await visit(below, level + 1);
    }
  };
  // Declared as always there, and null where a file has none.
  await visit((await document.getOutline()) ?? [], 1);
  return entries;
}
