import { type Archive, openArchive } from '../../../import/docx/archive.ts';
import { elementsAt, type XmlElement } from '../../../import/docx/xml.ts';
import { ImportError } from '../../../import/errors.ts';
import { type Cell, MOST, refuseTooMany, type Sheet, sheetOf, type TableRow, unreadable } from '../sheet.ts';
import { dayOf } from './dates.ts';
import { bookOf, childrenOf, dayStyles, localName, relationsOf, sharedStrings, stringOf } from './parts.ts';

/** What the cells of all sheets need to be understood. */
interface Meaning {
  readonly strings: readonly string[];
  readonly days: readonly boolean[];
  readonly is1904: boolean;
}

const AGAIN = 'Open it in a spreadsheet program and save it as .xlsx without a password, or as CSV.';

/**
 * Reads a workbook (ECMA-376, Office Open XML). A formula counts as the value that was stored with it, and is never worked
 * out; a number that is shown as a day is a day. What a hostile archive may unpack to is limited before it is unpacked.
 * @returns its sheets that hold something below a head
 * @throws ColligoError UNREADABLE
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  try {
    return await sheetsOf(await openArchive(bytes));
  } catch (error) {
    throw error instanceof ImportError ? ofWorkbook(error) : error;
  }
}

async function sheetsOf(archive: Archive): Promise<Sheet[]> {
  const book = await part(archive, 'xl/workbook.xml');
  if (book === '') throw unreadable('This is not a workbook that can be read.', AGAIN);
  const { is1904, sheets } = bookOf(book);
  const paths = relationsOf(await part(archive, 'xl/_rels/workbook.xml.rels'));
  const meaning = {
    is1904,
    strings: sharedStrings(await part(archive, 'xl/sharedStrings.xml')),
    days: dayStyles(await part(archive, 'xl/styles.xml')),
  };
  const found: Sheet[] = [];
  let cells = 0;
  for (const { name, relation } of sheets) {
    const rows: TableRow[] = [];
    const xml = await part(archive, paths.get(relation) ?? '');
    for (const element of elementsAt(xml, 2)) {
      if (localName(element) !== 'row') continue;
      const row = rowOf(element, (rows.at(-1)?.number ?? 0) + 1, meaning);
      cells += row.cells.length;
      refuseTooMany(rows.length, row.cells.length, cells);
      rows.push(row);
    }
    const sheet = sheetOf(name, rows, false);
    if (sheet) found.push(sheet);
  }
  return found;
}

/** A part as text; empty where the archive has none. */
async function part(archive: Archive, name: string): Promise<string> {
  const bytes = await archive.read(name);
  if (bytes && bytes.length > MOST.part) throw unreadable('The workbook is too large to be read.', AGAIN);
  return bytes?.toString('utf8').replace(/^\ufeff/, '') ?? '';
}

function rowOf(element: XmlElement, next: number, meaning: Meaning): TableRow {
  const cells: Cell[] = [];
  for (const cell of childrenOf(element, 'c')) {
    const at = columnOf(cell.attributes.get('r')) ?? cells.length;
    refuseTooMany(0, at + 1, 0);
    while (cells.length < at) cells.push(null);
    cells[at] = storedIn(cell, meaning);
  }
  return { number: Number(element.attributes.get('r') ?? next), cells };
}

/** The column of a cell's name, from 0: B7 is 1. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(name ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function storedIn(cell: XmlElement, { strings, days, is1904 }: Meaning): Cell {
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 'inlineStr') return childrenOf(cell, 'is').map(stringOf).join('');
  const stored = childrenOf(cell, 'v')[0];
  if (stored === undefined) {
    return childrenOf(cell, 'f').length > 0 ? { error: 'a formula without a stored value' } : null;
  }
  const text = stored.children.join('');
  if (type === 's') return strings[Number(text)] ?? { error: 'a text that is missing in the file' };
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'e') return { error: text };
  if (type === 'str') return stringOf({ ...cell, children: [{ ...stored, name: 't' }] });
  if (type === 'd') return text.replace(/T00:00:00(\.0+)?Z?$/, '');
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return { error: text };
  if (!days[Number(cell.attributes.get('s') ?? 0)]) return number;
  return dayOf(number, is1904) ?? number;
}

/** What went wrong with an archive or its XML, said of a workbook. */
function ofWorkbook({ code }: ImportError) {
  const sentence =
    code === 'too_large' || code === 'too_complex'
      ? 'The workbook unpacks to far more than a table of cases can be, so it was not read.'
      : code === 'binary'
        ? 'This is not an .xlsx workbook.'
        : 'The workbook is damaged or needs a password.';
  return unreadable(sentence, AGAIN);
}
