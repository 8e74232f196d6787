import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { ORIGINAL_PART } from '../../contract/documents.ts';
import { client } from '../client/shell.ts';

type Pdfjs = typeof import('pdfjs-dist');

/** Where the build puts what pdf.js loads as it needs it: character maps, standard fonts, decoders, colour profiles. */
const HOME = new URL('pdfjs/', document.baseURI).href;

/** Bytes that pdf.js asks for at once; the engine answers from memory, so that few large pieces beat many small ones. */
const CHUNK = 256 * 1024;

let library: Promise<Pdfjs> | null = null;
let worker: PDFWorker | null = null;

/** Loads pdf.js once, and starts the thread that reads files, which all documents share. */
export function startPdf(): Promise<Pdfjs> {
  library ??= import('pdfjs-dist').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    // Pages are drawn in a thread of their own, so that scrolling never waits for one.
    pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;
    worker = new pdfjs.PDFWorker();
    return pdfjs;
  });
  return library;
}

/** The bytes that the engine sends in base64. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(base64);

async function load(documentId: string, opened: Opened): Promise<PDFDocumentProxy> {
  const [pdfjs, head] = await Promise.all([
    startPdf(),
    client.documents.original({ document: documentId, from: 0, count: CHUNK }),
  ]);
  const transport = new pdfjs.PDFDataRangeTransport(head.size, bytesOf(head.bytes));
  transport.requestDataRange = (begin: number, end: number) => {
    const ask = async () => {
      const parts: Uint8Array[] = [];
      for (let from = begin; from < end; from += ORIGINAL_PART) {
        const count = Math.min(ORIGINAL_PART, end - from);
        const { bytes } = await client.documents.original({ document: documentId, from, count });
        parts.push(bytesOf(bytes));
      }
      const whole = new Uint8Array(end - begin);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      transport.onDataRange(begin, whole);
    };
    // A reader that was closed meanwhile asks for nothing more; anything else shows where the page stays blank.
    ask().catch((error: unknown) => opened.fail(error));
  };
  const task = pdfjs.getDocument({
    range: transport,
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    ...(worker === null ? {} : { worker }),
    cMapUrl: `${HOME}cmaps/`,
    standardFontDataUrl: `${HOME}standard_fonts/`,
    wasmUrl: `${HOME}wasm/`,
    iccUrl: `${HOME}iccs/`,
    enableXfa: false,
    verbosity: 0,
  });
  opened.task = task;
  return task.promise;
}

interface Opened {
  readonly key: string;
  readonly document: Promise<PDFDocumentProxy>;
  readonly fail: (error: unknown) => void;
  task: PDFDocumentLoadingTask | null;
}

/** Files that were shown last, the newest at the end: going back to a tab is as quick as turning a page. */
const opened: Opened[] = [];
const KEPT = 2;

/**
 * Opens the original of a document for drawing. What was opened before that is closed, but for the last.
 * @param versionId of the version that is shown: another one is another file
 */
export function openPdf(documentId: string, versionId: string): Promise<PDFDocumentProxy> {
  const key = `${documentId} ${versionId}`;
  const at = opened.findIndex((each) => each.key === key);
  const before = opened[at];
  if (before !== undefined) {
    opened.splice(at, 1);
    opened.push(before);
    return before.document;
  }
  const { promise, resolve, reject } = Promise.withResolvers<PDFDocumentProxy>();
  const now: Opened = { key, document: promise, fail: reject, task: null };
  opened.push(now);
  load(documentId, now).then(resolve, (error: unknown) => {
    // The next to ask tries anew.
    const index = opened.indexOf(now);
    if (index >= 0) opened.splice(index, 1);
    reject(error);
  });
  while (opened.length > KEPT) void opened.shift()?.task?.destroy();
  return promise;
}
