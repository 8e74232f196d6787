import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { useShownPages } from '../state/pages.ts';
import { openPdf } from './pdf.ts';
import type { PageView } from './view.ts';

/** The most device pixels of one picture; a larger page is drawn less sharp, and its part in sight again on top. */
const MOST_PIXELS = 5_000_000;

/** Whether a page takes more device pixels than a picture has: then its part in sight is drawn again on top. */
export const isLarge = ({ width, height }: PageView, ratio: number): boolean =>
  width * height * ratio * ratio > MOST_PIXELS;

/** The part of a page that is in sight, px of the screen from the page's corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The device's own pixels for a css px; follows the window to another screen and the browser's zoom. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const look = () => setRatio(devicePixelRatio);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [ratio]);
  return ratio;
}

interface Wanted {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly view: PageView;
  readonly part: Part;
  readonly ratio: number;
}

/** Draws a part of a page on a canvas of its own. @returns the task to be cancelled, and the canvas once it is drawn */
function draw({ pdf, number, view, part, ratio }: Wanted): {
  stop: () => void;
  drawn: Promise<HTMLCanvasElement | null>;
} {
  let stopped = false;
  let task: RenderTask | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let page: PDFPageProxy | null = null;
  const work = async () => {
    page = await pdf.getPage(number);
    if (stopped) return null;
    const rotation = (page.rotate + view.turn) % 360;
    const viewport = page.getViewport({ scale: view.scale, rotation });
    canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(part.width * ratio));
    canvas.height = Math.max(1, Math.round(part.height * ratio));
    task = page.render({
      canvas,
      viewport,
      transform: [ratio, 0, 0, ratio, -part.x * ratio, -part.y * ratio],
      // What is in the file is shown; nothing in it is run or filled in.
      annotationMode: 1,
    });
    await task.promise;
    // Holds on to what the page needs to be drawn again only while it is being drawn.
    page.cleanup();
    return canvas;
  };
  return {
    stop: () => {
      stopped = true;
      task?.cancel();
    },
    drawn: work().catch((error: unknown) => {
      // What was begun and not finished would keep its memory until it is collected.
      drop(canvas);
      page?.cleanup();
      if (stopped || (error instanceof Error && error.name === 'RenderingCancelledException')) return null;
      throw error;
    }),
  };
}

/** Gives back a picture's memory at once rather than when it is collected. */
function drop(canvas: HTMLCanvasElement | null): void {
  if (canvas === null) return;
  canvas.remove();
  canvas.width = 0;
  canvas.height = 0;
}

/**
 * A picture of a page, or of the part of it that is in sight. While it is drawn anew for another size, the one before is
 * shown stretched; on the way out its memory is given back.
 */
function usePicture(
  host: RefObject<HTMLElement | null>,
  { documentId, versionId, number }: Place,
  view: PageView,
  part: Part | null,
  ratio: number,
): unknown {
  const [failure, setFailure] = useState<unknown>(null);
  const shown = useRef<HTMLCanvasElement | null>(null);
  const { scale, turn, width, height, page } = view;
  const { x, y, width: across, height: down } = part ?? { x: 0, y: 0, width: 0, height: 0 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view and a part are what they hold
  useEffect(() => {
    if (across === 0 || down === 0) return;
    let task: ReturnType<typeof draw> | null = null;
    let left = false;
    const begin = async () => {
      const pdf = await openPdf(documentId, versionId);
      if (left) return;
      task = draw({ pdf, number, view, part: { x, y, width: across, height: down }, ratio });
      const canvas = await task.drawn;
      if (canvas === null || left || host.current === null) return drop(canvas);
      Object.assign(canvas.style, {
        insetInlineStart: `${(x / width) * 100}%`,
        insetBlockStart: `${(y / height) * 100}%`,
        inlineSize: `${(across / width) * 100}%`,
        blockSize: `${(down / height) * 100}%`,
      });
      host.current.append(canvas);
      drop(shown.current);
      shown.current = canvas;
      host.current.dataset['drawn'] = 'true';
      // What waited for it begins once it is on the screen.
      requestAnimationFrame(() => setTimeout(() => useShownPages.setState({ drawn: true })));
      setFailure(null);
    };
    begin().catch((error: unknown) => {
      if (left) return;
      useShownPages.setState({ drawn: true });
      setFailure(error);
    });
    return () => {
      left = true;
      task?.stop();
    };
  }, [
    documentId,
    versionId,
    number,
    scale,
    turn,
    width,
    height,
    page.width,
    page.height,
    x,
    y,
    across,
    down,
    ratio,
  ]);
  useEffect(() => () => drop(shown.current), []);
  return failure;
}

interface Place {
  readonly documentId: string;
  readonly versionId: string;
  /** Physical page, from 1. */
  readonly number: number;
}

/** The picture of one page, sharp at every size. */
export function PageCanvas({ place, view, sight }: { place: Place; view: PageView; sight: Part | null }) {
  const t = useText();
  const whole = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const ratio = usePixelRatio();
  const all: Part = { x: 0, y: 0, width: view.width, height: view.height };
  const share = Math.min(1, Math.sqrt(MOST_PIXELS / (view.width * view.height * ratio * ratio)));
  const failure = usePicture(whole, place, view, all, ratio * share);
  usePicture(detail, place, view, share < 1 ? sight : null, ratio);
  return (
    <>
      <div className="pg-picture" ref={whole} />
      {share < 1 ? <div className="pg-picture" ref={detail} /> : null}
      {failure === null ? null : <p className="pg-failure">{t('pages.failed')}</p>}
    </>
  );
}
