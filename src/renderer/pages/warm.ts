import type { PDFWorker } from 'pdfjs-dist';

/**
 * A page with a word and a line (ISO 32000-2, 7.5; without a table of references, which pdf.js makes itself). A standard font,
 * so that what reads fonts is used, too.
 */
const SPECIMEN = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 52>>stream
BT /F 12 Tf 9 50 Td (Colligo) Tj ET 9 9 50 1 re f   
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
`;

/**
 * Draws a page that nobody sees, so that the threads that read and draw pages have started, and their code is compiled, when
 * the first document is opened. Rejects where pages cannot be drawn.
 * @param fonts address of the folder with the standard fonts
 */
export async function warmUp(
  pdfjs: typeof import('pdfjs-dist'),
  worker: PDFWorker,
  fonts: string,
): Promise<void> {
  const data = new TextEncoder().encode(SPECIMEN);
  const task = pdfjs.getDocument({ data, worker, standardFontDataUrl: fonts, verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: 1 });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  await task.destroy();
}
