/** Formats of dates that are not spelled out in a workbook (ECMA-376 part 1, 18.8.30, with those of East Asian languages). */
const isBuiltIn = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/**
 * @param id number of a number format
 * @param code how it is spelled out, where it is
 * @returns whether it shows a day; one that shows a time of day alone does not
 */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  // What is quoted, escaped or in brackets (colours, languages, elapsed time) is no part of a date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

const DAY = 24 * 60 * 60 * 1000;

/** Days from the day 0 of each calendar to 1 January 1970: 30 December 1899 and 1 January 1904. */
const EPOCHS = { 1900: 25_569, 1904: 24_107 };

/**
 * A day as a workbook counts it. Before March 1900 the calendar of 1900 counts a leap day that there never was, so that
 * days are one less than elsewhere (ECMA-376 part 1, 18.17.4.1).
 * @returns 2025-07-26, or 2025-07-26T10:30:00 where it has a time; null for what is no day
 */
export function dayOf(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  if (!is1904 && (serial < 1 || Math.floor(serial) === 60)) return null;
  const shifted = !is1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((shifted - EPOCHS[is1904 ? 1904 : 1900]) * (DAY / 1000));
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}
