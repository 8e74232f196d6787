import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { client } from '../client/shell.ts';
import { warmUp } from './warm.ts';

type Pdfjs = typeof import('pdfjs-dist');

/** Where the build puts what pdf.js loads as it needs it: character maps, standard fonts, decoders, colour profiles. */
const HOME = new URL('pdfjs/', document.baseURI).href;

/** Bytes that pdf.js asks for at once: each time that it misses some it begins anew, so that few large pieces beat many. */
const CHUNK = 512 * 1024;

/** So many pieces are fetched from the end of a file before it is looked at: there a PDF says where everything lies. */
const LAST = 2;

let library: Promise<Pdfjs> | null = null;
let worker: PDFWorker | null = null;

/** Loads pdf.js once, and starts the thread that reads files, which all documents share. */
export function startPdf(): Promise<Pdfjs> {
  library ??= import('pdfjs-dist').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    // Pages are drawn in a thread of their own, so that scrolling never waits for one.
    pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;
    pdfjs.GlobalWorkerOptions.rendererPorts = [new Worker(rendererUrl, { type: 'module' })];
    worker = new pdfjs.PDFWorker({ verbosity: 0 });
    // Where pages cannot be drawn, the first that somebody wants to see says so.
    warmUp(pdfjs, worker, `${HOME}standard_fonts/`).catch(() => undefined);
    return pdfjs;
  });
  return library;
}

/** Gives pieces of a file as pdf.js asks for them; those that it is sure to want first are asked for before it does. */
class Pieces {
  readonly #documentId: string;
  readonly #ahead = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(documentId: string) {
    this.#documentId = documentId;
  }

  /** @returns the size of the file, bytes, and its first piece */
  async begin(): Promise<{ size: number; head: Uint8Array<ArrayBuffer> }> {
    const { size, bytes } = await this.#ask(0);
    const last = Math.floor((size - 1) / CHUNK);
    for (let piece = last; piece > Math.max(0, last - LAST); piece--) {
      const bytesThere = this.#piece(piece * CHUNK);
      // It may never be asked for; where it is, a failure is told there.
      bytesThere.catch(() => undefined);
      this.#ahead.set(piece * CHUNK, bytesThere);
    }
    return { size, head: Uint8Array.fromBase64(bytes) };
  }

  async read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(end - begin);
    for (let from = begin; from < end; from += CHUNK) {
      const piece = await (this.#ahead.get(from) ?? this.#piece(from));
      this.#ahead.delete(from);
      whole.set(piece.subarray(0, end - from), from - begin);
    }
    return whole;
  }

  async #piece(from: number): Promise<Uint8Array<ArrayBuffer>> {
    return Uint8Array.fromBase64((await this.#ask(from)).bytes);
  }

  #ask(from: number) {
    return client.documents.original({ document: this.#documentId, from, count: CHUNK });
  }
}

async function load(documentId: string, opened: Opened): Promise<PDFDocumentProxy> {
  const pieces = new Pieces(documentId);
  const [pdfjs, { size, head }] = await Promise.all([startPdf(), pieces.begin()]);
  const transport = new pdfjs.PDFDataRangeTransport(size, head);
  transport.requestDataRange = (begin: number, end: number) => {
    pieces.read(begin, end).then(
      (bytes) => transport.onDataRange(begin, bytes),
      (error: unknown) => opened.fail(error),
    );
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

/** Opens the original of a document before its pages ask for it. Where that fails, they say so when they are drawn. */
export function openAhead(documentId: string, versionId: string): void {
  openPdf(documentId, versionId).catch(() => undefined);
}
