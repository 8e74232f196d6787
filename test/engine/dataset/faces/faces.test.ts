import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ENDINGS, FORMATS, type Format, formatOf, takesFiles } from '../../../../src/contract/exports.ts';
import { FACES } from '../../../../src/engine/dataset/faces/index.ts';
import { TABLES } from '../../../../src/engine/dataset/tables.ts';
import { tempFolder } from '../../kit/project.ts';
import { type JsonSchema, problemsOf } from '../json-schema.ts';
import { type DataPackage, readBack } from '../read-back.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';

const SCHEMAS = join(import.meta.dirname, '../../../../../shared/samples/frictionless/2.0');

const schema = (name: string) =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.json`), 'utf8')) as JsonSchema;

const targetFor = (format: Format) => join(tempFolder(), `dataset${ENDINGS[format] ?? ''}`);

const filesIn = (target: string): Record<string, string> =>
  ENDINGS[formatOf(target)] === undefined
    ? Object.fromEntries(
        readdirSync(target, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(target.length + 1), readFileSync(path, 'latin1')]),
      )
    : { file: readFileSync(target, 'latin1') };

test('every format has a face that says the same of itself', () => {
  expect(Object.keys(FACES).sort()).toEqual([...FORMATS].sort());
  for (const format of FORMATS) {
    const face = FACES[format];
    expect(face.format).toBe(format);
    expect(face.isSingle, format).toBe(ENDINGS[format] !== undefined);
    expect(face.about).toMatch(/^\S.*\.$/);
  }
});

test('the ending decides where no format is given', () => {
  expect(['out', 'out.zip', 'Out.XLSX', 'a.b/out.jsonld', 'out.x'].map(formatOf)).toEqual([
    'package',
    'package',
    'xlsx',
    'w3c',
    'package',
  ]);
});

describe.each(FORMATS)('as %s', (format) => {
  test('the same project gives the same bytes, and an earlier export is replaced', async () => {
    const { project } = await newStudy();
    const [one, other] = [targetFor(format), targetFor(format)];
    const report = await writeFrom(project, one, { texts: true, format });
    expect(report.format).toBe(format);
    const first = filesIn(one);
    await writeFrom(project, one, { texts: true, format });
    expect(filesIn(one)).toEqual(first);
    await writeFrom(project, other, { texts: true, format });
    expect(filesIn(other)).toEqual(first);
    if (!takesFiles(format)) {
      const bare = targetFor(format);
      await writeFrom(project, bare, { texts: false, images: true, format });
      expect(filesIn(bare)).toEqual(first);
    }
    if (FACES[format].isArchive) {
      expect(report.files.map(({ path }) => path).sort()).toEqual(
        Object.keys(unzipSync(readFileSync(one))).sort(),
      );
      return;
    }
    if (FACES[format].isSingle) {
      expect(report.files.map(({ path }) => path)).toEqual([`dataset${ENDINGS[format]}`]);
      return;
    }
    expect(report.files.map(({ path }) => path).sort()).toEqual(Object.keys(first).sort());
    const texts = report.files.filter(({ path }) => path.startsWith('texts/'));
    expect(texts.length > 0).toBe(takesFiles(format));
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: one });
    const described = JSON.parse(first['datapackage.json'] ?? '') as DataPackage;
    expect(described.colligo['format']).toBe(format);
    const names = described.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (!existsSync(SCHEMAS)) return;
    expect(problemsOf(schema('datapackage'), described)).toEqual([]);
    for (const resource of described.resources) {
      expect(problemsOf(schema('dataresource'), resource)).toEqual([]);
    }
  });
});

test('a form replaces another in the same folder', async () => {
  const { project } = await newStudy();
  const folder = targetFor('package');
  await writeFrom(project, folder, { texts: true, format: 'jsonl' });
  await writeFrom(project, folder, { texts: false, format: 'csv' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl') || name === 'texts')).toEqual([]);
});

test('what Python leaves beside the loader is in nobody’s way', async () => {
  const { project } = await newStudy();
  const folder = targetFor('python');
  await writeFrom(project, folder, { texts: true, format: 'python' });
  mkdirSync(join(folder, '__pycache__'));
  writeFileSync(join(folder, '__pycache__', 'load.cpython-313.pyc'), '');
  await writeFrom(project, folder, { texts: true, format: 'python' });
  expect(readdirSync(folder)).not.toContain('__pycache__');
  mkdirSync(join(folder, '__pycache__'));
  writeFileSync(join(folder, '__pycache__', 'mine.py'), '');
  await expect(writeFrom(project, folder)).rejects.toThrow('did not write');
});

test('a name that does not go with the format is refused, so that no other file is replaced', async () => {
  const { project } = await newStudy();
  const other = join(tempFolder(), 'notes.txt');
  writeFileSync(other, 'mine');
  await expect(writeFrom(project, other, { texts: true, format: 'xlsx' })).rejects.toThrow(
    '“notes.txt” does not end in .xlsx',
  );
  expect(readFileSync(other, 'utf8')).toBe('mine');
  await expect(
    writeFrom(project, join(tempFolder(), 'out.xlsx'), { texts: true, format: 'csv' }),
  ).rejects.toThrow('“out.xlsx” looks like a file');
  const folder = join(tempFolder(), 'made.xlsx');
  mkdirSync(folder);
  await expect(writeFrom(project, folder)).rejects.toThrow('is a folder');
});

test('JSON Lines hold what the CSV holds, typed', async () => {
  const { project } = await newStudy();
  const [csv, jsonl] = [targetFor('csv'), targetFor('jsonl')];
  await writeFrom(project, csv, { texts: true, format: 'csv' });
  const report = await writeFrom(project, jsonl, { texts: true, format: 'jsonl' });
  const data = readBack(csv);
  for (const { name, fields } of TABLES) {
    const lines = readFileSync(join(jsonl, `${name}.jsonl`), 'utf8')
      .split('\n')
      .slice(0, -1);
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(report.files.find(({ path }) => path === `${name}.jsonl`)?.rows).toBe(rows.length);
    const shown = rows.map((row) =>
      Object.fromEntries(
        fields.map(({ name: column, decimals }) => {
          const value = row[column];
          const isFixed = typeof value === 'number' && decimals !== undefined;
          return [column, value === null ? '' : isFixed ? value.toFixed(decimals) : String(value)];
        }),
      ),
    );
    expect(shown).toEqual(data.table(name));
    const types = {
      integer: 'number',
      number: 'number',
      boolean: 'boolean',
      string: 'string',
      datetime: 'string',
    };
    for (const row of rows) {
      for (const { name: column, type, empty } of fields) {
        if (row[column] === null) expect(empty, column).toBeDefined();
        else expect(typeof row[column], column).toBe(types[type]);
      }
    }
  }
  const dictionary = readFileSync(join(jsonl, 'DICTIONARY.md'), 'utf8');
  expect(dictionary).toContain('## matrix.jsonl');
  expect(dictionary).not.toMatch(/\.csv|text, escaped/);
});
