import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportError } from '../../import/errors.ts';
import { inMegabytes } from '../../import/limits.ts';
import { readCsv } from './csv.ts';
import { MOST, type TableContent, unreadable } from './sheet.ts';
import { unfold } from './unfold.ts';
import { readXlsx } from './xlsx/read.ts';

const CHOOSE = 'Choose a .csv or .xlsx file.';

/**
 * Reads a table from a file: a workbook, or text with commas, semicolons, tabs or bars between its fields. What it is shows
 * in its bytes, not in its name.
 * @throws ColligoError NOT_FOUND, UNREADABLE
 */
export async function readTables(path: string): Promise<TableContent> {
  const name = basename(path);
  const bytes = await load(path, name);
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === '\xd0\xcf\x11\xe0')
    throw unreadable(
      `${name} is an older workbook (.xls), or one with a password.`,
      'Open it in a spreadsheet program and save it as .xlsx without a password.',
    );
  const { sheets, notices } = head.startsWith('PK')
    ? { sheets: await readXlsx(bytes), notices: [] }
    : textOf(bytes, name);
  if (sheets.length === 0)
    throw unreadable(`${name} holds no table: there are no rows below a row of titles.`, CHOOSE);
  return { name, notices, sheets: sheets.flatMap(unfold) };
}

function textOf(bytes: Uint8Array, name: string) {
  try {
    const { sheet, notices } = readCsv(bytes);
    return { sheets: sheet ? [sheet] : [], notices };
  } catch (error) {
    if (error instanceof ImportError) throw unreadable(`${name} cannot be read as a table.`, CHOOSE);
    throw error;
  }
}

async function load(path: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile())
    throw unreadable(`${name} cannot be read: it is not there, or it is not a file.`, CHOOSE);
  if (facts.size > MOST.bytes)
    throw unreadable(
      `${name} holds ${inMegabytes(facts.size)}, more than the ${inMegabytes(MOST.bytes)} that a table may.`,
      'Leave out what is not needed, or divide it.',
    );
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw unreadable(`${name} may not be read.`, 'Change its permissions, or copy it elsewhere.');
  }
}
