import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { packageFiles } from '../../pdfjs-files.ts';
import { ImportError } from '../errors.ts';

/** pdf.js, set up so that both its halves run in this thread: parsers have a worker of their own already. */
async function loadLibrary() {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}

const HEAD = 1024;
const TAIL = 2048;

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Whether bytes begin as a PDF does. Readers look for the mark within the first kilobyte (ISO 32000-1, annex H, 3.4.1). */
const beginsAsPdf = (bytes: Uint8Array) => latin(bytes.subarray(0, HEAD)).includes('%PDF-');

/** Whether bytes end as a PDF does: one that was cut short on its way does not (ISO 32000-2, 7.5.5). */
export const endsAsPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(-TAIL)).includes('%%EOF');

/** Whether an error is one of ours rather than of a file: pdf.js gives names of its own to what a file causes. */
export const isMistake = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;

/** What to say of a file whose bytes do not make sense, and of one that ends early. */
export function damaged(bytes: Uint8Array, cause: unknown): ImportError {
  const what = endsAsPdf(bytes) ? 'The PDF is damaged' : 'The PDF is cut short';
  return new ImportError('damaged', `${what} and could not be read: get it again from where it came from.`, {
    cause,
  });
}

/**
 * Opens a PDF in this thread. A file that is encrypted so that anybody may open it simply opens. Nothing in it is executed,
 * nothing is fetched, images are not decoded.
 * @param bytes are left as they are
 * @returns the document of pdf.js; `loadingTask.destroy()` gives its memory back
 * Rejects with ImportError.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  if (!beginsAsPdf(bytes)) {
    throw new ImportError(
      'binary',
      'This is not a PDF, whatever its name says: save it as a PDF or give it its proper name.',
    );
  }
  const { getDocument, VerbosityLevel } = await loadLibrary();
  try {
    return await getDocument({
      // pdf.js takes its bytes away from whoever gives them.
      data: bytes.slice(),
      verbosity: VerbosityLevel.ERRORS,
      BinaryDataFactory: packageFiles('cMapUrl', 'wasmUrl'),
      cMapUrl: 'cmaps/',
      wasmUrl: 'wasm/',
      useWorkerFetch: false,
      useSystemFonts: false,
      // The shapes of the standard fonts are not needed, and without them a font says that the file does not bring it.
      // Letters are asked where they stand, not drawn; with font faces pdf.js would look for a page to put them on.
      disableFontFace: true,
      fontExtraProperties: true,
      // Any image of more than one dot is left out.
      maxImageSize: 1,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      disableWorkerRendering: true,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ImportError(
        'encrypted',
        'The PDF needs a password: save a copy of it without one, and import that.',
        { cause: error },
      );
    }
    throw damaged(bytes, error);
  }
}
