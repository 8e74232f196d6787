/** Browsers draw nothing that lies further down than some seventeen million px; a table of a million rows is higher. */
const HIGHEST = 15_000_000;

/** How a content is scrolled that may be higher than what a browser can scroll. All in px. */
export interface Scrolled {
  /** How high the element is that stands for it. */
  readonly height: number;
  /** @param top how far the element is scrolled; @returns what of the content is then at the head */
  toContent(top: number): number;
  /** @param top how far it is scrolled; @returns how far it is to be, so that a stretch of the content is in sight */
  showing(top: number, start: number, end: number): number;
}

/**
 * @param height of the content
 * @param room how much of it is in sight
 */
export function scrolled(height: number, room: number): Scrolled {
  const own = Math.min(height, HIGHEST);
  // Both ways end where both ends are reached.
  const scale = own <= room || own === height ? 1 : (height - room) / (own - room);
  return {
    height: own,
    toContent: (top) => top * scale,
    showing: (top, start, end) => {
      if (start < top * scale) return start / scale;
      return end > top * scale + room ? (end - room) / scale : top;
    },
  };
}
