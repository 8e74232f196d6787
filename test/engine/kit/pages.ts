import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { packGlyphs } from '../../../src/text/glyph-packing.ts';
import { readingOf } from './documents.ts';

/** Size of every page of `smallPdf`, in points. */
export const PAGE = { width: 400, height: 300 } as const;

/** Where on every page of `smallPdf` a red square stands, in points from the top left. */
export const RED = { x: 100, y: 50, width: 80, height: 60 } as const;

/**
 * Writes a PDF (ISO 32000-2, 7.5) by hand: on every page a red square at `RED`, and the page's text in Helvetica, which is not
 * embedded, at 40 points from the left and 200 from the top.
 * @param more entries of each page's dictionary
 */
export function smallPdf(texts: readonly string[], more = ''): Buffer {
  const { x, y, width, height } = RED;
  const kids = texts.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...texts.flatMap((text, index) => {
      const drawn = `1 0 0 rg ${x} ${PAGE.height - y - height} ${width} ${height} re f 0 g BT /F 12 Tf 40 100 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R ${more} /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/**
 * Adds a PDF of pages as a document; their texts, joined by blank lines, are its canonical text.
 * @param pages the text of each page, with the label where it is not its number
 * @returns its id
 */
export function addPages(
  project: Project,
  title: string,
  pages: readonly { readonly text: string; readonly label?: string }[],
): string {
  const texts = pages.map(({ text }) => text);
  let end = -2;
  const placed = pages.map(({ text, label }, index) => {
    const start = end + 2;
    end = start + text.length;
    return {
      number: index + 1,
      label: label ?? String(index + 1),
      ...PAGE,
      start,
      end,
      glyphs: packGlyphs([]),
    };
  });
  const reading = { ...readingOf(texts.join('\n\n')), extractor: 'pdf-1', pages: placed };
  const { id } = storeReading(project.db, smallPdf(texts), reading);
  const { result } = project.write(
    { code: 'documents.add', label: `Add “${title}”` },
    ['documents'],
    (writing) =>
      addDocument(writing, {
        title,
        key: title.toLowerCase(),
        readingId: id,
        fileName: `${title}.pdf`,
        mediaType: 'application/pdf',
        caseName: null,
        attributes: [],
      }),
  );
  return idText(result);
}
