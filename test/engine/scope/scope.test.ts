import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { createAttribute, setAttribute } from '../../../src/engine/cases/attributes.ts';
import { assignCases } from '../../../src/engine/cases/write.ts';
import { removeCodes } from '../../../src/engine/codebook/remove.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { reviewProgress } from '../../../src/engine/reviews/progress.ts';
import { countScope } from '../../../src/engine/scope/count.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, coder, newProject } from '../kit/project.ts';

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

type Condition = Scope['attributes'][number];

function titlesIn({ db }: Project, condition: Condition): string {
  return listDocuments(db, { ...EVERYTHING, attributes: [condition] })
    .filter((row) => row.inScope)
    .map((row) => row.title)
    .join(' ');
}

test('attributes are compared as what they are', async () => {
  const project = await newProject();
  const [a, b, c] = ['A', 'B', 'C'].map((title) => addText(project, title, `Text ${title}`));
  const make = (appliesTo: 'document' | 'case', kind: Parameters<typeof createAttribute>[1]['kind']) =>
    createAttribute(project, { name: `${appliesTo} ${kind}`, appliesTo, kind }).result;
  const [date, number] = [make('document', 'date'), make('document', 'number')];
  setAttribute(project, date, { document: a ?? '' }, '2024');
  setAttribute(project, date, { document: b ?? '' }, '2024-05-06');
  setAttribute(project, number, { document: a ?? '' }, 9);
  setAttribute(project, number, { document: b ?? '' }, 10);
  const says = (attribute: string, is: Condition['is'], ...values: Condition['values']) =>
    titlesIn(project, { attribute, is, values });
  // As far as both are exact: a year may be any of its days.
  expect(says(date, 'at_least', '2024-05')).toBe('A B');
  expect(says(date, 'at_least', '2024-06')).toBe('A');
  expect(says(date, 'at_most', '2024-04')).toBe('A');
  expect(says(date, 'at_most', '2024')).toBe('A B');
  expect(says(date, 'at_least', '2025')).toBe('');
  expect(says(date, 'between', '2024-05', '2024-12')).toBe('A B');
  expect(says(date, 'between', '2024-06', '2025')).toBe('A');
  expect(says(number, 'between', 9, 9.5)).toBe('A');
  expect(says(number, 'between', 9)).toBe('');
  expect(says(date, 'one_of', '2024')).toBe('A');
  expect(says(number, 'at_least', 10)).toBe('B');
  expect(says(number, 'at_most', 9.5)).toBe('A');
  expect(says(number, 'at_least', '10')).toBe('');
  expect(says(number, 'missing')).toBe('C');
  expect(says(number, 'one_of', 9)).toBe('A');
  expect(says(number, 'none_of', 9)).toBe('B C');
  expect(says(number, 'one_of')).toBe('A B C');

  const flag = make('case', 'boolean');
  assignCases(project, c ?? '', [{ name: 'North' }, { name: 'South' }]);
  const [north] = listDocuments(project.db)[2]?.cases ?? [];
  setAttribute(project, flag, { case: north?.id ?? '' }, false);
  expect(says(flag, 'one_of', false)).toBe('C');
  expect(says(flag, 'one_of', true)).toBe('');
  expect(says(flag, 'missing')).toBe('A B');
});

test('what is gone finds nothing, and a condition of which everything is gone does not narrow', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma.');
  const [a, b] = ['A', 'B'].map((name) => createCode(project, { name, parentId: null }).result) as [
    string,
    string,
  ];
  applyCodes(project, { document, start: 0, end: 5, codes: [a] });
  applyCodes(project, { document, start: 6, end: 10, codes: [b] });
  const count = (mode: 'any' | 'all' | 'none', codes: string[]) =>
    countScope(project.db, { ...EVERYTHING, codes: [{ mode, codes, below: false }] }).passages;
  expect([count('any', [a, b]), count('all', [a, b]), count('none', [b])]).toEqual([2, 0, 1]);
  removeCodes(project, [b]);
  expect([count('any', [a, b]), count('all', [a, b]), count('none', [a, b])]).toEqual([1, 0, 0]);
  expect([count('any', [b]), count('all', [b]), count('none', [b])]).toEqual([1, 1, 1]);
  expect(listDocuments(project.db, { ...EVERYTHING, documents: [b] })[0]?.inScope).toBe(true);
  expect(countScope(project.db, EVERYTHING)).toEqual({
    documents: 1,
    ofDocuments: 1,
    passages: 1,
    ofPassages: 1,
    codings: 1,
  });
});

test('progress is of the codes and documents in scope', async () => {
  const project = await newProject();
  const [one, two] = ['One', 'Two'].map((title) => addText(project, title, 'Alpha beta.')) as [
    string,
    string,
  ];
  const [a, b] = ['A', 'B'].map((name) => createCode(project, { name, parentId: null }).result) as [
    string,
    string,
  ];
  applyCodes(project, { document: one, start: 0, end: 5, codes: [a] });
  const progress = (scope: Partial<Scope>) =>
    reviewProgress(project.db, ANNA.id, { ...EVERYTHING, ...scope });
  expect(progress({})).toEqual(reviewProgress(project.db, ANNA.id));
  expect(progress({ documents: [one] })).toEqual([{ documentId: one, judged: 1, codes: 2 }]);
  expect(progress({ codes: [{ mode: 'none', codes: [b], below: false }] })).toEqual([
    { documentId: one, judged: 1, codes: 1 },
    { documentId: two, judged: 0, codes: 1 },
  ]);
});

test('passages are sorted as asked, and by how the text runs where that says nothing', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma delta.');
  const [a, b] = ['A', 'B'].map((name) => createCode(project, { name, parentId: null }).result) as [
    string,
    string,
  ];
  applyCodes(project, { document, start: 0, end: 5, codes: [b] });
  applyCodes(project, { document, start: 6, end: 16, codes: [b] });
  applyCodes(project, { document, start: 17, end: 22, codes: [a] });
  const ben = coder('Ben');
  project.actor = ben;
  await new Promise((resolve) => setTimeout(resolve, 5));
  applyCodes(project, { document, start: 6, end: 16, codes: [a] });
  const quotes = (sort: 'document' | 'newest' | 'code' | 'length', scope?: Scope) =>
    listPassages(project.db, { scope }, { sort, offset: 0, limit: 10 }).rows.map((row) => row.quote);
  expect(quotes('document')).toEqual(['Alpha', 'beta gamma', 'delta']);
  expect(quotes('newest')[0]).toBe('beta gamma');
  expect(quotes('code')).toEqual(['beta gamma', 'delta', 'Alpha']);
  expect(quotes('length')).toEqual(['beta gamma', 'Alpha', 'delta']);
  // By what the coders in scope said.
  expect(quotes('code', { ...EVERYTHING, coders: [idText(ANNA.id)] })).toEqual([
    'delta',
    'Alpha',
    'beta gamma',
  ]);
  expect(listPassages(project.db, {}, { offset: 0, limit: 1 }).rows[0]?.language).toBe('en');
});
