import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Citation, ENDINGS, FORMATS, type Format, takesCitation } from '../../../src/contract/exports.ts';
import { checkDataset } from '../../../src/engine/dataset/check/check-dataset.ts';
import { creatorOf } from '../../../src/engine/dataset/citation/creators.ts';
import { licenceOf } from '../../../src/engine/dataset/citation/licence.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { tempFolder } from '../kit/project.ts';
import { readXlsx } from './faces/read-xlsx.ts';
import { type JsonSchema, problemsOf } from './json-schema.ts';
import { readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { filesIn } from './unpacked.ts';
import { writeFrom } from './work.ts';

const CITATION = Citation.parse({
  title: 'Plans: "coded" # 1',
  creators: ['Family, Given (0000-0002-1825-0097)', 'An Office: of “Plans”'],
  licence: 'cc-by-4.0',
  version: '1.0',
  doi: '10.5281/zenodo.1234567',
  publisher: 'A Repository',
  year: 2025,
  keywords: ['AI', '- policy', 'AI'],
  description: 'Line one.\nLine two: \u2028\u0085 yes.',
});

const SCHEMA = join(import.meta.dirname, '../../../../shared/samples/frictionless/2.0/datapackage.json');

async function exported(citation: Citation) {
  const { project } = await newStudy();
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder, { texts: false, citation });
  return { project, data: readBack(folder) };
}

test('CITATION.cff is YAML with what was said', async (context) => {
  const program =
    'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding="utf-8"))))';
  if (spawnSync('python3', ['-c', 'import yaml']).status !== 0) {
    return context.skip('there is no python3 with PyYAML here');
  }
  const { data } = await exported(CITATION);
  const read = execFileSync('python3', ['-c', program, join(data.folder, 'CITATION.cff')], {
    encoding: 'utf8',
  });
  expect(JSON.parse(read)).toEqual({
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it as below.',
    type: 'dataset',
    title: CITATION.title,
    authors: [
      { 'family-names': 'Family', 'given-names': 'Given', orcid: 'https://orcid.org/0000-0002-1825-0097' },
      { name: 'An Office: of “Plans”' },
    ],
    abstract: CITATION.description,
    keywords: ['AI', '- policy'],
    version: '1.0',
    doi: CITATION.doi,
    license: 'CC-BY-4.0',
    'license-url': 'https://creativecommons.org/licenses/by/4.0/',
  });
});

test('datacite.json has what the schema of DataCite 4.5 requires, and what was said', async () => {
  const { data, project } = await exported(CITATION);
  const record = JSON.parse(data.raw('datacite.json'));
  expect(record).toMatchObject({
    doi: CITATION.doi,
    types: { resourceTypeGeneral: 'Dataset' },
    creators: [
      { name: 'Family, Given', nameType: 'Personal', givenName: 'Given', familyName: 'Family' },
      { name: 'An Office: of “Plans”', nameType: 'Organizational' },
    ],
    titles: [{ title: CITATION.title }],
    publisher: { name: 'A Repository' },
    publicationYear: '2025',
    subjects: [{ subject: 'AI' }, { subject: '- policy' }],
    rightsList: [{ rightsIdentifier: 'CC-BY-4.0', rightsIdentifierScheme: 'SPDX' }],
    descriptions: [{ description: CITATION.description, descriptionType: 'Abstract' }],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  });
  // With a creator alone the rest is what the project says, and never a clock.
  const { data: least } = await exported(Citation.parse({ creators: ['Family, Given'] }));
  const newest = project.db.one<{ at: string }>(sql`SELECT max(created_at) AS at FROM codings`).at;
  expect(JSON.parse(least.raw('datacite.json'))).toMatchObject({
    titles: [{ title: 'Test' }],
    publisher: { name: ':tba' },
    publicationYear: newest.slice(0, 4),
  });
  expect(least.raw('CITATION.cff')).not.toContain('license');
});

test('datapackage.json, the dictionary and the workbook say it, too', async () => {
  const { project, data } = await exported(CITATION);
  expect(data.json()).toMatchObject({
    title: CITATION.title,
    id: `https://doi.org/${CITATION.doi}`,
    version: '1.0',
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    contributors: [{ title: 'Family, Given', roles: ['creator'] }, { title: 'An Office: of “Plans”' }],
    keywords: ['AI', '- policy'],
  });
  expect(data.json().resources.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['CITATION.cff', 'datacite.json']),
  );
  if (existsSync(SCHEMA)) {
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as JsonSchema;
    for (const licence of ['CC0-1.0', 'https://example.org/licence', 'Ask us first.']) {
      const { data: other } = await exported({ ...CITATION, licence });
      expect(problemsOf(schema, other.json())).toEqual([]);
    }
    expect(problemsOf(schema, data.json())).toEqual([]);
  }
  expect(data.raw('DICTIONARY.md')).toContain('Family, Given; An Office: of “Plans” (2025). Plans:');
  const book = join(tempFolder(), 'book.xlsx');
  await writeFrom(project, book, { texts: false, citation: CITATION });
  const readme = [...((await readXlsx(book)).sheets[0]?.rows ?? [])].map((row) =>
    [...row.values()].join(' '),
  );
  expect(readme).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Cite as Family, Given; An Office/)]),
  );
  expect(readme).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Licence Creative Commons Attribution 4/)]),
  );
});

test('without a creator there is nothing to cite, but a licence holds', async () => {
  const { data } = await exported(Citation.parse({ licence: 'Ask us first.' }));
  expect(existsSync(join(data.folder, 'CITATION.cff'))).toBe(false);
  expect(existsSync(join(data.folder, 'datacite.json'))).toBe(false);
  expect(data.json()).toMatchObject({ licenses: [{ name: 'LicenseRef-other', title: 'Ask us first.' }] });
});

describe.each(FORMATS.filter(takesCitation))('as %s', (format: Format) => {
  test('the same bytes again, replaced as a whole, and found to be the same', async () => {
    const { project } = await newStudy();
    const target = join(tempFolder(), `dataset${ENDINGS[format] ?? ''}`);
    const isSingle = ENDINGS[format] !== undefined;
    const options = { format, texts: false, citation: CITATION };
    const bytes = () => filesIn(target, format).map((path) => [path, readFileSync(path, 'latin1')]);
    await writeFrom(project, target, options);
    const first = bytes();
    await writeFrom(project, target, options);
    expect(bytes()).toEqual(first);
    const paths = first.map(([path = '']) => path.slice(target.length + 1));
    expect(paths.includes('CITATION.cff') && paths.includes('datacite.json')).toBe(!isSingle);
    project.checkpoint();
    const db = connect(project.path, 'read');
    try {
      const said = isSingle ? { format, citation: CITATION } : {};
      expect((await checkDataset(db, target, said)).differences).toEqual([]);
      if (!isSingle) {
        await expect(checkDataset(db, target, { citation: CITATION })).rejects.toThrow('how it was written');
      }
    } finally {
      db.close();
    }
    await writeFrom(project, target, { format, texts: false });
    expect(filesIn(target, format).some((path) => path.endsWith('.cff'))).toBe(false);
  });
});

test('creators and licences are told as they are written', () => {
  expect(creatorOf('Family ,  Given Second <https://orcid.org/0000-0002-1825-009X>')).toEqual({
    name: 'Family, Given Second',
    person: { family: 'Family', given: 'Given Second' },
    orcid: '0000-0002-1825-009X',
  });
  expect(creatorOf('An Office')).toEqual({ name: 'An Office', person: null, orcid: null });
  expect(creatorOf('An Office,').person).toBeNull();
  expect(licenceOf('http://creativecommons.org/licenses/by-sa/4.0').spdx).toBe('CC-BY-SA-4.0');
  expect(licenceOf('https://example.org/l')).toEqual({
    spdx: null,
    url: 'https://example.org/l',
    title: 'https://example.org/l',
  });
  expect(licenceOf('In words.').url).toBeNull();
});
