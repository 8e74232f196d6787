import { expect, test } from 'vitest';
import { MergeAnswers } from '../../../../src/contract/codebook-exchange.ts';
import { presentState } from '../../../../src/engine/codebook/state.ts';
import { lockVersion, nameVersion } from '../../../../src/engine/codebook/versions/write.ts';
import { type CodebookNode, type CodeLabel, readCodebook } from '../../../../src/engine/codebook/whole.ts';
import { createCode, updateCode } from '../../../../src/engine/codebook/write.ts';
import { applyMerge } from '../../../../src/engine/exchange/codebook/merge/apply.ts';
import { findAncestor, versionAsBase } from '../../../../src/engine/exchange/codebook/merge/base.ts';
import { mergeCodebooks } from '../../../../src/engine/exchange/codebook/merge/merge.ts';
import { setReviews } from '../../../../src/engine/reviews/write.ts';
import { newestStep } from '../../../../src/engine/store/steps.ts';
import { addText } from '../../kit/documents.ts';
import { newProject } from '../../kit/project.ts';
import { asBook, idOf } from './kit.ts';

const NONE = MergeAnswers.parse({});

/** @returns a codebook of codes that differ in nothing but their places: each with the number of its parent, in tree order */
const tree = (...places: readonly (readonly [number, number | null])[]): CodebookNode[] =>
  places.map(([number, parent]) => ({
    id: idOf(number),
    parentId: parent === null ? null : idOf(parent),
    name: `Code ${number}`,
    definition: '',
    useWhen: '',
    useNotWhen: '',
    example: '',
    colour: '#3273b5',
    codable: true,
    labels: [],
    links: [],
  }));

const placesIn = (nodes: readonly CodebookNode[]) => {
  const number = (id: string) => Number(id.slice(-12));
  return nodes.map(({ id, parentId }) => [number(id), parentId === null ? null : number(parentId)]);
};

test('a code that only the file moved and added stands where it does there, the second time, too', () => {
  const base = tree([0, null], [1, null], [2, 1]);
  const mine = tree([0, null], [2, 0], [1, null]);
  const theirs = tree([0, null], [1, 0], [2, 0], [3, 0]);
  for (const prefer of ['mine', 'theirs'] as const) {
    const answers = { ...NONE, prefer };
    const once = mergeCodebooks(base, mine, asBook(theirs), answers);
    expect(placesIn(once.target)).toEqual(placesIn(theirs));
    expect(once.changed.map(({ field, code }) => [field, code?.name])).toEqual([['parent', 'Code 1']]);
    expect(once.conflicts).toEqual([]);
    expect(mergeCodebooks(base, once.target, asBook(theirs), answers).target).toEqual(once.target);
  }
});

test('my order stays where only I changed it, whatever the file adds in between', () => {
  const base = tree([0, null], [1, null]);
  const mine = tree([1, null], [0, null]);
  const theirs = tree([0, null], [2, null], [1, null]);
  const answers = { ...NONE, prefer: 'theirs' as const };
  const once = mergeCodebooks(base, mine, asBook(theirs), answers);
  expect(placesIn(once.target)).toEqual([
    [1, null],
    [0, null],
    [2, null],
  ]);
  expect(once.conflicts).toEqual([]);
  expect(mergeCodebooks(base, once.target, asBook(theirs), answers).target).toEqual(once.target);
});

test('a code goes under one that is moved out of its way later', () => {
  // The file puts 1 under 2. Mine put 2 under 3 and 3 under 1; the file takes 3 away from there.
  const base = tree([1, null], [2, null], [3, null]);
  const mine = tree([1, null], [3, 1], [2, 3]);
  const theirs = tree([4, null], [2, null], [1, 2], [3, 4]);
  const answers = { ...NONE, prefer: 'theirs' as const };
  const once = mergeCodebooks(base, mine, asBook(theirs), answers);
  expect(once.remarks).toEqual([]);
  expect(new Map(once.target.map(({ id, parentId }) => [id, parentId]))).toEqual(
    new Map([
      [idOf(4), null],
      [idOf(3), idOf(4)],
      [idOf(2), idOf(3)],
      [idOf(1), idOf(2)],
    ]),
  );
});

/** @returns a codebook of one code with these words */
const said = (...labels: CodeLabel[]): CodebookNode[] => tree([1, null]).map((node) => ({ ...node, labels }));
const name = (language: string, text: string): CodeLabel => ({ kind: 'name', language, text });
const why = (text: string): CodeLabel => ({ kind: 'change', language: '', text });

test('each language is merged by itself: what one side changed is taken, what both changed is asked', () => {
  const base = said(name('de', 'Steuer'), name('fr', 'Impôt'), name('it', 'Tassa'));
  const mine = said(name('de', 'Abgabe'), name('fr', 'Taxe'), name('it', 'Tassa'));
  const theirs = said(name('de', 'Steuer'), name('fr', 'Impôts'), name('it', 'Imposta'), name('es', 'Tasa'));
  const first = mergeCodebooks(base, mine, asBook(theirs), NONE);
  expect(first.changed.map(({ language, theirs }) => [language, theirs])).toEqual([
    ['it', 'Imposta'],
    ['es', 'Tasa'],
  ]);
  expect(first.conflicts).toMatchObject([
    { field: 'names', language: 'fr', base: 'Impôt', mine: 'Taxe', theirs: 'Impôts' },
  ]);
  expect(first.target[0]?.labels).toEqual([
    name('de', 'Abgabe'),
    name('fr', 'Taxe'),
    name('it', 'Imposta'),
    name('es', 'Tasa'),
  ]);
  const fields = { [first.conflicts[0]?.key ?? '']: 'theirs' as const };
  const second = mergeCodebooks(base, mine, asBook(theirs), { ...NONE, fields });
  expect(second.target[0]?.labels[1]).toEqual(name('fr', 'Impôts'));
});

test('why a code was changed comes beside what I say, once, and is asked where there is no ancestor', async () => {
  const base = said(why('Begun.'));
  const mine = said(why('Begun.'), why('Mine.'));
  const theirs = asBook(said(why('Begun.'), why('Theirs.')));
  const merged = mergeCodebooks(base, mine, theirs, NONE);
  const told = [why('Begun.'), why('Mine.'), why('Theirs.')];
  expect(merged.changed).toMatchObject([{ field: 'change', theirs: 'Theirs.' }]);
  expect(merged.target[0]?.labels).toEqual(told);
  expect(mergeCodebooks(base, merged.target, theirs, NONE).changed).toEqual([]);
  const asked = mergeCodebooks(null, mine, theirs, NONE);
  expect(asked.conflicts).toMatchObject([{ field: 'change', mine: 'Begun.\nMine.', theirs: 'Theirs.' }]);
  expect(asked.target).toEqual(mine);

  const project = await newProject();
  applyMerge(project, mergeCodebooks(null, [], asBook(mine), NONE), [], 'mine.json');
  const there = readCodebook(project.db);
  expect(applyMerge(project, merged, there, 'theirs.json').result).toMatchObject({ changed: 1 });
  expect(readCodebook(project.db)[0]?.labels).toEqual(told);
  project.undo();
  expect(readCodebook(project.db)[0]?.labels).toEqual(mine[0]?.labels);
});

test('what lies under a code that goes lies where it did before, so that only the file moved it', () => {
  const base = tree([1, null], [2, null], [3, null]);
  const mine = tree([1, null], [2, null], [3, 2]);
  const theirs = asBook(tree([1, null], [3, 1]));
  const stays = mergeCodebooks(base, mine, theirs, NONE);
  expect(stays.conflicts).toMatchObject([{ field: 'parent', mine: 'Code 2', theirs: 'Code 1' }]);
  const answers = {
    ...NONE,
    fields: { [stays.conflicts[0]?.key ?? '']: 'mine' as const },
    remove: [idOf(2)],
  };
  const once = mergeCodebooks(base, mine, theirs, answers);
  expect(once.conflicts).toEqual([]);
  expect(placesIn(once.target)).toEqual([
    [1, null],
    [3, 1],
  ]);
  expect(mergeCodebooks(base, once.target, theirs, answers).target).toEqual(once.target);
});

test('a merge under a locked codebook is refused, and nothing is changed', async () => {
  const project = await newProject();
  createCode(project, { name: 'Energy', parentId: null });
  const { result: round } = nameVersion(project, 'Round 1', '', true);
  const before = { state: presentState(project.db), step: newestStep(project.db) };
  const mine = readCodebook(project.db);
  const theirs = [...mine.map((node) => ({ ...node, name: 'Power' })), ...tree([1, null])];
  const merged = mergeCodebooks(mine, mine, asBook(theirs), NONE);
  expect([merged.changed.length, merged.added.length]).toEqual([1, 1]);
  expect(() => applyMerge(project, merged, mine, '“theirs.json”')).toThrow(
    'The codebook is locked as “Round 1”',
  );
  expect({ state: presentState(project.db), step: newestStep(project.db) }).toEqual(before);
  lockVersion(project, round, false);
  expect(applyMerge(project, merged, mine, '“theirs.json”').result).toEqual({
    added: 1,
    changed: 1,
    removed: 0,
  });
  expect(readCodebook(project.db).map(({ name }) => name)).toEqual(['Power', 'Code 1']);
});

test('the common ancestor is found: the codebook as it is, a named version, what a review remembers, or none', async () => {
  const project = await newProject();
  const { result: energy } = createCode(project, { name: 'Energy', parentId: null });
  const kindFor = (nodes: readonly CodebookNode[]) => findAncestor(project.db, asBook(nodes)).base;
  const first = readCodebook(project.db);
  expect(kindFor(first)).toEqual({ kind: 'now', name: '' });
  const { result: round } = nameVersion(project, 'Round 1', '', false);

  updateCode(project, energy, { definition: 'Where power comes from' });
  const second = readCodebook(project.db);
  const document = addText(project, 'Plan', 'Wind and sun.');
  setReviews(project, document, [energy], true);

  updateCode(project, energy, { definition: 'All of it' });
  const extra = tree([1, null]);
  expect(kindFor([...first, ...extra])).toEqual({ kind: 'version', name: 'Round 1' });
  expect(kindFor([...second, ...extra])).toEqual({
    kind: 'state',
    name: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(findAncestor(project.db, asBook(second)).nodes).toMatchObject([
    { id: energy, definition: 'Where power comes from' },
  ]);
  expect(kindFor([...readCodebook(project.db), ...extra])).toEqual({ kind: 'now', name: '' });
  expect(kindFor(second.map((node) => ({ ...node, definition: 'Never' })))).toEqual({
    kind: 'none',
    name: '',
  });
  expect(kindFor(extra)).toEqual({ kind: 'none', name: '' });
  expect(versionAsBase(project.db, round)).toMatchObject({
    base: { kind: 'version', name: 'Round 1' },
    nodes: [{ id: energy, definition: '' }],
  });

  // Since the file is as it was in round 1, what I wrote since is nothing that it changed.
  const mine = readCodebook(project.db);
  const merged = mergeCodebooks(findAncestor(project.db, asBook(first)).nodes, mine, asBook(first), NONE);
  expect([merged.changed, merged.conflicts, merged.target]).toEqual([[], [], mine]);
});
