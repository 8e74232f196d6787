import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Region } from '../../contract/common.ts';
import { ColligoError } from '../errors.ts';
import { type Canvas, library } from './library.ts';

/** The most pixels that a side of a drawn part has: a quarter of a poster at 300 dots an inch. */
export const MOST_SIDE = 4096;

/** How long drawing may take, in ms; a dense map takes one or two seconds. */
const MOST_MS = 20_000;

/** A drawn part of a page; sizes in pixels. */
export interface Drawing {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a part of a page as it was published, on white.
 * @param pdf the open document
 * @param region in points, within its page
 * @param scale pixels a point; less where a side would have more than 4096 pixels
 * @returns a PNG; the same bytes for the same part on the same machine
 * @throws ColligoError CANCELLED, or REFUSED where it takes longer than 20 s; what pdf.js throws for a damaged page
 */
export async function drawRegion(
  pdf: PDFDocumentProxy,
  region: Region,
  scale: number,
  signal: AbortSignal,
): Promise<Drawing> {
  const { createCanvas } = await library();
  const page = await pdf.getPage(region.page);
  const exact = Math.min(scale, MOST_SIDE / region.width, MOST_SIDE / region.height);
  const width = pixels(region.width * exact);
  const height = pixels(region.height * exact);
  const canvas = createCanvas(width, height);
  const viewport = page.getViewport({
    scale: exact,
    offsetX: -region.x * exact,
    offsetY: -region.y * exact,
  });
  // pdf.js is typed for a browser's canvas; what it asks of one, this one has.
  const task = page.render({ canvas: canvas as never, viewport, background: 'rgb(255,255,255)' });
  const until = performance.now() + MOST_MS;
  let isLate = false;
  // Between two portions others get their turn: without it no word of a cancelling would come through.
  task.onContinue = (proceed: () => void) =>
    setImmediate(() => {
      isLate = performance.now() > until;
      if (isLate || signal.aborted) task.cancel();
      else proceed();
    });
  try {
    if (signal.aborted) task.cancel();
    await task.promise;
    return { png: canvas.toBuffer('image/png'), width, height };
  } catch (error) {
    if (signal.aborted)
      throw new ColligoError('CANCELLED', 'This was cancelled.', { safe: 'Nothing was changed.' });
    if (isLate) throw tooSlow();
    throw error;
  } finally {
    page.cleanup();
    release(canvas);
  }
}

/** @returns a side of a picture in whole pixels, no longer than it may be */
export const pixels = (exact: number): number => Math.min(Math.max(Math.round(exact), 1), MOST_SIDE);

/** Gives back a canvas's memory at once: it lies outside of what is collected as garbage. */
export function release(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** What is said where a part of a page takes too long to draw. */
export const tooSlow = (): ColligoError =>
  new ColligoError('REFUSED', 'This part of the page takes too long to draw.', {
    safe: 'Its passage and its codings are as they were.',
    remedy: 'Look at it on the page, or choose a smaller part.',
  });
