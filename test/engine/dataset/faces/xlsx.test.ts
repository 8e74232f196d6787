import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Scope } from '../../../../src/contract/scope.ts';
import { createCode } from '../../../../src/engine/codebook/write.ts';
import { columnName } from '../../../../src/engine/dataset/faces/xlsx/cells.ts';
import { MOST_ROWS, type Sheet, sheetXml } from '../../../../src/engine/dataset/faces/xlsx/sheet.ts';
import { CUT, MOST_UNITS } from '../../../../src/engine/dataset/faces/xlsx/text.ts';
import type { Field } from '../../../../src/engine/dataset/fields/field.ts';
import { TABLES } from '../../../../src/engine/dataset/tables.ts';
import { applyCodes } from '../../../../src/engine/passages/apply.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { addText } from '../../kit/documents.ts';
import { newProject, tempFolder } from '../../kit/project.ts';
import { readBack } from '../read-back.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';
import { readXlsx, type Workbook, type XlsxCell } from './read-xlsx.ts';
import { bytesAt, exportElsewhere } from './surroundings.ts';

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

async function exported(project: Project) {
  const folder = tempFolder();
  const [book, csv] = [join(folder, 'out.xlsx'), join(folder, 'csv')];
  const report = await writeFrom(project, book);
  await writeFrom(project, csv, { texts: false, format: 'csv' });
  return { folder, report, path: book, book: await readXlsx(book), csv: readBack(csv) };
}

const sheetOf = (book: Workbook, name: string) => {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
};

/** What the CSV has for a cell of the workbook, the escape undone. */
function asText({ type, decimals }: Field, cell: XlsxCell | undefined): string {
  if (cell === undefined) return '';
  if (type === 'datetime') return new Date(Math.round((Number(cell) - 25_569) * 86_400_000)).toISOString();
  return typeof cell === 'number' && decimals !== undefined ? cell.toFixed(decimals) : String(cell);
}

test('every cell of every sheet is what the CSV has, by way of other readers of zip and XML', async () => {
  const { project } = await newStudy();
  const { book, csv, report } = await exported(project);
  expect(report).toMatchObject({
    name: 'out.xlsx',
    format: 'xlsx',
    files: [{ path: 'out.xlsx', rows: null }],
  });
  for (const { name, fields } of TABLES) {
    const [head, ...rows] = sheetOf(book, name).rows;
    const columns = fields.map((_, index) => columnName(index));
    expect(columns.map((column) => head?.get(column))).toEqual(fields.map((field) => field.name));
    const read = rows.map((row) =>
      Object.fromEntries(fields.map((field, i) => [field.name, asText(field, row.get(columns[i] ?? ''))])),
    );
    expect(read, name).toEqual(csv.table(name));
  }
});

test('cells have types: numbers, truth values, moments; a text that begins as a formula does stays text', async () => {
  const { project } = await newStudy();
  const { book } = await exported(project);
  const [, first] = sheetOf(book, 'documents').rows;
  expect(typeof first?.get('E')).toBe('number');
  expect(typeof first?.get('O')).toBe('number');
  expect(typeof sheetOf(book, 'reviews').rows[1]?.get('K')).toBe('boolean');
  const { xml } = sheetOf(book, 'codes');
  expect(xml).toContain('s="3" t="inlineStr"><is><t>=Safety</t>');
  expect(book.parts.every((part) => !part.xml.includes('<f>'))).toBe(true);
});

test('the workbook opens with what it is, then explains every column; names of columns stay in sight', async () => {
  const { project } = await newStudy();
  const { book } = await exported(project);
  const names = ['README', 'COLUMNS', ...TABLES.map((table) => table.name)];
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(names);
  expect(names.every((name) => name.length <= 31)).toBe(true);
  const readme = new Map(sheetOf(book, 'README').rows.map((row) => [row.get('A'), row]));
  expect(readme.get('State')?.get('B')).toMatch(/^Newest entry: \d{4}-\d\d-\d\dT[\d:.]+Z \(UTC\)$/);
  expect(readme.get('Scope')?.get('B')).toBe('The whole project.');
  expect(readme.get('Missing values')?.get('B')).toContain('never a zero');
  for (const { name } of TABLES) {
    expect(readme.get(name)?.get('C')).toBe(sheetOf(book, name).rows.length - 1);
    expect(readme.get(name)?.get('D')).toBe(0);
  }
  const columns = sheetOf(book, 'COLUMNS').rows.slice(1);
  expect(columns.map((row) => [row.get('A'), row.get('B')])).toEqual(
    TABLES.flatMap((table) => table.fields.map((field) => [table.name, field.name])),
  );
  expect(sheetOf(book, 'codings').xml).toContain('state="frozen"');
  expect(sheetOf(book, 'README').xml).toContain('tabSelected="1"');
});

test('a scope stands in the workbook in words', async () => {
  const { project, documents } = await newStudy();
  const path = join(tempFolder(), 'out.xlsx');
  await writeFrom(project, path, { texts: false, scope: { ...EVERYTHING, documents: [documents.us] } });
  const rows = sheetOf(await readXlsx(path), 'README').rows;
  expect(rows.find((row) => row.get('A') === 'Scope')?.get('B')).toContain('America');
});

test('a text that is too long for a cell is cut with a mark, and counted; it is whole in the CSV', async () => {
  const project = await newProject();
  const long = `${'🙂 word '.repeat(6_000)}end`;
  const document = addText(project, 'Long', long);
  const codes = [createCode(project, { name: 'constructor', parentId: null }).result];
  applyCodes(project, { document, start: 0, end: long.length, codes, weight: null });
  const { book, csv } = await exported(project);
  const cells = [...(sheetOf(book, 'codings').rows[1]?.values() ?? [])].map(String);
  const cut = cells.find((cell) => cell.endsWith(CUT)) ?? '';
  expect(cut.length).toBeLessThanOrEqual(MOST_UNITS);
  expect(long.startsWith(cut.slice(0, -CUT.length))).toBe(true);
  expect(cut.isWellFormed()).toBe(true);
  expect(cells).toContain('constructor');
  expect(csv.table('codings')[0]?.['quote']).toBe(long);
  const readme = sheetOf(book, 'README').rows.find((row) => row.get('A') === 'codings');
  expect(readme?.get('D')).toBe(1);
});

test('more rows than a sheet has are refused in one sentence that says what to choose instead', () => {
  const sheetOfRows = (count: number): Sheet => ({
    name: 'matrix',
    isFrozen: true,
    widths: [12],
    *rows() {
      for (let index = 0; index < count; index += 1) yield { cells: () => '' };
    },
  });
  const written = (count: number) => {
    let pieces = 0;
    for (const _ of sheetXml(sheetOfRows(count), false)) pieces += 1;
    return pieces;
  };
  expect(written(MOST_ROWS)).toBeGreaterThan(MOST_ROWS);
  expect(() => written(MOST_ROWS + 1)).toThrow(/1,048,576.*CSV or Parquet/);
});

test('the same project is the same bytes in any time zone and language; nothing in it says when it was written', async () => {
  const { project } = await newStudy();
  const { folder, path, book } = await exported(project);
  for (const there of exportElsewhere(project.path, 'xlsx', folder, (index) => `there-${index}.xlsx`)) {
    expect(bytesAt(there)).toEqual(bytesAt(path));
  }
  expect(new Set(book.parts.map(({ date }) => date.getFullYear()))).toEqual(new Set([1980]));
  expect(book.parts.map((part) => part.path).filter((each) => each.startsWith('docProps'))).toEqual([]);
});

test('an empty project is a workbook without rows', async () => {
  const { book } = await exported(await newProject());
  expect(sheetOf(book, 'codings').rows).toHaveLength(1);
  expect(sheetOf(book, 'coders').rows).toHaveLength(2);
});
