import type { PageFacts, PageRect } from '../../text/pages.ts';
import type { Rect } from '../reader/rects.ts';

/** Quarter turns clockwise that a person has given the pages. */
export type Turn = 0 | 90 | 180 | 270;

/** How a page stands on the screen. */
export interface PageView {
  /** Css px for a point. */
  readonly scale: number;
  readonly turn: Turn;
  /** Size on the screen, px. */
  readonly width: number;
  readonly height: number;
  /** Size of the page as it was published, in points. */
  readonly page: { readonly width: number; readonly height: number };
}

/** The size of a page in points once it has been turned. */
export function turnedSize({ width, height }: Pick<PageFacts, 'width' | 'height'>, turn: Turn) {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** Whole px, so that the page's picture is as sharp as the screen. */
export function pageView(page: Pick<PageFacts, 'width' | 'height'>, scale: number, turn: Turn): PageView {
  const { width, height } = turnedSize(page, turn);
  return {
    scale,
    turn,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    page: { width: page.width, height: page.height },
  };
}

/** A rectangle of the page, in points, as it stands on the screen: px from the corner of the turned page. */
export function toScreen({ scale, turn, page }: PageView, { x, y, width, height }: PageRect): Rect {
  const turned =
    turn === 90
      ? { x: page.height - y - height, y: x, width: height, height: width }
      : turn === 180
        ? { x: page.width - x - width, y: page.height - y - height, width, height }
        : turn === 270
          ? { x: y, y: page.width - x - width, width: height, height: width }
          : { x, y, width, height };
  return {
    x: turned.x * scale,
    y: turned.y * scale,
    width: turned.width * scale,
    height: turned.height * scale,
  };
}

/** A point of the screen, px from the corner of the turned page, as a place on the page in points. */
export function toPage({ scale, turn, page }: PageView, x: number, y: number): { x: number; y: number } {
  const [a, b] = [x / scale, y / scale];
  if (turn === 90) return { x: b, y: page.height - a };
  if (turn === 180) return { x: page.width - a, y: page.height - b };
  if (turn === 270) return { x: page.width - b, y: a };
  return { x: a, y: b };
}

/** The CSS transform that brings a layer in points, of the page's own size, onto the turned page. */
export function layerTransform({ scale, turn, width, height }: PageView): string {
  const move =
    turn === 90
      ? `translate(${width}px, 0)`
      : turn === 180
        ? `translate(${width}px, ${height}px)`
        : turn === 270
          ? `translate(0, ${height}px)`
          : '';
  return `${move} rotate(${turn}deg) scale(${scale})`.trim();
}
