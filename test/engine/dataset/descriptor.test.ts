import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../kit/project.ts';
import { type JsonSchema, problemsOf } from './json-schema.ts';
import { type Dataset, type FieldDescriptor, readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { writeFrom } from './work.ts';

/** The schemas as https://datapackage.org/profiles/2.0/ publishes them; they lie beside the checkout, not in it. */
const SCHEMAS = join(import.meta.dirname, '../../../../shared/samples/frictionless/2.0');

const schema = (name: string) =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.json`), 'utf8')) as JsonSchema;

async function exported(): Promise<Dataset> {
  const { project } = await newStudy();
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder);
  return readBack(folder);
}

const tables = (data: Dataset) =>
  data
    .json()
    .resources.flatMap((resource) => (resource.schema ? [{ ...resource, schema: resource.schema }] : []));

describe.runIf(existsSync(SCHEMAS))('against the official JSON schemas', () => {
  test('datapackage.json, its resources, schemas and dialects are valid', async () => {
    const data = await exported();
    expect(problemsOf(schema('datapackage'), data.json())).toEqual([]);
    for (const resource of data.json().resources) {
      expect(problemsOf(schema('dataresource'), resource)).toEqual([]);
    }
    for (const table of tables(data)) {
      expect(problemsOf(schema('tableschema'), table.schema)).toEqual([]);
      expect(problemsOf(schema('tabledialect'), table.dialect)).toEqual([]);
    }
  });

  test('a mistake would be found', async () => {
    const data = await exported();
    const [first, ...rest] = data.json().resources;
    const wrong = (change: object) =>
      problemsOf(schema('datapackage'), { resources: [{ ...first, ...change }, ...rest] });
    expect(wrong({ bytes: 'many' })).not.toEqual([]);
    expect(wrong({ path: '../outside.csv' })).not.toEqual([]);
    expect(wrong({ schema: { fields: [{ name: 'a', type: 'text' }] } })).not.toEqual([]);
    expect(problemsOf(schema('datapackage'), { resources: [] })).not.toEqual([]);
  });
});

test('sizes and hashes of resources are those of the files', async () => {
  const data = await exported();
  for (const { path, bytes, hash } of data.json().resources) {
    const file = join(data.folder, path);
    expect(statSync(file).size).toBe(bytes);
    expect(hash).toBe(`sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`);
  }
});

test('the columns of each file are the fields of its schema, in their order', async () => {
  const data = await exported();
  expect(tables(data).map(({ name }) => name)).toEqual(
    'documents,cases,case_documents,attributes,coders,codes,codings,reviews,matrix'.split(','),
  );
  for (const { path, schema: described } of tables(data)) {
    const [header] = data.raw(path).split('\n', 1);
    expect(header).toBe(described.fields.map(({ name }) => name).join(','));
  }
});

test('every cell has the type that its field says', async () => {
  const data = await exported();
  for (const { name, schema: described } of tables(data)) {
    const rows = data.table(name);
    expect(rows.length, name).toBeGreaterThan(0);
    for (const row of rows) {
      for (const field of described.fields) {
        expect(fits(field, row[field.name] ?? ''), `${name}.${field.name}: ${row[field.name]}`).toBe(true);
      }
    }
  }
});

test('primary keys are unique and filled, foreign keys point at rows', async () => {
  const data = await exported();
  const values = (table: string, columns: readonly string[]) =>
    data.table(table).map((row) => columns.map((column) => row[column]).join('|'));
  let keys = 0;
  for (const { name, schema: described } of tables(data)) {
    const own = values(name, described.primaryKey);
    expect(new Set(own).size).toBe(own.length);
    for (const column of described.primaryKey) expect(values(name, [column])).not.toContain('');
    for (const { fields, reference } of described.foreignKeys ?? []) {
      const there = new Set(values(reference.resource ?? name, reference.fields));
      const used = values(name, fields).filter((value) => value !== '');
      expect(
        used.every((value) => there.has(value)),
        `${name}.${fields}`,
      ).toBe(true);
      keys++;
    }
  }
  expect(keys).toBe(15);
});

test('every field is described in full', async () => {
  const data = await exported();
  for (const { schema: described } of tables(data)) {
    for (const field of described.fields) {
      expect(field.description).toMatch(/^[A-Z"a-z].*[.)]$/s);
      if (!field.constraints.required) expect(field.description).toContain('Empty:');
    }
  }
  expect(data.raw('datapackage.json')).toContain('remove one leading');
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const LEXICAL: Readonly<Record<string, RegExp>> = {
  integer: /^(0|-?[1-9][0-9]*)$/,
  number: /^-?(0|[1-9][0-9]*)\.([0-9]{2}|[0-9]{6})$/,
  boolean: /^(true|false)$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  string: /^/,
};

function fits({ type, format, constraints }: FieldDescriptor, cell: string): boolean {
  if (cell === '') return !constraints.required;
  const value = type === 'integer' || type === 'number' ? Number(cell) : cell;
  return (
    (LEXICAL[type]?.test(cell) ?? false) &&
    (format !== 'uuid' || UUID.test(cell)) &&
    (constraints.enum?.includes(value) ?? true) &&
    (constraints.pattern === undefined || new RegExp(constraints.pattern).test(cell)) &&
    (constraints.minimum === undefined || Number(value) >= constraints.minimum) &&
    (constraints.maximum === undefined || Number(value) <= constraints.maximum)
  );
}
