import type { AttributeRow } from '../../../contract/cases.ts';
import { isDate } from '../attributes.ts';
import { type Cell, cellText, isEmpty } from './sheet.ts';

type Kind = AttributeRow['kind'];

/** A cell as a value of an attribute, or why it is none. */
export type Taken = { readonly value: string | number | boolean } | { readonly why: string };

/** Words that people write for yes and no. */
const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  false: false,
  no: false,
  n: false,
};

/** A number as programs write it, without thousands separators, which cannot be told from decimal signs. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const WITH_COMMA = /^[+-]?\d+,\d+$/;

/** The longest text that an attribute takes, and the longest label of a choice, UTF-16 units. */
const LONGEST = { text: 10_000, choice: 500 };

/**
 * Takes a cell that is not empty as a value of a kind.
 * @param decimalComma whether a comma in a number is its decimal sign
 */
export function takeCell(cell: Cell, kind: Kind, decimalComma: boolean): Taken {
  if (cell !== null && typeof cell === 'object')
    return { why: `The file has no value here, but ${cell.error}.` };
  const text = cellText(cell).trim();
  if (kind === 'number') {
    const number = typeof cell === 'number' ? cell : numberOf(text, decimalComma);
    return number === null ? { why: `“${text}” is not a number.` } : { value: number };
  }
  if (kind === 'boolean') {
    const yes = typeof cell === 'boolean' ? cell : (WORDS[text.toLowerCase()] ?? bit(cell, text));
    return yes === undefined ? { why: `“${text}” is neither yes nor no.` } : { value: yes };
  }
  if (kind === 'date') {
    return isDate(text)
      ? { value: text }
      : { why: `“${text}” is not a date such as 2025, 2025-07 or 2025-07-26.` };
  }
  // A text keeps the white space at its edges, which a choice has none of.
  const value = kind === 'choice' ? text : cellText(cell);
  if (value.length > LONGEST[kind])
    return { why: `The text is longer than ${LONGEST[kind].toLocaleString('en')} characters.` };
  return { value };
}

const bit = (cell: Cell, text: string) =>
  cell === 1 || text === '1' ? true : cell === 0 || text === '0' ? false : undefined;

function numberOf(text: string, decimalComma: boolean): number | null {
  const plain = decimalComma && WITH_COMMA.test(text) ? text.replace(',', '.') : text;
  const number = Number(plain);
  return NUMBER.test(plain) && Number.isFinite(number) ? number : null;
}

/** Numbers that are names rather than amounts: with zeros before them, or longer than a number is exact. */
const isName = (cell: Cell) => typeof cell === 'string' && /^0\d|\d{16}/.test(cell.trim());

/** At most so many different texts are choices, each of them twice on average. */
const MOST_CHOICES = 12;

/** @returns the kind that all cells of a column are of; text where they are of none, or all empty */
export function kindOf(cells: readonly Cell[], decimalComma: boolean): Kind {
  const filled = cells.filter((cell) => !isEmpty(cell));
  if (filled.length === 0) return 'text';
  const fits = (kind: Kind) => filled.every((cell) => 'value' in takeCell(cell, kind, decimalComma));
  const isYear = (cell: Cell) => /^[12]\d{3}$/.test(cellText(cell).trim());
  if (!filled.some((cell) => /^[01]$/.test(cellText(cell).trim())) && fits('boolean')) return 'boolean';
  if (!filled.some(isName) && fits('number')) return 'number';
  if (fits('date') && !filled.every(isYear)) return 'date';
  const labels = new Set(filled.map((cell) => cellText(cell).trim()));
  const areChoices = labels.size <= MOST_CHOICES && filled.length >= labels.size * 2;
  return areChoices && fits('choice') ? 'choice' : 'text';
}
