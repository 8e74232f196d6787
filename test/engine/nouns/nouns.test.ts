import { expect, test } from 'vitest';
import {
  createAttribute,
  removeAttribute,
  renameAttribute,
  setAttribute,
} from '../../../src/engine/cases/attributes.ts';
import { changeChoices } from '../../../src/engine/cases/choices.ts';
import { listAttributes, listCases } from '../../../src/engine/cases/read.ts';
import {
  assignCases,
  createCase,
  describeCase,
  gatherDocuments,
  holdDocuments,
  removeCase,
  renameCase,
} from '../../../src/engine/cases/write.ts';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { listDocuments, readPart } from '../../../src/engine/documents/read.ts';
import { placeOfStep } from '../../../src/engine/history/place.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { changeMemo, removeMemo, writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { judgementsIn } from '../../../src/engine/reviews/judge.ts';
import { reviewProgress } from '../../../src/engine/reviews/progress.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, coder, newProject } from '../kit/project.ts';

test('memos on everything are listed with what they are about', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma.', 'Here');
  const code = createCode(project, { name: 'A', parentId: null }).result;
  const { passageId } = applyCodes(project, { document, start: 6, end: 10, codes: [code] }).result;
  const [{ id: ofCase } = { id: '' }] = listCases(project.db);
  const targets = [
    { kind: 'project' },
    { kind: 'document', id: document },
    { kind: 'passage', id: passageId },
    { kind: 'code', id: code },
    { kind: 'case', id: ofCase },
    { kind: 'cell', code, case: ofCase },
  ] as const;
  const ids = targets.map(
    (target) => writeMemo(project, target, { title: '', body: `On ${target.kind}` }).result.memoId,
  );
  const all = listMemos(project.db);
  expect(all.map((memo) => memo.target)).toEqual([...targets].toReversed());
  expect(all.map((memo) => memo.about)).toEqual(['A, Here', 'Here', 'A', 'beta', 'Text', '']);
  expect(all.find((memo) => memo.target.kind === 'passage')).toMatchObject({
    documentId: document,
    start: 6,
  });
  expect(listMemos(project.db, targets[2]).map((memo) => memo.id)).toEqual([ids[2]]);
  changeMemo(project, ids[0] ?? '', { body: 'New' });
  expect(listMemos(project.db, { kind: 'project' })[0]?.body).toBe('New');
  project.actor = coder('Ben');
  expect(() => removeMemo(project, ids[0] ?? '')).toThrow(/only Anna/);
  expect(() => writeMemo(project, { kind: 'project' }, { title: '', body: '  ' })).toThrow(/says nothing/);
  expect(() => writeMemo(project, { kind: 'code', id: passageId }, { title: 'x', body: '' })).toThrow(
    /not in this project/,
  );
});

test('cases are assigned, renamed and removed; documents stay', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha.', 'Here');
  const there = createCase(project, 'There').result;
  assignCases(project, document, [{ id: there }, { name: 'Elsewhere' }]);
  const names = () => listDocuments(project.db)[0]?.cases.map((one) => one.name);
  expect(names()).toEqual(['There', 'Elsewhere']);
  expect(assignCases(project, document, [{ name: 'There' }, { name: 'Elsewhere' }]).step).toBeNull();
  renameCase(project, there, 'Yonder');
  removeCase(project, there);
  expect(names()).toEqual(['Elsewhere']);
  expect(listCases(project.db).map((one) => one.name)).toEqual(['Here', 'Elsewhere']);
});

test('documents are put into a case and taken out, and their other cases stay', async () => {
  const project = await newProject();
  const [a, b] = ['A', 'B'].map((title) => addText(project, title, `Text ${title}`, 'Here')) as [
    string,
    string,
  ];
  const there = createCase(project, 'There').result;
  describeCase(project, there, 'A place\nfar away');
  expect(gatherDocuments(project, there, [b, a, b], true).step?.label).toBe(
    'Put 2 documents into case “There”',
  );
  const shown = () => listCases(project.db).map(({ name, documents }) => [name, documents]);
  expect(shown()).toEqual([
    ['Here', [a, b]],
    ['There', [a, b]],
  ]);
  expect(gatherDocuments(project, there, [a], true).step).toBeNull();
  expect(gatherDocuments(project, there, [a], false).step?.label).toBe('Take “A” out of case “There”');
  expect(shown()[1]).toEqual(['There', [b]]);
  expect(() => gatherDocuments(project, a, [a], true)).toThrow(/not in this project/);
  expect(() => gatherDocuments(project, there, [there], true)).toThrow(/not in this project/);
  expect(describeCase(project, there, 'A place\nfar away').step).toBeNull();
  expect(listCases(project.db)[1]).toMatchObject({ description: 'A place\nfar away', attributes: [] });
});

test('a case is told its documents as one step, which undo takes back', async () => {
  const project = await newProject();
  const [a = '', b = '', c = ''] = ['A', 'B', 'C'].map((title) => addText(project, title, `Text ${title}`));
  const here = createCase(project, 'Here').result;
  gatherDocuments(project, here, [a, b], true);
  const shown = () => listCases(project.db)[0]?.documents;
  expect(holdDocuments(project, here, [c, b, c]).step?.label).toBe('Change the documents of case “Here”');
  expect(shown()).toEqual([b, c]);
  expect(holdDocuments(project, here, [b, c]).step).toBeNull();
  expect(() => holdDocuments(project, here, [here])).toThrow(/not in this project/);
  expect(() => holdDocuments(project, a, [a])).toThrow(/not in this project/);
  expect(shown()).toEqual([b, c]);
  project.undo();
  expect(shown()).toEqual([a, b]);
  holdDocuments(project, here, []);
  expect(shown()).toEqual([]);
});

test('choices are renamed, turned round and left out; values go with theirs', async () => {
  const project = await newProject();
  const there = createCase(project, 'There').result;
  const here = createCase(project, 'Here').result;
  const region = createAttribute(project, {
    name: 'Region',
    appliesTo: 'case',
    kind: 'choice',
    choices: ['North', 'South'],
  }).result;
  setAttribute(project, region, { case: there }, 'North');
  setAttribute(project, region, { case: here }, 'South');
  const now = () => [
    listAttributes(project.db).find(({ id }) => id === region)?.choices,
    ...listCases(project.db).map(({ attributes }) => attributes[0]?.value),
  ];
  changeChoices(project, region, [
    { was: 'North', label: 'South' },
    { was: 'South', label: 'North' },
    { was: null, label: 'East' },
  ]);
  expect(now()).toEqual([['South', 'North', 'East'], 'South', 'North']);
  changeChoices(project, region, [
    { was: 'East', label: 'East' },
    { was: 'North', label: 'Far north' },
  ]);
  expect(now()).toEqual([['East', 'Far north'], undefined, 'Far north']);
  const same = [
    { was: 'East', label: 'East' },
    { was: 'Far north', label: 'Far north' },
  ];
  expect(changeChoices(project, region, same).step).toBeNull();
  expect(() => changeChoices(project, region, [...same, { was: null, label: 'East' }])).toThrow(/already/);
  expect(() => changeChoices(project, region, [{ was: 'West', label: 'W' }])).toThrow(/not a choice/);
  project.undo();
  expect(now()).toEqual([['South', 'North', 'East'], 'South', 'North']);
});

test('an attribute is renamed, and removed with its values', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha.', 'Here');
  const [{ id: ofCase } = { id: '' }] = listCases(project.db);
  const size = createAttribute(project, { name: 'Size', appliesTo: 'case', kind: 'number' }).result;
  createAttribute(project, { name: 'Area', appliesTo: 'case', kind: 'text' });
  setAttribute(project, size, { case: ofCase }, 12);
  expect(() => renameAttribute(project, size, 'Area')).toThrow(/already/);
  expect(() => changeChoices(project, size, [])).toThrow(/no choices/);
  renameAttribute(project, size, 'Population');
  expect(listCases(project.db)[0]?.attributes).toMatchObject([{ name: 'Population', value: 12 }]);
  expect(removeAttribute(project, size).step?.label).toBe('Remove attribute “Population” with 1 value');
  expect(listCases(project.db)[0]?.attributes).toEqual([]);
  const [{ id: date } = { id: '' }] = listAttributes(project.db);
  removeAttribute(project, date);
  expect(listDocuments(project.db).find(({ id }) => id === document)?.attributes).toHaveLength(1);
});

test('attributes take values of their kind only, and null clears', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha.');
  const values = () => listDocuments(project.db)[0]?.attributes.map(({ name, value }) => [name, value]);
  const pages = createAttribute(project, { name: 'Pages', appliesTo: 'document', kind: 'number' }).result;
  const binding = createAttribute(project, {
    name: 'Binding',
    appliesTo: 'document',
    kind: 'boolean',
  }).result;
  const date = listAttributes(project.db).find((one) => one.name === 'Date')?.id ?? '';
  setAttribute(project, pages, { document }, 12.5);
  setAttribute(project, binding, { document }, false);
  setAttribute(project, date, { document }, '2024-02-29');
  expect(values()).toEqual([
    ['Date', '2024-02-29'],
    ['Kind', 'national'],
    ['Pages', 12.5],
    ['Binding', false],
  ]);
  expect(() => setAttribute(project, date, { document }, '2025-02-29')).toThrow(/takes a date/);
  expect(() => setAttribute(project, pages, { document }, 'many')).toThrow(/takes a number/);
  expect(() => createAttribute(project, { name: 'Pages', appliesTo: 'document', kind: 'text' })).toThrow(
    /already/,
  );
  expect(setAttribute(project, pages, { document }, 12.5).step).toBeNull();
  setAttribute(project, date, { document }, null);
  expect(values()?.map(([name]) => name)).toEqual(['Kind', 'Pages', 'Binding']);
});

test('judgements and progress: present, absent, stale', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta.');
  const [a, b, c] = ['A', 'B', 'C'].map((name) => createCode(project, { name, parentId: null }).result) as [
    string,
    string,
    string,
  ];
  createCode(project, { name: 'Group', parentId: null, codable: false });
  const { step } = applyCodes(project, { document, start: 6, end: 10, codes: [a] });
  setReviews(project, document, [b, c], true);
  const judged = () => judgementsIn(project.db, document).map((j) => [j.codeId, j.judgement, j.stale]);
  expect(judged()).toEqual([
    [a, 'present', false],
    [b, 'absent', false],
    [c, 'absent', false],
  ]);
  expect(reviewProgress(project.db, ANNA.id)).toEqual([{ documentId: document, judged: 3, codes: 3 }]);
  updateCode(project, c, { definition: 'Something else' });
  updateCode(project, b, { colour: '#123456', example: 'an example changes no meaning' });
  expect(judged()[2]).toEqual([c, 'not_judged', true]);
  expect(judged()[1]).toEqual([b, 'absent', false]);
  expect(reviewProgress(project.db, ANNA.id)[0]?.judged).toBe(2);
  expect(setReviews(project, document, [b], true).step).toBeNull();
  setReviews(project, document, [c], true);
  expect(reviewProgress(project.db, ANNA.id)[0]?.judged).toBe(3);
  expect(placeOfStep(project.db, step?.seq ?? 0)).toEqual({
    documentId: document,
    start: 6,
    end: 10,
    region: null,
  });
});

test('a run of blocks is found by a place in the text', async () => {
  const project = await newProject();
  const paragraphs = Array.from({ length: 100 }, (_, number) => `Paragraph ${number}.`);
  const document = addText(project, 'Text', paragraphs.join('\n\n'));
  const run = (at: number, count = 20) => {
    const { from, blocks } = readPart(project.db, document, { from: 0, count, at });
    return [from, blocks.length];
  };
  const at = paragraphs.slice(0, 50).join('\n\n').length + 2;
  expect(run(at)).toEqual([45, 20]);
  // Between two paragraphs: with the one before.
  expect(run(at - 1)).toEqual([44, 20]);
  expect(run(0)).toEqual([0, 20]);
  expect(run(1_000_000)).toEqual([80, 20]);
  expect(run(at, 400)).toEqual([0, 100]);
  expect(readPart(project.db, document, { from: 98, count: 20 }).blocks).toHaveLength(2);
});
