import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENDINGS, FORMATS, type Format, takesUnits } from '../../../src/contract/exports.ts';
import { checkDataset } from '../../../src/engine/dataset/check/check-dataset.ts';
import type { DatasetOptions } from '../../../src/engine/dataset/write-dataset.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { unpacked } from './unpacked.ts';
import { BEN, writeFrom } from './work.ts';

const EVERYTHING = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

const targetFor = (format: Format) => join(tempFolder(), `dataset${ENDINGS[format] ?? ''}`);

/** What would say who somebody is: their names, in full and as far as quotation marks do not change them, and their ids. */
const TELLING = ['Anna', "O'Ben", 'O&apos;Ben', idText(ANNA.id), idText(BEN.id)];

const optionsFor = (format: Format): DatasetOptions => ({
  format,
  texts: true,
  pseudonyms: true,
  scope: { ...EVERYTHING, coders: [idText(ANNA.id), idText(BEN.id)] },
  ...(takesUnits(format) && { units: { unit: 'coding', shape: 'long', measure: 'presence' } }),
});

describe.each(FORMATS)('as %s', (format) => {
  test('no byte says who a coder is, where pseudonyms are asked for', async () => {
    const { project } = await newStudy();
    const target = targetFor(format);
    const options = optionsFor(format);
    // Without them the names are found, so that looking for them says something.
    if (format !== 'qca') {
      const { pseudonyms: _, ...open } = options;
      await writeFrom(project, target, open);
      const said = await unpacked(target, format);
      expect(TELLING.filter((word) => said.includes(word)).length).toBeGreaterThan(2);
    }
    await writeFrom(project, target, options);
    const said = await unpacked(target, format);
    for (const word of TELLING) expect(said, word).not.toContain(word);
    if (format !== 'qca') expect(said).toContain('Coder 1');
  });

  test('what was written without names is found to be the same', async () => {
    const { project } = await newStudy();
    const target = targetFor(format);
    const options = optionsFor(format);
    await writeFrom(project, target, options);
    project.checkpoint();
    const db = connect(project.path, 'read');
    try {
      const { format: _, texts: __, ...asked } = options;
      const check = await checkDataset(db, target, ENDINGS[format] === undefined ? {} : { ...asked, format });
      expect(check.differences).toEqual([]);
      expect(check.matches).toBe(true);
    } finally {
      db.close();
    }
  });
});

test('pseudonyms are numbers in the order of ids, whoever is in scope, and change nothing else', async () => {
  const { project } = await newStudy();
  const [open, closed, part] = [0, 1, 2].map((n) => join(tempFolder(), `dataset-${n}`)) as [
    string,
    string,
    string,
  ];
  await writeFrom(project, open);
  await writeFrom(project, closed, { texts: true, pseudonyms: true });
  const scope = { ...EVERYTHING, coders: [idText(BEN.id)] };
  await writeFrom(project, part, { texts: true, pseudonyms: true, scope });
  const [plain, veiled, ben] = [readBack(open), readBack(closed), readBack(part)];
  const persons = plain.table('coders').filter(({ kind }) => kind === 'person');
  const byId = persons.map(({ coder_id }) => coder_id ?? '').sort();
  const consensus = plain.table('coders').find(({ kind }) => kind === 'consensus')?.['coder_id'] ?? '';
  const called = new Map([
    ...byId.map((id, index) => [id, `Coder ${index + 1}`] as const),
    [consensus, 'Consensus 1'] as const,
  ]);
  expect(veiled.table('coders').map(({ name }) => name)).toEqual(['Coder 1', 'Coder 2', 'Consensus 1']);
  expect(ben.table('coders').map(({ name }) => name)).toEqual([called.get(idText(BEN.id))]);
  expect(ben.table('coders')[0]?.['coder_id']).toBe(
    veiled.table('coders').find(({ name }) => name === called.get(idText(BEN.id)))?.['coder_id'],
  );
  for (const name of ['codings', 'reviews', 'matrix']) {
    const without = (rows: ReturnType<typeof plain.table>, nameOf: (row: (typeof rows)[number]) => unknown) =>
      rows
        .map(({ coder_id: _, ...row }) =>
          JSON.stringify({ ...row, coder: nameOf({ coder_id: _ ?? '', ...row }) }),
        )
        .sort();
    expect(without(veiled.table(name), (row) => row['coder'])).toEqual(
      without(plain.table(name), (row) => called.get(row['coder_id'] ?? '')),
    );
  }
  expect(veiled.raw('DICTIONARY.md')).toContain('Coders have no names here');
  expect(plain.raw('DICTIONARY.md')).not.toContain('Coders have no names here');
});
