import { type RefObject, useEffect, useState } from 'react';
import { openPdf } from '../pages/pdf.ts';
import { isKnownPicture, openPicture } from '../pages/picture.ts';
import { layerTransform, type PageView } from '../pages/view.ts';
import { whenIdle } from './queue.ts';

interface Wanted {
  readonly documentId: string;
  readonly versionId: string;
  /** Physical page, from 1. */
  readonly number: number;
  readonly view: PageView;
  readonly ratio: number;
}

function canvasFor(view: PageView, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(view.width * ratio));
  canvas.height = Math.max(1, Math.round(view.height * ratio));
  return canvas;
}

/** The same of a picture that is a document. */
async function drawPicture(
  documentId: string,
  versionId: string,
  view: PageView,
  ratio: number,
): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = await openPicture(documentId, versionId);
  await image.decode();
  const canvas = canvasFor(view, ratio);
  const context = canvas.getContext('2d');
  context?.setTransform(new DOMMatrix(layerTransform({ ...view, scale: 1 })).preMultiplySelf(scaling(ratio)));
  context?.drawImage(image, 0, 0, view.page.width * view.scale, view.page.height * view.scale);
  return canvas;
}

const scaling = (ratio: number) => new DOMMatrix([ratio, 0, 0, ratio, 0, 0]);

/** Draws a page in small on a canvas. @returns null where it was stopped */
async function draw(
  { documentId, versionId, number, view, ratio }: Wanted,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (isKnownPicture(documentId)) return drawPicture(documentId, versionId, view, ratio);
  const pdf = await openPdf(documentId, versionId);
  if (signal.aborted) return null;
  const page = await pdf.getPage(number);
  if (signal.aborted) return null;
  const canvas = canvasFor(view, ratio);
  const rotation = (page.rotate + view.turn) % 360;
  const viewport = page.getViewport({ scale: view.scale * ratio, rotation });
  // What is in the file is shown; nothing in it is run or filled in.
  const task = page.render({ canvas, viewport, annotationMode: 1 });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
  return canvas;
}

/**
 * Puts a small picture of a page into an element once there is time for it, and gives its memory back on the way out.
 * @returns whether it could not be drawn
 */
export function useThumbnail(host: RefObject<HTMLElement | null>, wanted: Wanted): boolean {
  const { documentId, versionId, number, view, ratio } = wanted;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let canvas: HTMLCanvasElement | null = null;
    const stop = whenIdle(async (signal) => {
      try {
        const drawn = await draw({ documentId, versionId, number, view, ratio }, signal);
        if (drawn === null || signal.aborted) return;
        canvas = drawn;
        host.current?.replaceChildren(canvas);
        setFailed(false);
      } catch {
        // Said in its place: nothing else hangs on a thumbnail.
        if (!signal.aborted) setFailed(true);
      }
    });
    return () => {
      stop();
      if (canvas === null) return;
      canvas.remove();
      canvas.width = 0;
      canvas.height = 0;
    };
  }, [host, documentId, versionId, number, view, ratio]);
  return failed;
}
