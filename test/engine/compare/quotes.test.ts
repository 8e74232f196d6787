import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { CompareColumns } from '../../../src/contract/compare.ts';
import { setAttribute } from '../../../src/engine/cases/attributes.ts';
import { compareQuotes, type QuotesRequest } from '../../../src/engine/compare/quotes/quotes.ts';
import { changeMemo, removeMemo, writeMemo } from '../../../src/engine/memos/write.ts';
import { idBytes, idText } from '../../../src/engine/store/ids.ts';
import { withOrigin } from '../../../src/engine/store/origin.ts';
import { newStudy, type Study, US } from '../dataset/study.ts';
import { apply, BEN, review } from '../dataset/work.ts';
import { ANNA } from '../kit/project.ts';
import { KINDS, makeProject } from '../scope/projects.ts';

function ask({ project }: Study, code: string, among: string, more: Partial<QuotesRequest> = {}) {
  const request = { columns: { by: 'document' } as const, rollUp: false, sort: 'document' as const };
  const cells = compareQuotes(project.db, {
    ...request,
    codes: [code],
    among: [among],
    from: 0,
    most: 100,
    ...more,
  });
  const [cell] = cells;
  if (cell === undefined) throw new Error('no cell');
  return cell;
}

/** Does something so many hours from now. */
const later = <Result>(hours: number, action: () => Result): Result =>
  withOrigin({ now: () => new Date(Date.now() + hours * 3_600_000), id: () => idBytes(v7()) }, action);

const lines = (cell: ReturnType<typeof ask>) => cell.quotes.map(({ line }) => line);

test('quotes with the words around them, in each order', async () => {
  const study = await newStudy();
  const { us } = study.documents;
  const { safety, rights, group } = study.codes;
  const cell = ask(study, safety, us);
  expect(lines(cell)).toEqual(['lead in safety research', 'safety research and invest']);
  expect(cell.total).toBe(2);
  const [first] = cell.quotes;
  expect(US).toContain(`${first?.before}${first?.line}${first?.after}`.split('\n')[0]);
  expect(first?.before).not.toContain('\n');
  expect(lines(ask(study, safety, us, { sort: 'length' }))).toEqual([
    'safety research and invest',
    'lead in safety research',
  ]);
  // Ben said it there last.
  expect(lines(ask(study, safety, us, { sort: 'newest' }))[0]).toBe('lead in safety research');
  const branch = ask(study, group, us, { rollUp: true });
  expect(branch.quotes.map(({ codes }) => codes.toSorted())).toEqual([
    [safety, rights].toSorted(),
    [safety],
    [rights],
  ]);
  expect(ask(study, group, us).total).toBe(0);
  expect(lines(ask(study, safety, us, { coder: study.ben }))).toEqual(['lead in safety research']);
});

test('a part of a page has no words; what is gone or unknown is left out', async () => {
  const study = await newStudy();
  const [part] = ask(study, study.codes.growth, study.documents.alone).quotes;
  expect(part).toMatchObject({ line: '', before: '', after: '' });
  expect(part?.region).not.toBe(null);
  expect(ask(study, study.codes.rights, study.documents.alone).total).toBe(0);
  const unknown = compareQuotes(study.project.db, {
    columns: { by: 'document' },
    rollUp: false,
    codes: [study.codes.safety],
    among: ['nothing'],
    sort: 'document',
    from: 0,
    most: 1,
  });
  expect(unknown).toEqual([]);
});

test('where nothing was found it names who looked', async () => {
  const study = await newStudy();
  const { unused } = study.codes;
  const { china } = study.documents;
  expect(ask(study, unused, china).reviewers).toEqual([]);
  review(study.project, BEN, china, [unused]);
  review(study.project, ANNA, china, [unused]);
  expect(ask(study, unused, china).reviewers).toEqual([idText(ANNA.id), study.ben]);
  expect(ask(study, unused, china, { coder: study.ben }).reviewers).toEqual([study.ben]);
  expect(ask(study, study.codes.safety, china).reviewers).toEqual([]);
});

test('a summary knows how many passages it was written from, and how many came since', async () => {
  const study = await newStudy();
  const { project } = study;
  const { us } = study.documents;
  const { safety } = study.codes;
  project.actor = ANNA;
  const target = { kind: 'cell', code: safety, document: us } as const;
  const { memoId } = writeMemo(project, target, { title: '', body: 'Safety is research.' }).result;
  const summaries = () => ask(study, safety, us).summaries;
  expect(summaries()).toMatchObject([
    { memoId, body: 'Safety is research.', createdBy: idText(ANNA.id), from: 2, since: 0 },
  ]);
  later(1, () => apply(project, BEN, us, US, '=SUM(A1)', [safety]));
  expect(summaries()).toMatchObject([{ from: 2, since: 1 }]);
  project.actor = ANNA;
  later(2, () => changeMemo(project, memoId, { body: 'Safety is research and money.' }));
  expect(summaries()).toMatchObject([{ body: 'Safety is research and money.', from: 3, since: 0 }]);
  project.undo();
  expect(summaries()).toMatchObject([{ body: 'Safety is research.', from: 2, since: 1 }]);
  removeMemo(project, memoId);
  expect(summaries()).toEqual([]);
});

test('a summary is of one cell: of a case not of its document, and never of a group', async () => {
  const made = await makeProject({ memberships: [[0, 0]], values: [], passages: [] });
  const { project, documents, cases, codes, attributes } = made;
  const [code = ''] = codes;
  const [document = ''] = documents;
  const [ofCase = ''] = cases;
  const attribute = attributes[KINDS.length + KINDS.indexOf('number')] ?? '';
  setAttribute(project, attribute, { case: ofCase }, 30);
  const write = (about: { document: string } | { case: string }, body: string) =>
    writeMemo(project, { kind: 'cell', code, ...about }, { title: '', body });
  write({ document }, 'Of the document.');
  write({ case: ofCase }, 'Of the case.');
  const bodies = (columns: CompareColumns, among: string) =>
    compareQuotes(project.db, {
      ...{ columns, rollUp: false, codes: [code], among: [among], sort: 'document' as const },
      ...{ from: 0, most: 1 },
    }).map(({ summaries }) => summaries.map(({ body, from, since }) => [body, from, since]));
  expect(bodies({ by: 'document' }, document)).toEqual([[['Of the document.', 0, 0]]]);
  expect(bodies({ by: 'case' }, ofCase)).toEqual([[['Of the case.', 0, 0]]]);
  expect(bodies({ by: 'attribute', attribute }, '=30')).toEqual([[]]);
});
