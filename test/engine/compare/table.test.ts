import { expect, onTestFinished, test } from 'vitest';
import type { CompareTable } from '../../../src/contract/compare.ts';
import { setAttribute } from '../../../src/engine/cases/attributes.ts';
import { type CompareRequest, compareTable } from '../../../src/engine/compare/table.ts';
import { inSnapshot } from '../../../src/engine/dataset/snapshot.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idBytes, idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newStudy, type Study } from '../dataset/study.ts';
import { BEN, review } from '../dataset/work.ts';
import { ANNA } from '../kit/project.ts';
import { KINDS, makeProject } from '../scope/projects.ts';

const ask = ({ project }: Study, more: Partial<CompareRequest> = {}) =>
  compareTable(project.db, { columns: { by: 'case' }, rollUp: false, ...more });

/** What stands in a cell, by the name of its code and the title of its column. */
function says(study: Study, table: CompareTable, code: keyof Study['codes'], title: string) {
  const row = table.codes.indexOf(study.codes[code]);
  const column = table.columns.findIndex((one) => one.title === title);
  expect([row, column]).not.toContain(-1);
  const cell = table.cells.find((one) => one.row === row && one.column === column);
  return cell ? [cell.presence, cell.spans, cell.codings, cell.words] : null;
}

test('present, absent and not judged, counted by hand', async () => {
  const study = await newStudy();
  const anna = ask(study, { coder: idText(ANNA.id) });
  // Two overlapping spans, one of them on two passages: "lead in safety research and invest".
  expect(says(study, anna, 'safety', 'United States')).toEqual([1, 2, 3, 6]);
  // The document of another case found nothing, and adds nothing.
  expect(says(study, anna, 'safety', 'G7')).toEqual([1, 2, 3, 6]);
  expect(says(study, anna, 'unused', 'United States')).toBe(null);
  // Reviewed before it was redefined.
  expect(says(study, anna, 'rights', '-China')).toBe(null);
  expect(says(study, anna, 'growth', '-China')).toEqual([0, 0, 0, 0]);
  const ben = ask(study, { coder: study.ben });
  expect(says(study, ben, 'growth', 'United States')).toEqual([0, 0, 0, 0]);
  expect(says(study, ben, 'rights', 'Revised')).toBe(null);
  // A part of a page is a place and covers no words; a lost passage is none.
  expect(says(study, anna, 'growth', '')).toEqual([1, 1, 1, 0]);
  expect(says(study, anna, 'rights', '')).toBe(null);
  expect(anna.columns.map(({ id, title }) => (id === 'none' ? id : title))).toEqual([
    'United States',
    'G7',
    '-China',
    'Revised',
    'No documents',
    'none',
  ]);
  expect(anna.columns[4]).toMatchObject({ documents: [], words: 0 });
});

test('coders together count a place once, and say absent of what one of them looked for', async () => {
  const study = await newStudy();
  const table = ask(study);
  // Anna's two places; Ben and the consensus are on the first of them.
  expect(says(study, table, 'safety', 'United States')).toEqual([1, 2, 5, 6]);
  expect(says(study, table, 'rights', '-China')).toEqual([0, 0, 0, 0]);
  const unused = () => says(study, ask(study), 'unused', 'G7');
  review(study.project, BEN, study.documents.us, [study.codes.unused]);
  expect(unused()).toBe(null);
  review(study.project, ANNA, study.documents.eu, [study.codes.unused]);
  expect(unused()).toEqual([0, 0, 0, 0]);
});

test('rolled up, a group holds each place once and is absent only where all below it is', async () => {
  const study = await newStudy();
  const table = ask(study, { rollUp: true });
  // "lead in safety research and invest" and "𝒜 risk to rights": two codes on the first place, one place.
  expect(says(study, table, 'group', 'United States')).toEqual([1, 3, 7, 10]);
  expect(says(study, ask(study), 'group', 'United States')).toBe(null);
  expect(says(study, table, 'group', 'No documents')).toBe(null);
  const { china } = study.documents;
  const withoutFindings = { scope: { ...EVERYTHING, text: 'Nobody wrote this' }, rollUp: true };
  review(study.project, BEN, china, [study.codes.safety, study.codes.unused]);
  // Ben found neither; that Anna found safety there lies outside the scope, and is no absence.
  expect(says(study, ask(study, { ...withoutFindings, coder: study.ben }), 'group', '-China')).toEqual([
    0, 0, 0, 0,
  ]);
  expect(says(study, ask(study, withoutFindings), 'group', '-China')).toBe(null);
});

test('agrees with plain SQL on places and codings', async () => {
  const study = await newStudy();
  const table = ask(study, { columns: { by: 'document' } });
  const rows = study.project.db.all<{
    code: Uint8Array;
    document: Uint8Array;
    spans: number;
    codings: number;
  }>(sql`
    SELECT c.code_id AS code, v.document_id AS document, count(*) AS codings,
      count(DISTINCT concat_ws(' ', a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1)) AS spans
    FROM codings c JOIN anchors a USING (passage_id) JOIN versions v ON v.id = a.version_id
    WHERE a.status <> 'lost' AND NOT EXISTS
      (SELECT 1 FROM versions w WHERE w.document_id = v.document_id AND w.number > v.number)
    GROUP BY c.code_id, v.document_id`);
  expect(rows.length).toBeGreaterThan(5);
  const present = table.cells.filter(({ presence }) => presence === 1);
  expect(
    present
      .map(({ row, column, spans, codings }) =>
        [table.codes[row], table.columns[column]?.id, spans, codings].join(' '),
      )
      .toSorted(),
  ).toEqual(
    rows.map((row) => [idText(row.code), idText(row.document), row.spans, row.codings].join(' ')).toSorted(),
  );
});

test('groups by the values of an attribute in their own order, those without one at the end', async () => {
  const made = await makeProject({
    memberships: [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    values: [],
    passages: [],
  });
  const { project, documents, cases, attributes, codes } = made;
  const [both = '', south = '', ...others] = documents;
  const attribute = attributes[KINDS.length + KINDS.indexOf('number')] ?? '';
  const table = () => compareTable(project.db, { columns: { by: 'attribute', attribute }, rollUp: false });
  const columns = () => table().columns.map((column) => [column.id, column.documents]);
  expect(columns()).toEqual([['none', documents]]);
  setAttribute(project, attribute, { case: cases[0] ?? '' }, 30);
  setAttribute(project, attribute, { case: cases[1] ?? '' }, 4);
  expect(columns()).toEqual([
    ['=4', [both, south]],
    ['=30', [both]],
    ['none', others],
  ]);
  project.actor = ANNA;
  applyCodes(project, { document: both, start: 0, end: 7, codes: codes.slice(3) });
  // The plan lies in two cases and counts in both of their groups; in all of them once.
  const { cells, rows } = table();
  expect(cells.map(({ column, spans }) => [column, spans])).toEqual([
    [0, 1],
    [1, 1],
  ]);
  expect(rows.map(({ spans }) => spans)).toEqual([0, 0, 0, 1]);
});

test('in snapshots of a connection that only reads, what was kept is brought up to date', async () => {
  const study = await newStudy();
  const { project, documents, codes } = study;
  const beside = connect(project.path, 'read');
  onTestFinished(() => beside.close());
  const asked = { columns: { by: 'document' }, rollUp: true } as const;
  const seen = () => inSnapshot(beside, async () => compareTable(beside, asked));
  expect(await seen()).toEqual(compareTable(project.db, asked));
  project.actor = ANNA;
  applyCodes(project, { document: documents.china, start: 0, end: 4, codes: [codes.unused] });
  const after = await seen();
  expect(says(study, after, 'unused', '=全球行动计划')).toEqual([1, 1, 1, 2]);
  expect(after).toEqual(compareTable(project.db, asked));
  project.undo();
  expect(await seen()).toEqual(compareTable(project.db, asked));
});

test('what is gone is said to be gone', async () => {
  const study = await newStudy();
  const gone = '00000000-0000-7000-8000-000000000000';
  expect(() => ask(study, { coder: gone })).toThrow('coder');
  expect(() => ask(study, { columns: { by: 'attribute', attribute: gone } })).toThrow('attribute');
  expect(study.project.db.get(sql`SELECT 1 FROM coders WHERE id = ${idBytes(gone)}`)).toBe(undefined);
});

const EVERYTHING = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };
