import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Dataset } from '../../../src/contract/exports.ts';
import { VERSION } from '../../../src/contract/version.ts';
import { unescapeText } from '../../../src/engine/dataset/csv.ts';
import { SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { tempFolder } from '../kit/project.ts';
import { parseCsv, readBack } from './read-back.ts';
import { ALONE, DANGEROUS, newStudy } from './study.ts';
import { writeFrom } from './work.ts';

const target = () => join(tempFolder(), 'dataset');

async function exported(texts = true) {
  const study = await newStudy();
  const folder = target();
  const report = await writeFrom(study.project, folder, { texts });
  return { ...study, report, data: readBack(folder) };
}

test('a quote is the slice of the text in code points, whatever stands before it', async () => {
  const { data } = await exported();
  const placed = data.table('codings').filter((coding) => coding['start'] !== '');
  expect(placed.length).toBeGreaterThan(8);
  for (const { document_id = '', start, end, quote } of placed) {
    expect(data.texts.get(document_id)?.slice(Number(start), Number(end)).join('')).toBe(quote);
  }
  expect(placed.map(({ quote }) => quote)).toContain('𝒜 risk to rights');
  expect(placed.some(({ quote }) => quote?.startsWith('=SUM'))).toBe(true);
});

test('code points and UTF-16 units differ in the study, so that mixing them up would be noticed', async () => {
  const { data, documents } = await exported();
  const text = data.texts.get(documents.us) ?? [];
  expect(text.length).toBeLessThan(text.join('').length);
});

test('texts are exact and their hashes, lengths and words are in documents.csv', async () => {
  const { data, documents } = await exported();
  for (const row of data.table('documents')) {
    const bytes = readFileSync(join(data.folder, 'texts', `${row['document_id']}.txt`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row['text_sha256']);
    expect(Array.from(bytes.toString('utf8')).length).toBe(Number(row['characters']));
    expect(bytes.includes('\r')).toBe(false);
  }
  expect(data.texts.get(documents.alone)?.join('')).toBe(ALONE);
  const alone = data.table('documents').find((row) => row['document_id'] === documents.alone);
  expect(alone).toMatchObject({ words: '9', version: '1', language: 'en', file_name: 'alone.md' });
  const revised = data.table('documents').find((row) => row['document_id'] === documents.revised);
  expect(revised).toMatchObject({ version: '2', file_name: 'new.md' });
});

test('every dangerous beginning is escaped in the file and whole again after unescaping', async () => {
  const { data } = await exported();
  const raw = parseCsv(data.raw('codes.csv'));
  expect(raw.map((row) => row['name'])).toContain("'=Safety");
  const cells = ['codes.csv', 'documents.csv'].flatMap((file) =>
    parseCsv(data.raw(file)).flatMap((row) => Object.values(row)),
  );
  for (const sign of DANGEROUS)
    expect(
      cells.some((cell) => cell.startsWith(`'${sign}`)),
      JSON.stringify(sign),
    ).toBe(true);
  for (const file of readdirSync(data.folder).filter((name) => name.endsWith('.csv'))) {
    for (const row of parseCsv(data.raw(file))) {
      for (const [column, cell] of Object.entries(row)) {
        if (column === 'value' && row['kind'] === 'number') continue;
        expect(cell, `${file} ${column}`).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  }
  const safety = data.table('codes').find((row) => row['name'] === '=Safety');
  expect(safety).toMatchObject({ definition: '-1 < safety\r\n"quoted", and more', use_when: '+always' });
  const comments = data.table('codings').map((row) => row['comment']);
  expect(comments).toContain('\ta comment\n"on" it,\rwith everything');
  expect(unescapeText(raw.find((row) => row['name'] === 'Rights')?.['example'] ?? '')).toBe("'tis");
});

test('codings say where they lie, and those without a place say so', async () => {
  const { data, documents } = await exported();
  const codings = data.table('codings');
  const find = (quote: string) => codings.find((row) => row['quote'] === quote);
  expect(find('𝒜 risk to rights')).toMatchObject({
    page: '2',
    section: 'Plan 🇺🇸 / Part — é',
    code_path: 'Values / aims / Rights',
    coder: 'O\'Ben, "B"',
    weight: '0',
    status: 'exact',
    anchor: 'span',
    words: '4',
  });
  expect(find('safety. It')).toMatchObject({ page: '', section: '', weight: '' });
  expect(find('safety first')).toMatchObject({ status: 'moved', document_id: documents.revised });
  const nowhere = { start: '', end: '', quote: '', words: '', section: '' };
  const ofAlone = codings.filter((row) => row['document_id'] === documents.alone);
  expect(ofAlone.map((row) => row['status'])).toEqual(['exact', 'exact', 'lost']);
  expect(ofAlone[1]).toMatchObject({ ...nowhere, anchor: 'region', page: '3' });
  expect(ofAlone[2]).toMatchObject({ ...nowhere, anchor: 'span', page: '' });
  const ofRevised = codings.filter((row) => row['document_id'] === documents.revised);
  expect(ofRevised[1]).toMatchObject({ ...nowhere, anchor: '', status: 'lost', page: '' });
});

test('attributes are in long format with their kinds, numbers bare', async () => {
  const { data } = await exported();
  const rows = data.table('attributes');
  const values = (attribute: string) => rows.filter((row) => row['attribute'] === attribute);
  expect(values('Balance').map((row) => row['value'])).toEqual(['-2.5', '-1.5', '-0.5', '0.5', '1.5']);
  expect(data.raw('attributes.csv')).toContain(',number,-2.5,');
  expect(data.raw('attributes.csv')).toContain(",text,'-5,");
  expect(values('Member').map((row) => row['value'])).toEqual(['false', 'true', 'false', 'true', 'false']);
  expect(values('Date').map((row) => row['date_precision'])).toEqual(['year', 'day', 'day', 'day', 'day']);
  expect(new Set(values('Kind').map((row) => row['value']))).toEqual(new Set(['+national']));
  for (const row of rows) {
    expect(row['owner_id']).toBe(row[row['applies_to'] === 'case' ? 'case_id' : 'document_id']);
    expect(row[row['applies_to'] === 'case' ? 'document_id' : 'case_id']).toBe('');
  }
});

test('reviews say whether they still count', async () => {
  const { data, documents, codes, ben } = await exported();
  const reviews = data.table('reviews');
  const flags = (document: string, code: string) =>
    reviews
      .filter((row) => row['document_id'] === document && row['code_id'] === code)
      .map(({ coder_id, current, stale }) => [coder_id === ben ? 'Ben' : 'Anna', current, stale]);
  expect(flags(documents.us, codes.rights)).toEqual([['Anna', 'true', 'true']]);
  expect(flags(documents.us, codes.growth)).toEqual([
    ['Anna', 'true', 'false'],
    ['Ben', 'true', 'false'],
  ]);
  expect(flags(documents.china, codes.rights)).toEqual([
    ['Anna', 'true', 'true'],
    ['Ben', 'true', 'false'],
  ]);
  expect(flags(documents.revised, codes.safety)).toEqual([['Ben', 'false', 'false']]);
});

test('the report is what the contract promises and what lies on the disk', async () => {
  const { report, data } = await exported();
  expect(Dataset.parse(report)).toEqual(report);
  expect(report.name).toBe('dataset');
  for (const { path, bytes, sha256, rows } of report.files) {
    const content = readFileSync(join(data.folder, path));
    expect(content.byteLength).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    if (rows !== null) expect(data.table(path.replace('.csv', ''))).toHaveLength(rows);
  }
  const files = readdirSync(data.folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  expect(files).toHaveLength(report.files.length);
});

test('sha256sum verifies every file', async () => {
  const { data, report } = await exported();
  const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
    cwd: data.folder,
    encoding: 'utf8',
  });
  expect(said.trim().split('\n')).toHaveLength(report.files.length - 1);
});

test('texts can be left out', async () => {
  const { data, report } = await exported(false);
  expect(readdirSync(data.folder)).not.toContain('texts');
  expect(report.files.every(({ path }) => !path.startsWith('texts/'))).toBe(true);
  expect(data.json().resources.every(({ path }) => path.endsWith('.csv'))).toBe(true);
  expect(data.raw('DICTIONARY.md')).toContain('left out');
});

test('the version of Colligo and of the schema are said', async () => {
  const { data } = await exported();
  expect(data.json().colligo).toMatchObject({ version: VERSION, dataset: 1, schema: SCHEMA_VERSION });
  expect(data.raw('DICTIONARY.md')).toContain(`Colligo ${VERSION}`);
});

test('an empty project gives a whole dataset without rows', async () => {
  const { newProject } = await import('../kit/project.ts');
  const project = await newProject();
  const folder = target();
  const report = await writeFrom(project, folder);
  const rows = Object.fromEntries(report.files.map((file) => [file.path, file.rows]));
  expect(rows).toMatchObject({ 'documents.csv': 0, 'matrix.csv': 0, 'coders.csv': 1, 'codings.csv': 0 });
});

test('progress starts at none and ends with all', async () => {
  const { project } = await newStudy();
  const told: [number, number][] = [];
  await writeFrom(project, target(), {
    texts: true,
    onProgress: (done, total) => told.push([done, total]),
  });
  expect(told[0]).toEqual([0, told.length - 1]);
  expect(told.at(-1)).toEqual([told.length - 1, told.length - 1]);
  expect(told.map(([done]) => done)).toEqual(told.map((_, index) => index));
});
