import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { queryClient } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { keepFew } from './keep-few.ts';
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

  /** @param size of the file, bytes */
  constructor(documentId: string, size: number) {
    this.#documentId = documentId;
    const last = Math.floor((size - 1) / CHUNK);
    for (const piece of new Set([
      0,
      ...Array.from({ length: LAST }, (_, back) => Math.max(0, last - back)),
    ])) {
      const bytes = this.#ask(piece * CHUNK);
      // It may never be asked for; where it is, a failure is told there.
      bytes.catch(() => undefined);
      this.#ahead.set(piece * CHUNK, bytes);
    }
  }

  /** @returns the bytes from `begin` to `end`; both lie where pieces begin, or the file ends */
  async read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let from = begin; from < end; from += CHUNK) {
      parts.push(await (this.#ahead.get(from) ?? this.#ask(from)));
      this.#ahead.delete(from);
    }
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && only.length === end - begin) return only;
    const whole = new Uint8Array(end - begin);
    for (const [index, part] of parts.entries())
      whole.set(part.subarray(0, end - begin - index * CHUNK), index * CHUNK);
    return whole;
  }

  async #ask(from: number): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes } = await client.documents.original({ document: this.#documentId, from, count: CHUNK });
    return Uint8Array.fromBase64(bytes);
  }
}

async function load(documentId: string, opened: Opened): Promise<PDFDocumentProxy> {
  const list = api.documents.list.queryOptions();
  // What is known is not waited for: the pieces are asked for before anything else.
  const documents = queryClient.getQueryData(list.queryKey) ?? (await queryClient.fetchQuery(list));
  const size = documents?.find(({ id }) => id === documentId)?.size ?? 0;
  const pieces = new Pieces(documentId, size);
  const pdfjs = await startPdf();
  const transport = new pdfjs.PDFDataRangeTransport(size, null);
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
  readonly documentId: string;
  readonly document: Promise<PDFDocumentProxy>;
  readonly fail: (error: unknown) => void;
  task: PDFDocumentLoadingTask | null;
}

/** Files that were shown last, the newest at the end: going back to a tab is as quick as turning a page. */
const opened: Opened[] = [];

/**
 * Opens the original of a document for drawing. What was opened longest ago is closed.
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
  const now: Opened = { key, documentId, document: promise, fail: reject, task: null };
  opened.push(now);
  load(documentId, now).then(resolve, (error: unknown) => {
    // The next to ask tries anew.
    const index = opened.indexOf(now);
    if (index >= 0) opened.splice(index, 1);
    reject(error);
  });
  keepFew(opened, now, ({ task }) => void task?.destroy());
  return promise;
}
