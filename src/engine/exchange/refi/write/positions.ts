import { countWhile } from '../../../../text/ascending.ts';
import { offsetTable, toCodePoint, utf16 } from '../../../../text/offsets.ts';
import type { Rules } from './profile.ts';

/**
 * @param text canonical
 * @returns what turns its offsets (UTF-16 units) into positions in the file that is written for it
 */
export function positionsIn(text: string, rules: Rules): (offset: number) => number {
  const table = offsetTable(text);
  const ends = rules.countsCr ? Uint32Array.from(text.matchAll(/\n/g), ({ index }) => index) : null;
  return (offset) => {
    const position = rules.utf16 ? offset : toCodePoint(table, utf16(offset));
    return ends ? position + countWhile(ends.length, (at) => (ends[at] ?? 0) < offset) : position;
  };
}

/** @returns the text as its file has it */
export const writtenText = (text: string, { crlf, bom }: Rules): string =>
  (bom ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
