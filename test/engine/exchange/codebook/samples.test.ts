import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { writeQdc } from '../../../../src/engine/exchange/codebook/qdc.ts';
import { readBook } from '../../../../src/engine/exchange/codebook/read.ts';
import { tempFolder } from '../../kit/project.ts';
import { codebook } from './kit.ts';

const SHARED = join(import.meta.dirname, '../../../../../shared');
const SKOS = join(SHARED, 'samples/skos');
const SCHEMA = join(SHARED, 'standards/Codebook.xsd');

test('every SKOS sample is read, or refused in one sentence', async (context) => {
  if (!existsSync(SKOS)) return context.skip('the samples are not beside the repository');
  const files = readdirSync(SKOS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ttl'),
  );
  const read = new Map<string, number>();
  for (const file of files) {
    const concepts = readFileSync(join(SKOS, file), 'utf8').match(/\ba skos:Concept\b/g)?.length ?? 0;
    try {
      const { codes } = await readBook(join(SKOS, file));
      read.set(file, codes.length);
    } catch (error) {
      expect(error, file).toBeInstanceOf(ColligoError);
      expect(concepts, `${file}: ${String(error)}`).toBeLessThan(2);
    }
  }
  expect(read.size).toBeGreaterThan(files.length / 2);
  // By hand: lines that say “a skos:Concept”.
  const hochschule = readFileSync(join(SKOS, 'hochschulfaechersystematik.ttl'), 'utf8');
  expect(read.get('hochschulfaechersystematik.ttl')).toBe(hochschule.match(/\ba skos:Concept\b/g)?.length);
  expect(read.get('skohub/systematik.ttl')).toBe(
    readFileSync(join(SKOS, 'skohub/systematik.ttl'), 'utf8').match(/\ba skos:Concept\b/g)?.length,
  );
});

test('a circle of concepts is cut and told; of two schemes one can be chosen', async (context) => {
  if (!existsSync(SKOS)) return context.skip('the samples are not beside the repository');
  const circle = await readBook(join(SKOS, 'skosmos/cycle.ttl'));
  expect(circle.remarks.some(({ message }) => message.includes('in a circle'))).toBe(true);
  const both = await readBook(join(SKOS, 'skohub/twoConceptSchemesOneFile.ttl'));
  expect(both.remarks.some(({ message }) => message.includes('several concept schemes'))).toBe(true);
  await expect(
    readBook(join(SKOS, 'skohub/twoConceptSchemesOneFile.ttl'), { scheme: 'No such scheme' }),
  ).rejects.toThrow('There is no concept scheme “No such scheme”');
});

test('codebooks of other programs in REFI-QDA', async (context) => {
  const annex = join(SHARED, 'samples/refi-annex/annexA1_codebook.qdc');
  if (!existsSync(annex)) return context.skip('the samples are not beside the repository');
  const { codes } = await readBook(annex);
  expect(codes).toHaveLength(6);
  expect(codes[1]).toMatchObject({
    id: 'd7aa29da-519b-4946-9b90-253b6db8fd0a',
    name: 'Economy',
    colour: '#ffff00',
    codable: true,
  });
  expect(codes.map(({ codable }) => codable)).toEqual([false, true, true, false, true, true]);
  const taguette = await readBook(join(SHARED, 'samples/taguette/codebook.qdc'));
  expect(taguette.codes.map(({ name }) => name)).toEqual(['interesting', 'people', 'interesting\\places']);
});

test('a written REFI-QDA codebook is valid against the official schema', async (context) => {
  if (!existsSync(SCHEMA)) return context.skip('the schema is not beside the repository');
  const schema = readFileSync(SCHEMA, 'utf8');
  for (const nodes of fc.sample(codebook, 10)) {
    const contents = [...writeQdc(nodes)].join('');
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'book.qdc', contents }],
      schema: [schema],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  }
});

/** @returns the paths of a file's codes */
async function pathsIn(name: string, text: string): Promise<string[]> {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  const { codes } = await readBook(path);
  const names = new Map<string, string>();
  for (const { id, parentId, name } of codes)
    names.set(id, parentId === null ? name : `${names.get(parentId)} / ${name}`);
  return [...names.values()];
}

test('tables of other programs: levels, indents, parents and paths', async () => {
  const tree = ['Energy', 'Energy / Solar', 'Energy / Solar / Roofs', 'Water'];
  const tables = [
    'Level 1,Level 2,Level 3,Description\nEnergy,,,All\n,Solar,,Sun\n,,Roofs,\nWater,,,\n',
    'Code;Definition\nEnergy;All\n  Solar;Sun\n    Roofs;\nWater;\n',
    'name\tparent\nEnergy\t\nSolar\tEnergy\nRoofs\tSolar\nWater\t\n',
    'Path,Meaning\nEnergy,All\nEnergy > Solar,Sun\nEnergy > Solar > Roofs,\nWater,\n',
    'level,code\n0,Energy\n1,Solar\n2,Roofs\n0,Water\n',
  ];
  for (const table of tables) expect(await pathsIn('codes.csv', table), table).toEqual(tree);
  await expect(pathsIn('codes.csv', 'a,b\n1,2\n')).rejects.toThrow('no column of codes');
});

test('Markdown of other people: headings, lists and definitions', async () => {
  const text =
    '# Our codes\n\n## Energy\n\nAll of it.\n\n- **Solar**: the sun\n  - Roofs\n- Wind\n\n## Water\n';
  expect(await pathsIn('codes.md', text)).toEqual([
    'Energy',
    'Energy / Solar',
    'Energy / Solar / Roofs',
    'Energy / Wind',
    'Water',
  ]);
});

test.each([
  ['an entity', 'a.qdc', '<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes/></CodeBook>'],
  ['no codebook', 'a.qdc', '<Other/>'],
  ['no codes', 'a.qdc', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>'],
  ['broken Turtle', 'a.ttl', '<a> <b> "c'],
  ['a context elsewhere', 'a.jsonld', '{"@context":"https://example.org/c","@id":"x"}'],
  [
    'deep JSON',
    'a.json',
    `{"format":"colligo-taxonomy","version":2,"codes":${'[{"id":"0199a000-0000-7000-8000-000000000000","name":"a","children":'.repeat(200)}[]${'}]'.repeat(200)}}`,
  ],
  ['an empty text', 'a.txt', '\n\n'],
  ['no table', 'a.xlsx', 'PK'],
])('%s is one sentence', async (_what, name, text) => {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  const error = await readBook(path).then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(ColligoError);
  expect(String(error)).not.toContain('\n');
});
