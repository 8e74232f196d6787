import type { Cell, Field } from '../../fields/field.ts';
import { LOOK, type Look } from './styles.ts';
import { cutToFit, xmlText } from './text.ts';

/** Beginnings that make a formula of what somebody types. */
const SIGN = /^[=+\-@']/;

const DAY = 24 * 60 * 60 * 1000;

/** Days between the day 0 of a workbook, 30 December 1899, and 1 January 1970. */
const EPOCH = 25_569;

/**
 * @param index from 0
 * @returns the column's letters: A, Z, AA
 */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/**
 * @param at the cell's name: B7
 * @param text shown as it is, never as a formula; cut with a mark where it is too long
 * @returns the cell's XML; none for an empty text
 */
export function textCell(at: string, text: string, look: Look = LOOK.plain): string {
  if (text === '') return '';
  const style = look === LOOK.plain && SIGN.test(text) ? LOOK.sign : look;
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${styled(style)} t="inlineStr"><is><t${space}>${xmlText(cutToFit(text))}</t></is></c>`;
}

/** @returns a number's cell */
export const numberCell = (at: string, value: number, look: Look = LOOK.plain): string =>
  `<c r="${at}"${styled(look)}><v>${value}</v></c>`;

/**
 * @param field the column, which decides how a number is rounded and what is a moment
 * @param cell what stands in it; null and the empty text are an empty cell
 */
export function cellXml(at: string, field: Field, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') {
    return numberCell(at, field.decimals === undefined ? cell : Number(cell.toFixed(field.decimals)));
  }
  const moment = field.type === 'datetime' ? Date.parse(cell) : Number.NaN;
  return Number.isNaN(moment) ? textCell(at, cell) : numberCell(at, moment / DAY + EPOCH, LOOK.moment);
}

const styled = (look: Look) => (look === LOOK.plain ? '' : ` s="${look}"`);
