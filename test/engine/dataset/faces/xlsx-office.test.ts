import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Field } from '../../../../src/engine/dataset/fields/field.ts';
import { TABLES } from '../../../../src/engine/dataset/tables.ts';
import { tempFolder } from '../../kit/project.ts';
import { parseCsv, readBack } from '../read-back.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';

/** Comma, double quote, UTF-8, from the first row; numbers as they are, and every sheet as a file (the last number). */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice writes for a cell of the CSV; line ends within a cell are its own. */
function asOffice({ type }: Field, cell: string): string {
  if (type === 'boolean') return cell.toUpperCase();
  if (type === 'datetime') return cell.replace('T', ' ').replace('Z', '');
  if (type === 'number' && cell !== '') return String(Number(cell));
  return cell.replace(/[\r\n]+/g, '\n');
}

test('LibreOffice opens the workbook and finds in every cell what the CSV has', async (context) => {
  if (!hasOffice()) return context.skip('there is no LibreOffice here');
  const { project } = await newStudy();
  const folder = tempFolder();
  const [book, csv, converted] = [join(folder, 'out.xlsx'), join(folder, 'csv'), join(folder, 'converted')];
  await writeFrom(project, book);
  await writeFrom(project, csv, { texts: false, format: 'csv' });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', EVERY_SHEET, '--outdir', converted, book], {
    stdio: 'ignore',
  });
  const expected = readBack(csv);
  for (const { name, fields } of TABLES) {
    const opened = parseCsv(readFileSync(join(converted, `out-${name}.csv`), 'utf8'));
    const cells = opened.map((row) =>
      fields.map((field) => (row[field.name] ?? '').replace(/[\r\n]+/g, '\n')),
    );
    const wanted = expected
      .table(name)
      .map((row) => fields.map((field) => asOffice(field, row[field.name] ?? '')));
    // In this one column numbers and truth values stand beside texts.
    expect(cells, name).toEqual(
      name === 'attributes'
        ? wanted.map((row) => row.map((cell) => (/^(true|false)$/.test(cell) ? cell.toUpperCase() : cell)))
        : wanted,
    );
  }
}, 120_000);
