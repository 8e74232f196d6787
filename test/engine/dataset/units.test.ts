import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ENDINGS,
  FORMATS,
  SHAPES,
  takesUnits,
  UNIT_MEASURES,
  UNITS,
  type UnitTable,
} from '../../../src/contract/exports.ts';
import { checkDataset } from '../../../src/engine/dataset/check/check-dataset.ts';
import type { DatasetOptions } from '../../../src/engine/dataset/write-dataset.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idBytes, idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { type Bounds, expectedUnits } from './expected-units.ts';
import { type Dataset, readBack } from './read-back.ts';
import { newStudy, US } from './study.ts';
import { filesIn } from './unpacked.ts';
import { apply, BEN, review, writeFrom } from './work.ts';

const EVERYTHING = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

async function exported(project: Project, options: Partial<DatasetOptions>): Promise<Dataset> {
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder, { texts: true, ...options });
  return readBack(folder);
}

/** Reviews of everything by Anna of two documents, so that there are zeros of every kind. */
async function reviewedStudy() {
  const study = await newStudy();
  const { us, alone } = study.documents;
  const { safety, rights, growth, unused } = study.codes;
  review(study.project, ANNA, us, [safety, rights, growth, unused]);
  review(study.project, ANNA, alone, [safety, growth, unused]);
  return study;
}

/** Where the pieces of the texts lie, from the store itself, in code points. */
function boundsOf(project: Project, unit: UnitTable['unit'], documents: readonly string[]): Bounds {
  return new Map(
    documents.map((document) => {
      const { reading } = loadCurrent(project.db, idBytes(document));
      const point = (offset: number) => Array.from(reading.text.slice(0, offset)).length;
      const blocks = project.db.all<{ kind: string; start_offset: number; end_offset: number }>(
        sql`SELECT kind, start_offset, end_offset FROM blocks WHERE reading_key = ${reading.key} ORDER BY number`,
      );
      const shown = blocks.filter(({ kind }) => kind !== 'page_break');
      if (unit === 'paragraph') {
        return [
          document,
          shown.map((block) => [point(block.start_offset), point(block.end_offset)] as const),
        ];
      }
      if (unit === 'section') {
        const heads = shown.flatMap(({ kind }, index) => (index === 0 || kind === 'heading' ? [index] : []));
        return [
          document,
          heads.map((from, index) => {
            const last = shown[(heads[index + 1] ?? shown.length) - 1];
            return [point(shown[from]?.start_offset ?? 0), point(last?.end_offset ?? 0)] as const;
          }),
        ];
      }
      const pairs = Array.from(reading.sentences, point);
      return [
        document,
        pairs.flatMap((start, index) => (index % 2 === 0 ? [[start, pairs[index + 1] ?? 0] as const] : [])),
      ];
    }),
  );
}

/** What the table says of each unit and code; what is missing is left out, in both shapes. */
function writtenUnits(
  data: Dataset,
  shape: UnitTable['shape'],
  unit: UnitTable['unit'],
): Map<string, string> {
  const rows = data.table('units');
  if (shape === 'long') {
    const pairs = rows.map((row) => [`${row['unit_id']} ${row['code_id']}`, row['value'] ?? ''] as const);
    expect(new Set(pairs.map(([key]) => key)).size).toBe(pairs.length);
    return new Map(pairs.filter(([, value]) => value !== ''));
  }
  const columns = data.json().resources.find(({ name }) => name === 'units')?.schema?.fields ?? [];
  const codes = data.table('codes');
  const own = columns.filter(({ name }) => name.startsWith('c_'));
  expect(own, unit).toHaveLength(codes.length);
  expect(new Set(rows.map((row) => row['unit_id'])).size).toBe(rows.length);
  return new Map(
    rows.flatMap((row) =>
      own.flatMap(({ name }, index) =>
        row[name] === ''
          ? []
          : [[`${row['unit_id']} ${codes[index]?.['code_id']}`, row[name] ?? ''] as const],
      ),
    ),
  );
}

describe.each(UNITS)('by %s', (unit) => {
  test('every value is what the other files make it, in both shapes and all measures', async () => {
    const { project, documents } = await reviewedStudy();
    for (const measure of UNIT_MEASURES) {
      for (const shape of SHAPES) {
        const units = { unit, shape, measure };
        const data = await exported(project, { units });
        const bounds = boundsOf(project, unit, Object.values(documents));
        const written = writtenUnits(data, shape, unit);
        expect(written, `${shape} ${measure}`).toEqual(expectedUnits(data, units, bounds));
        expect([...written.values()].some((value) => Number(value) > 0)).toBe(true);
        if (unit !== 'coding') expect([...written.values()]).toContain('0');
        expect(data.raw('DICTIONARY.md')).toContain('## units.csv: Codes by ');
      }
    }
  });

  test('pieces are slices of the text, and their words are counted by another segmenter', async () => {
    const { project } = await reviewedStudy();
    const data = await exported(project, { units: { unit, shape: 'wide', measure: 'presence' } });
    for (const row of data.table('units')) {
      if (row['start'] === undefined || row['start'] === '') continue;
      const text = data.texts.get(row['document_id'] ?? '') ?? [];
      const slice = text.slice(Number(row['start']), Number(row['end'])).join('');
      expect(slice).toBe(slice.trim());
      if (unit === 'passage') continue;
      const words = Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(slice));
      expect(Number(row['unit_words'])).toBe(words.filter(({ isWordLike }) => isWordLike).length);
    }
  });
});

test('a scope states no absence where a coder in scope found the code outside of it', async () => {
  const { project, documents, codes } = await reviewedStudy();
  const rowsOf = async (scope: Partial<typeof EVERYTHING>) =>
    (
      await exported(project, {
        units: { unit: 'paragraph', shape: 'wide', measure: 'presence' },
        scope: { ...EVERYTHING, ...scope },
      })
    )
      .table('units')
      .filter((row) => row['document_id'] === documents.us)
      .map((row) => row['c_safety']);
  // “lead in safety research and invest”, in the second paragraph, is the only safety.
  expect(await rowsOf({})).toEqual(['0', '1', '0', '0', '0']);
  // Of its two places one holds the word: the paragraph has the code either way.
  expect(await rowsOf({ text: 'invest' })).toEqual(['0', '1', '0', '0', '0']);
  const paragraphs = await exported(project, {
    units: { unit: 'paragraph', shape: 'long', measure: 'presence' },
    scope: { ...EVERYTHING, text: '=SUM' },
  });
  const said = paragraphs
    .table('units')
    .filter((row) => row['document_id'] === documents.us && row['code_id'] === codes.safety);
  // All of safety lies outside of this scope, so its review is not in it, and nothing is stated.
  expect(said).toEqual([]);
  // Ben looked for growth and found none; Anna did.
  const growth = async (coder: string) =>
    (
      await exported(project, {
        units: { unit: 'document', shape: 'wide', measure: 'count' },
        scope: { ...EVERYTHING, coders: [coder] },
      })
    )
      .table('units')
      .find((row) => row['unit_id'] === documents.us)?.['c_na'];
  expect(await growth(idText(BEN.id))).toBe('0');
  expect(await growth(idText(ANNA.id))).toBe('1');
});

test('part of what a coder found lies outside of a scope: there the code is missing, not absent', async () => {
  const { project, documents, codes } = await reviewedStudy();
  apply(project, ANNA, documents.us, US, 'second page', [codes.safety]);
  const data = await exported(project, {
    units: { unit: 'paragraph', shape: 'wide', measure: 'count' },
    scope: { ...EVERYTHING, text: 'invest' },
  });
  const row = data.table('units').filter(({ document_id }) => document_id === documents.us);
  expect(row.map((cells) => cells['c_safety'])).toEqual(['0', '1', '0', '0', '']);
});

describe.each(FORMATS)('as %s', (format) => {
  test('the same bytes again, and found to be the same', async () => {
    const { project } = await reviewedStudy();
    const target = join(tempFolder(), `dataset${ENDINGS[format] ?? ''}`);
    const isSingle = ENDINGS[format] !== undefined;
    for (const shape of SHAPES) {
      const units: UnitTable = { unit: 'sentence', shape, measure: 'words' };
      const options = { format, texts: false, units };
      if (!takesUnits(format)) {
        await expect(writeFrom(project, target, options)).rejects.toThrow('no place for a table of units');
        continue;
      }
      const report = await writeFrom(project, target, options);
      const bytes = () => filesIn(target, format).map((path) => [path, readFileSync(path, 'latin1')]);
      const first = bytes();
      await writeFrom(project, target, options);
      expect(bytes()).toEqual(first);
      if (!isSingle)
        expect(report.files.find(({ path }) => path.startsWith('units.'))?.rows).toBeGreaterThan(3);
      const db = connect(project.path, 'read');
      try {
        const check = await checkDataset(db, target, isSingle ? { format, units } : {});
        expect(check.differences).toEqual([]);
      } finally {
        db.close();
      }
    }
  });
});

test('progress counts the units, too', async () => {
  const { project } = await newStudy();
  for (const unit of UNITS) {
    const told: [number, number][] = [];
    await writeFrom(project, join(tempFolder(), 'dataset'), {
      texts: true,
      units: { unit, shape: 'long', measure: 'presence' },
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(told.at(-1)).toEqual([told.length - 1, told.length - 1]);
  }
});
