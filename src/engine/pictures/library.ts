import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { packageFiles } from '../pdfjs-files.ts';

const { resolve } = createRequire(import.meta.url);

/** Filters are a browser's: pdf.js does without them outside of one. */
class NoFilters {
  addFilter = () => 'none';
  addHCMFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addKnockoutFilter = () => 'none';
  addHighlightHCMFilter = () => 'none';
  addSelectionHCMFilter = () => 'none';
  addSelectionFilter = () => 'none';
  createSelectionStyle = () => null;
  destroy() {}
}

/** An image of more pixels than this is left out of a page, so that no file can take all memory. */
const MOST_IMAGE_PIXELS = 64_000_000;

/** The most bytes that one surface within a page may take. */
const MOST_SURFACE_BYTES = 256_000_000;

export type Canvas = import('@napi-rs/canvas').Canvas;

export type Image = import('@napi-rs/canvas').Image;

export interface Library {
  createCanvas(width: number, height: number): Canvas;
  /**
   * Decodes a picture. Whoever asks has looked at its head: other bytes might be a drawing that
   * names files.
   */
  decode(bytes: Buffer): Promise<Image>;
  /**
   * Begins to read a PDF; nothing in it is run.
   * @param bytes taken over by the reading: a copy, where they are needed afterwards
   */
  open(bytes: Uint8Array): PDFDocumentLoadingTask;
}

/**
 * Loads what draws pages: pdf.js as it runs in Node, on a canvas without a browser. What pdf.js looks for itself where it knows
 * that it is in Node is given to it here, since in a process of Electron it takes itself to be in a browser.
 */
async function load(): Promise<Library> {
  const { createCanvas, DOMMatrix, loadImage, Path2D } = await import('@napi-rs/canvas');
  const world = globalThis as { DOMMatrix?: unknown; Path2D?: unknown };
  world.DOMMatrix ??= DOMMatrix;
  world.Path2D ??= Path2D;
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import(
    'pdfjs-dist/legacy/build/pdf.mjs'
  );
  // The parser runs in this thread, which is a worker already.
  GlobalWorkerOptions.workerSrc = pathToFileURL(resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href;

  class Canvases {
    create(width: number, height: number) {
      const canvas = createCanvas(width, height);
      return { canvas, context: canvas.getContext('2d') };
    }
    reset({ canvas }: { canvas: Canvas }, width: number, height: number): void {
      canvas.width = width;
      canvas.height = height;
    }
    destroy({ canvas }: { canvas: Canvas }): void {
      canvas.width = 0;
      canvas.height = 0;
    }
    getNoAlphaContext(canvas: Canvas) {
      return canvas.getContext('2d', { alpha: false });
    }
  }

  return {
    createCanvas,
    decode: (bytes) => loadImage(bytes),
    open: (bytes) =>
      getDocument({
        data: bytes,
        verbosity: VerbosityLevel.ERRORS,
        cMapUrl: 'cmaps/',
        cMapPacked: true,
        standardFontDataUrl: 'standard_fonts/',
        wasmUrl: 'wasm/',
        useWorkerFetch: false,
        useSystemFonts: false,
        disableFontFace: true,
        isOffscreenCanvasSupported: false,
        isImageDecoderSupported: false,
        maxImageSize: MOST_IMAGE_PIXELS,
        canvasMaxAreaInBytes: MOST_SURFACE_BYTES,
        BinaryDataFactory: packageFiles('cMapUrl', 'standardFontDataUrl', 'wasmUrl'),
        CanvasFactory: Canvases,
        FilterFactory: NoFilters,
      }),
  };
}

let loaded: Promise<Library> | undefined;

/** @returns what draws pages, loaded when it is first asked for: most projects never need it */
export function library(): Promise<Library> {
  loaded ??= load();
  return loaded;
}
