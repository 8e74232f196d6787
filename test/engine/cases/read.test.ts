import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readTables } from '../../../src/engine/cases/import/read.ts';
import { dayOf, showsDay } from '../../../src/engine/cases/import/xlsx/dates.ts';
import { tempFolder } from '../kit/project.ts';
import { workbook } from './workbook.ts';

/** Reads bytes as a file of that name. */
function reading(name: string, content: string | Uint8Array) {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return readTables(path);
}

test.each([',', ';', '\t', '|'])('a table with “%s” between its fields is read', async (delimiter) => {
  const lines = [
    ['name', 'words', 'note'],
    ['North', '1', 'a'],
    ['"So\nuth"', '2', ''],
  ];
  const { sheets } = await reading('a.csv', lines.map((line) => line.join(delimiter)).join('\r\n'));
  expect(sheets).toHaveLength(1);
  expect(sheets[0]?.head).toEqual(['name', 'words', 'note']);
  expect(sheets[0]?.rows).toEqual([
    { number: 2, cells: ['North', '1', 'a'] },
    { number: 3, cells: ['So\nuth', '2', ''] },
  ]);
});

test.each([
  ['utf-8 with a mark', Buffer.from('\ufeffname,land\nÅbo,Österreich\n')],
  ['utf-16le', iconv.encode('name,land\nÅbo,Österreich\n', 'utf-16le', { addBOM: true })],
  [
    'windows-1252',
    iconv.encode(`name,land\n${'Åbo,Österreich für größere Städte\n'.repeat(20)}`, 'windows-1252'),
  ],
])('letters beyond ASCII hold in %s', async (_, bytes) => {
  const { sheets } = await reading('a.csv', bytes);
  expect(sheets[0]?.rows[0]?.cells[0]).toBe('Åbo');
  expect(String(sheets[0]?.rows[0]?.cells[1])).toMatch(/^Österreich/);
});

test('what a spreadsheet would take for a formula is read as it was written', async () => {
  const { sheets } = await reading('a.csv', "name,note\nNorth,'=1+1\nSouth,''tis\nWest,'s-Graven\n");
  expect(sheets[0]?.rows.map(({ cells }) => cells[1])).toEqual(['=1+1', "'tis", "'s-Graven"]);
});

test.each([
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
  ['an older workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ['nothing', Buffer.from('')],
  ['a head alone', Buffer.from('name,words\n')],
  ['a quotation mark that never ends', Buffer.from('name,words\n"North,1\n')],
  ['an archive of something else', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) }))],
  [
    'half a workbook',
    Buffer.from(workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })).subarray(0, 400),
  ],
  ['a workbook that is no XML', Buffer.from(workbook({ rows: '<row><c></row>' }))],
])('%s is refused with a sentence', async (_, bytes) => {
  await expect(reading('a.xlsx', bytes)).rejects.toMatchObject({ code: 'UNREADABLE' });
});

test('a workbook that unpacks to far more than it holds is refused before it is unpacked', async () => {
  const bomb = workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(400_000) });
  expect(bomb.length).toBeLessThan(200_000);
  await expect(reading('a.xlsx', bomb)).rejects.toThrow(/unpacks to far more/);
});

test('a table with more rows, columns or bytes than a table may have is refused', async () => {
  await expect(reading('a.csv', `a,b\n${'1,2\n'.repeat(50_002)}`)).rejects.toThrow(/more than 50,000 rows/);
  await expect(reading('a.csv', `${'a,'.repeat(1001)}\n`)).rejects.toThrow(/more than 1,000 columns/);
  const far = workbook({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' });
  await expect(reading('a.xlsx', far)).rejects.toThrow(/more than 1,000 columns/);
  await expect(reading('a.csv', Buffer.alloc(33 * 1024 * 1024, 'a'))).rejects.toThrow(/more than the 32 MB/);
});

test('cells of every type are read, formulas as the value that was stored', async () => {
  const cells = [
    '<c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>in </t></r><r><t>runs</t></r></is></c>',
    '<c r="C2"><v>1.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" s="1"><v>45864</v></c>',
    '<c r="F2" t="str"><f>A2&amp;"!"</f><v>North!</v></c><c r="G2"><f>1+1</f><v>2</v></c>',
    '<c r="H2" t="e"><v>#DIV/0!</v></c><c r="J2"><f>NOW()</f></c>',
  ].join('');
  const names = 'ABCDEFGHIJ';
  const head = [...names].map((name) => `<c r="${name}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('');
  const { sheets } = await reading(
    'a.xlsx',
    workbook({
      rows: `<row r="1">${head}</row><row r="2">${cells}</row>`,
      strings: '<si><t>North_x0021_</t><rPh sb="0" eb="1"><t>no</t></rPh></si>',
      formats: '<numFmt numFmtId="164" formatCode="[$-407]d\\.\\ mmmm\\ yyyy;@"/>',
      styles: [0, 164],
    }),
  );
  expect(sheets[0]?.name).toBe('Places');
  expect(sheets[0]?.rows[0]).toEqual({
    number: 2,
    cells: [
      'North!',
      'in runs',
      1.5,
      true,
      '2025-07-26',
      'North!',
      2,
      { error: '#DIV/0!' },
      null,
      { error: 'a formula without a stored value' },
    ],
  });
});

test('days are days of the calendar, in both ways of counting', () => {
  expect(dayOf(1, false)).toBe('1900-01-01');
  expect(dayOf(59, false)).toBe('1900-02-28');
  expect(dayOf(60, false)).toBeNull();
  expect(dayOf(61, false)).toBe('1900-03-01');
  expect(dayOf(0, true)).toBe('1904-01-01');
  expect(dayOf(45_864.5, false)).toBe('2025-07-26T12:00:00');
  for (let day = 61; day < 80_000; day += 997) {
    const expected = new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
    expect(dayOf(day, false)).toBe(expected);
    expect(dayOf(day - 1462, true)).toBe(day < 1462 ? null : expected);
  }
  expect([14, 22, 0, 9, 20, 44].map((id) => showsDay(id, undefined))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(
    ['yyyy-mm-dd', 'General', '#,##0" days"', '[Red]0.00', 'h:mm'].map((code) => showsDay(170, code)),
  ).toEqual([true, false, false, false, false]);
});
