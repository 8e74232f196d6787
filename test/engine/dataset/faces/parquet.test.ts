import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Cell, Field } from '../../../../src/engine/dataset/fields/field.ts';
import { TABLES } from '../../../../src/engine/dataset/tables.ts';
import { removeDocument } from '../../../../src/engine/documents/write.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { newProject, tempFolder } from '../../kit/project.ts';
import { readBack } from '../read-back.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';
import { bytesAt, exportElsewhere } from './surroundings.ts';

const PARQUET = { texts: false, format: 'parquet' } as const;

async function exported(project: Project) {
  const folder = tempFolder();
  const [parquet, csv] = [join(folder, 'corpus'), join(folder, 'csv')];
  const report = await writeFrom(project, parquet, PARQUET);
  await writeFrom(project, csv, { texts: false, format: 'csv' });
  return { folder, parquet, report, csv: readBack(csv) };
}

type Read = Readonly<Record<string, Cell | Date>>;

const read = async (path: string) =>
  (await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as Read[];

/** The codings as a reader that knows Hive’s layout has them: a column of what the folders are called. */
async function readCodings(folder: string): Promise<Read[]> {
  const codings: Read[] = [];
  for (const name of readdirSync(join(folder, 'codings'))) {
    const [column = '', value = ''] = name.split('=');
    const rows = await read(join(folder, 'codings', name, 'part-0.parquet'));
    codings.push(...rows.map((row) => ({ ...row, [column]: value })));
  }
  return codings;
}

/** What the CSV has for a value, the escape undone. */
function asText({ decimals }: Field, value: Cell | Date | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' && decimals !== undefined ? value.toFixed(decimals) : String(value);
}

test('every table is what the CSV has, with types, by way of another reader', async () => {
  const { project } = await newStudy();
  const { parquet, csv } = await exported(project);
  for (const { name, fields } of TABLES) {
    const rows =
      name === 'codings' ? await readCodings(parquet) : await read(join(parquet, `${name}.parquet`));
    const texts = rows.map((row) =>
      Object.fromEntries(fields.map((field) => [field.name, asText(field, row[field.name])])),
    );
    expect(texts, name).toEqual(csv.table(name));
  }
  const [review] = await read(join(parquet, 'reviews.parquet'));
  expect(review).toMatchObject({ version: 1, current: true, created_at: expect.any(Date) });
});

test('not judged is null, reviewed and absent is 0', async () => {
  const { project } = await newStudy();
  const { parquet } = await exported(project);
  const rows = await read(join(parquet, 'matrix.parquet'));
  expect(new Set(rows.map((row) => row['presence']))).toEqual(new Set([1, 0, null]));
});

test('codings lie by document, and the files leave out what the folders say', async () => {
  const { project, documents } = await newStudy();
  const { parquet, csv, report } = await exported(project);
  expect(readdirSync(join(parquet, 'codings'))).toEqual(
    Object.values(documents)
      .map((id) => `document_id=${id}`)
      .sort(),
  );
  const path = `codings/document_id=${documents.us}/part-0.parquet`;
  const rows = await read(join(parquet, path));
  const expected = csv.table('codings').filter((row) => row['document_id'] === documents.us);
  expect(rows.map((row) => row['coding_id'])).toEqual(expected.map((row) => row['coding_id']));
  expect(Object.keys(rows[0] ?? {})).not.toContain('document_id');
  expect(report.files.find((file) => file.path === path)?.rows).toBe(expected.length);
});

test('the data dictionary says how the codings lie, and names the files that are there', async () => {
  const { project } = await newStudy();
  const { parquet, report } = await exported(project);
  const dictionary = readFileSync(join(parquet, 'DICTIONARY.md'), 'utf8');
  expect(dictionary).toContain('codings/document_id=<id>/part-0.parquet');
  expect(dictionary).not.toContain('.csv');
  const { resources } = JSON.parse(readFileSync(join(parquet, 'datapackage.json'), 'utf8'));
  const paths = resources.map((resource: { path: string }) => resource.path);
  expect(paths).toEqual(report.files.map((file) => file.path).slice(0, paths.length));
});

test('a project without codings has their columns all the same', async () => {
  const { parquet, report } = await exported(await newProject());
  expect(readdirSync(join(parquet, 'codings'))).toEqual(['document_id=__HIVE_DEFAULT_PARTITION__']);
  expect(await readCodings(parquet)).toEqual([]);
  expect(report.files.find((file) => file.path.startsWith('codings/'))?.rows).toBe(0);
});

test('the same project is the same bytes in any time zone and language', async () => {
  const { project } = await newStudy();
  const { folder, parquet } = await exported(project);
  for (const there of exportElsewhere(project.path, 'parquet', folder, (index) => `there-${index}`)) {
    expect(bytesAt(there)).toEqual(bytesAt(parquet));
  }
});

test('a zip holds the same files as the folder', async () => {
  const { project } = await newStudy();
  const { folder, report } = await exported(project);
  const zipped = await writeFrom(project, join(folder, 'out.zip'), PARQUET);
  expect(zipped.files).toEqual(report.files);
});

test('an earlier export is replaced with all its folders', async () => {
  const { project, documents } = await newStudy();
  const { folder, parquet } = await exported(project);
  removeDocument(project, documents.us);
  await writeFrom(project, parquet, PARQUET);
  expect(readdirSync(folder).sort()).toEqual(['corpus', 'csv']);
  expect(existsSync(join(parquet, 'codings', `document_id=${documents.us}`))).toBe(false);
  expect((await readCodings(parquet)).length).toBeGreaterThan(0);
});

/** The question that docs/exporting.md asks of DuckDB: how often each code was applied, in how many documents. */
const [, QUERY = ''] =
  /```sql\n([\s\S]+?)```/.exec(
    readFileSync(join(import.meta.dirname, '../../../../docs/exporting.md'), 'utf8'),
  ) ?? [];

function duckdb(query: string, folder: string): unknown {
  const script = 'import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall()))';
  return JSON.parse(execFileSync('python3', ['-c', script, query], { cwd: folder, encoding: 'utf8' }));
}

function hasDuckdb(): boolean {
  try {
    execFileSync('python3', ['-c', 'import duckdb'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The same answer by counting the rows of the CSV. */
function counted(rows: readonly Readonly<Record<string, string>>[]) {
  const paths = new Set(rows.map((row) => row['code_path'] ?? ''));
  const counts = [...paths].map((path): [string, number, number] => {
    const ofPath = rows.filter((row) => row['code_path'] === path);
    return [path, ofPath.length, new Set(ofPath.map((row) => row['document_id'])).size];
  });
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

test('the question of the docs has the same answer from the files as from the CSV', async () => {
  const { project } = await newStudy();
  const { parquet, csv } = await exported(project);
  expect(QUERY).toContain("'corpus/codings/*/*.parquet'");
  const rows = (await readCodings(parquet)).map(({ code_path, document_id }) => ({
    code_path: String(code_path),
    document_id: String(document_id),
  }));
  expect(counted(rows)).toEqual(counted(csv.table('codings')));
});

test('DuckDB reads the folder as it is and gives the same answer', async (context) => {
  if (!hasDuckdb()) return context.skip('there is no DuckDB here');
  const { project } = await newStudy();
  const { folder, csv } = await exported(project);
  expect(duckdb(QUERY, folder)).toEqual(counted(csv.table('codings')));
});
