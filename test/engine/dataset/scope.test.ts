import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { listAttributes, listCases } from '../../../src/engine/cases/read.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { expectedMatrix, writtenMatrix } from './expected-matrix.ts';
import { type Dataset, readBack } from './read-back.ts';
import { newStudy, type Study } from './study.ts';
import { writeFrom } from './work.ts';

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

async function exported({ project }: Study, part: Partial<Scope> | null): Promise<Dataset> {
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder, { texts: true, ...(part && { scope: { ...EVERYTHING, ...part } }) });
  return readBack(folder);
}

/** Every foreign key that datapackage.json states leads to a row. */
function checkReferences(data: Dataset): void {
  for (const { name, schema } of data.json().resources) {
    for (const { fields, reference } of schema?.foreignKeys ?? []) {
      const [field = '', column = ''] = [fields[0], reference.fields[0]];
      const there = new Set(data.table(reference.resource ?? name).map((row) => row[column]));
      for (const row of data.table(name)) {
        if (row[field] !== '') expect(there.has(row[field]), `${name}.${field} ${row[field]}`).toBe(true);
      }
    }
  }
}

/** Scopes of every kind, with what they are called and how many codings they leave. */
function scopesOf({ project, documents, codes, ben }: Study): [Partial<Scope>, string][] {
  const cases = new Map(listCases(project.db).map((one) => [one.name, one.id]));
  const member = listAttributes(project.db).find((one) => one.name === 'Member')?.id ?? '';
  const id = (name: string) => cases.get(name) ?? '';
  return [
    [
      { documents: [documents.us, documents.alone] },
      '2 of 5 documents: documents “America, "first"” or “\'Alone”.',
    ],
    [{ cases: [id('G7')] }, '2 of 5 documents: cases “G7”.'],
    [
      { attributes: [{ attribute: member, is: 'one_of', values: [true] }] },
      '3 of 5 documents: “Member” is yes.',
    ],
    [
      { attributes: [{ attribute: member, is: 'missing', values: [] }] },
      '1 of 5 documents: “Member” has no value.',
    ],
    [
      { codes: [{ mode: 'all', codes: [codes.safety, codes.rights], below: false }] },
      '5 of 5 documents: passages coded “Values / aims / =Safety” and “Values / aims / Rights”.',
    ],
    [
      { codes: [{ mode: 'none', codes: [codes.group], below: true }], coders: [ben] },
      '5 of 5 documents: passages without “Values / aims”, with the codes under them; coded by “O\'Ben, "B"”.',
    ],
    [{ text: 'SAFETY' }, '5 of 5 documents: passages that contain “SAFETY”.'],
  ];
}

test('a dataset of any scope refers to itself only, its matrix agrees, and it says what it holds', async () => {
  const study = await newStudy();
  const whole = await exported(study, null);
  for (const [scope, words] of scopesOf(study)) {
    const data = await exported(study, scope);
    checkReferences(data);
    expect(writtenMatrix(data)).toEqual(expectedMatrix(data));
    expect(data.json().colligo['scope']).toBe(words);
    expect(data.raw('DICTIONARY.md')).toContain('## Scope');
    expect([...data.texts.keys()].toSorted()).toEqual(
      data
        .table('documents')
        .map((row) => row['document_id'] ?? '')
        .toSorted(),
    );
    // What is there reads as it does in the whole, and less is there.
    const codings = whole.table('codings').map((row) => JSON.stringify(row));
    const left = data.table('codings').map((row) => JSON.stringify(row));
    expect(codings).toEqual(expect.arrayContaining(left));
    expect(left.length, words).toBeLessThan(codings.length);
    // Choosing passages never makes an absence that the whole does not state.
    if (!words.startsWith('5 of 5')) continue;
    const cells = writtenMatrix(whole);
    for (const [key, { presence }] of writtenMatrix(data)) {
      if (presence === '0') expect(cells.get(key)?.['presence'], key).toBe('0');
    }
  }
});

test('a scope that holds everything gives the same bytes as none', async () => {
  const study = await newStudy();
  const [none, everything] = [await exported(study, null), await exported(study, {})];
  for (const file of readdirSync(none.folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name).slice(none.folder.length);
    expect(readFileSync(join(everything.folder, path)), path).toEqual(readFileSync(join(none.folder, path)));
  }
});

test('a review is left out where what was found lies outside, and stays where nothing was found', async () => {
  const study = await newStudy();
  const { documents, codes } = study;
  const data = await exported(study, { text: 'SUM', documents: [documents.us] });
  const own = (table: string, code: string) =>
    data.table(table).filter((row) => row['code_id'] === code && row['coder_id'] === idText(ANNA.id));
  // Anna reviewed America for safety and growth, and found both; only growth on words with “SUM”.
  expect(own('reviews', codes.safety)).toEqual([]);
  expect(own('matrix', codes.safety).map((row) => row['presence'])).toEqual(['', '']);
  expect(own('reviews', codes.growth)).toHaveLength(1);
  expect(own('matrix', codes.growth).map((row) => row['presence'])).toEqual(['1', '1']);
  const byBen = data.table('matrix').filter((row) => row['coder_id'] === study.ben);
  expect(byBen.filter((row) => row['code_id'] === codes.growth).map((row) => row['presence'])).toEqual([
    '0',
    '0',
  ]);
});
