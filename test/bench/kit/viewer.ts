import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { afterAll } from 'vitest';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** pdf.js's own viewer, set up as its examples are, with its pages drawn in a thread of their own. */
const PAGE = `<!doctype html><title>viewer</title><link rel="stylesheet" href="/web/pdf_viewer.css">
<style>body { margin: 0 } #container { position: absolute; overflow: auto }</style>
<div id="container" tabindex="0"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
  import * as pdfjsLib from '/build/pdf.min.mjs';
  globalThis.pdfjsLib = pdfjsLib;
  const { EventBus, PDFLinkService, PDFViewer } = await import('/web/pdf_viewer.mjs');
  pdfjsLib.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.min.mjs';
  pdfjsLib.GlobalWorkerOptions.rendererSrc = '/build/pdf.renderer.min.mjs';
  const container = document.querySelector('#container');
  globalThis.openViewer = async (scale, width, height) => {
    Object.assign(container.style, { width: width + 'px', height: height + 'px' });
    const eventBus = new EventBus();
    const linkService = new PDFLinkService({ eventBus });
    const viewer = new PDFViewer({ container, eventBus, linkService });
    linkService.setViewer(viewer);
    const drawn = new Promise((resolve) => eventBus.on('pagerendered', ({ pageNumber }) => pageNumber === 1 && resolve()));
    eventBus.on('pagesinit', () => { viewer.currentScale = scale });
    const start = performance.now();
    const pdf = await pdfjsLib.getDocument({
      url: '/file.pdf', cMapUrl: '/cmaps/', standardFontDataUrl: '/standard_fonts/', wasmUrl: '/wasm/', iccUrl: '/iccs/',
      enableXfa: false, verbosity: 0,
    }).promise;
    viewer.setDocument(pdf);
    linkService.setDocument(pdf, null);
    await drawn;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  };
  globalThis.ready = true;
</script>`;

const TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** The part of a file that is asked for, first and last byte; null for all of it. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | null {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined) return null;
  return {
    from: Number(from),
    to: Math.min(size - 1, to === '' || to === undefined ? size - 1 : Number(to)),
  };
}

/** Serves pdf.js's own viewer and one PDF, by ranges, for one bench file. @returns the address of the page */
export async function serveViewer(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    if (path === '/file.pdf') {
      const range = rangeOf(request.headers.range, bytes.length);
      response.setHeader('accept-ranges', 'bytes').setHeader('content-type', 'application/pdf');
      if (range === null) {
        response.setHeader('content-length', bytes.length).end(bytes);
        return;
      }
      const part = bytes.subarray(range.from, range.to + 1);
      response.statusCode = 206;
      response.setHeader('content-range', `bytes ${range.from}-${range.to}/${bytes.length}`);
      response.setHeader('content-length', part.length).end(part);
      return;
    }
    try {
      const found = readFileSync(join(PDFJS, path));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(found);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
