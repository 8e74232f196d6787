/** As many UTF-16 units as Excel keeps in a cell. */
export const MOST_UNITS = 32_767;

/** Ends a text that was cut, so that nobody takes it for the whole. */
export const CUT = ' […cut here: a cell of a workbook holds 32,767 characters]';

/**
 * @param text of any length, UTF-16
 * @returns the text, or its beginning and a mark where it is longer than a cell can be; no surrogate pair is split
 */
export function cutToFit(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  const kept = text.slice(0, MOST_UNITS - CUT.length);
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * What XML cannot hold, or would change: control characters, carriage returns, non-characters. TAB and LF stay as they are.
 * And the beginning of what would look like the escape below once these are written so.
 */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF])/g;

const escaped = (unit: string) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * @returns the text as it stands in an element or attribute of a workbook: what XML cannot hold is written `_xHHHH_`, as
 * ECMA-376 has it (part 1, 22.9.2.19, ST_Xstring); half a surrogate pair becomes U+FFFD
 */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, escaped)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
