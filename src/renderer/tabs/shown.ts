/** The least a tab shrinks to before the rest goes into a list, and the room that the list's button takes, px. */
const TAB_MIN = 128;
const MORE = 32;

/**
 * Says which tabs stand in the bar; the others are in the list behind them. The one in front always stands.
 * @param count of tabs
 * @param front place of the one in front, from 0, or -1
 * @param room for the tabs, px; 0 or less where it is not known yet
 * @returns places, ascending
 */
export function shownTabs(count: number, front: number, room: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (room <= 0 || count * TAB_MIN <= room) return all;
  const fit = Math.max(1, Math.floor((room - MORE) / TAB_MIN));
  if (front < fit) return all.slice(0, fit);
  return [...all.slice(0, fit - 1), front];
}
