import { expect, test } from 'vitest';
import { colourBranches } from '../../../src/engine/codebook/colour-branches.ts';
import { copyBranches } from '../../../src/engine/codebook/copy.ts';
import { labelsOf, setLabels } from '../../../src/engine/codebook/labels.ts';
import { setLinks } from '../../../src/engine/codebook/links.ts';
import { mergeCodes } from '../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../src/engine/codebook/move.ts';
import { replaceInNames } from '../../../src/engine/codebook/names.ts';
import { removeCodes } from '../../../src/engine/codebook/remove.ts';
import { splitCode } from '../../../src/engine/codebook/split.ts';
import { rememberState } from '../../../src/engine/codebook/state.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { readCodebook } from '../../../src/engine/codebook/whole.ts';
import { updateCode } from '../../../src/engine/codebook/write.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { ANNA, coder } from '../kit/project.ts';
import { CHOICES, study, undoably } from './study.ts';

/** Locks the codebook for a round. */
const lockBook = (project: Project) =>
  project.write({ code: 'versions.lock', label: 'Lock' }, [], (writing) => {
    const state = rememberState(writing);
    writing.db.run(sql`INSERT INTO codebook_versions (id, name, state_id, locked, created_at, created_by)
      VALUES (${newId()}, 'Round 2', ${state}, 1, ${writing.at}, ${writing.actor.id})`);
  });

test('several codes move together, in their order, and a code below one of them goes along', async () => {
  const { project, a1, a2, a2a, b, b1, shape } = await study();
  const { step } = undoably(project, () => moveCodes(project, [a2a, a2, a1], b, b1));
  expect(step?.label).toBe('Move codes “A1”, “A2” under “B”');
  expect(shape()).toEqual(['A', 'B', 'B/A1', 'B/A2', 'B/A2/A2a', 'B/B1']);
  expect(moveCodes(project, [a1, a2], b, b1).step).toBeNull();
  // Before one that moves itself: before what follows it.
  undoably(project, () => moveCodes(project, [b1, a1], b, a1));
  expect(shape()).toEqual(['A', 'B', 'B/A1', 'B/B1', 'B/A2', 'B/A2/A2a']);
  undoably(project, () => moveCodes(project, [a2a, b], null, null));
  expect(shape()).toEqual(['A', 'B', 'B/A1', 'B/B1', 'B/A2', 'B/A2/A2a']);
  expect(() => moveCodes(project, [b], a2a, null)).toThrow('“B” cannot go under itself');
});

test('several codes are removed with what lies below, once', async () => {
  const { project, a2, a2a, b, apply, codings, shape } = await study();
  apply(0, 3, [a2a, b]);
  const { step } = undoably(project, () => removeCodes(project, [b, a2, a2a]));
  expect(step?.label).toBe('Remove “A2”, “A2a”, “B” with 1 code under them and 2 codings');
  expect(shape()).toEqual(['A', 'A/A1']);
  expect(codings()).toEqual([]);
});

test('codes become one: weight, memos and words come along, and it says why', async () => {
  const { project, a1, a2, a2a, b, apply, codings, shape } = await study();
  apply(0, 3, [a1]);
  apply(0, 3, [a2], 40);
  apply(4, 7, [a2], 70);
  const twin = codings().find(({ weight }) => weight === 40);
  const { memoId } = writeMemo(
    project,
    { kind: 'coding', id: twin?.id ?? '' },
    { title: 'T', body: '' },
  ).result;
  setLabels(
    project,
    a2,
    ['notation', 'alias'],
    [
      { kind: 'notation', language: '', text: '2' },
      { kind: 'alias', language: '', text: 'Second' },
    ],
  );
  setLabels(project, a1, ['notation'], [{ kind: 'notation', language: '', text: '1' }]);
  setLinks(project, a2, [
    { kind: 'see_also', other: b },
    { kind: 'not_to_be_confused', other: a1 },
  ]);
  const { step, result } = undoably(project, () =>
    mergeCodes(project, [a2], a1, { ...CHOICES, note: 'They are the same.' }),
  );
  expect(step?.label).toBe('Merge code “A2” into “A1”, with 2 codings');
  expect(result).toEqual({ followed: 1, already: 1 });
  expect(shape()).toEqual(['A', 'A/A1', 'A/A1/A2a', 'B', 'B/B1']);
  expect(codings().map(({ codeId, weight }) => [codeId, weight])).toEqual([
    [a1, 40],
    [a1, 70],
  ]);
  expect(listMemos(project.db).map(({ id, target }) => [id, target])).toEqual([
    [memoId, { kind: 'coding', id: codings()[0]?.id }],
  ]);
  const code = readCodebook(project.db).find(({ id }) => id === a1);
  expect(code?.definition).toBe('About A1.\n\nAbout A2.');
  expect(code?.labels.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'alias A2',
    'alias Second',
    'change Merged with “A2”: They are the same.',
    'hidden 2',
    'notation 1',
  ]);
  expect(code?.links).toEqual([{ kind: 'see_also', other: b }]);
  expect(readTree(project.db).find(({ id }) => id === a2a)?.parentId).toBe(a1);
});

test('a code takes the place of a branch that is merged into it', async () => {
  const { project, a, a2, a2a, b, shape } = await study();
  undoably(project, () => mergeCodes(project, [a, a2], a2a, { ...CHOICES, aliases: false, append: false }));
  expect(shape()).toEqual(['A2a', 'A2a/A1', 'B', 'B/B1']);
  expect(readTree(project.db)[0]?.definition).toBe('About A2a.');
  expect(() => mergeCodes(project, [b], b, CHOICES)).toThrow('“B” cannot be merged into itself.');
});

test('the codings of other coders follow as theirs; a code that only groups takes none', async () => {
  const { project, a1, b, b1, apply, codings } = await study();
  const ben = coder('Ben');
  project.actor = ben;
  apply(0, 3, [a1]);
  const [before] = codings();
  project.actor = ANNA;
  updateCode(project, b, { codable: false });
  expect(() => mergeCodes(project, [a1], b, CHOICES)).toThrow('“B” only groups other codes');
  undoably(project, () => mergeCodes(project, [a1], b1, CHOICES));
  expect(codings()).toEqual([{ ...before, codeId: b1 }]);
});

test('a code is split: codings go to parts, old and new, with their weights and memos; the rest stays', async () => {
  const { project, document, a, a1, b1, apply, codings } = await study();
  apply(0, 3, [a1], 30);
  apply(4, 7, [a1], 50);
  apply(8, 13, [a1], 70);
  apply(14, 18, [a1]);
  apply(4, 7, [b1]);
  const [first, second, third] = codings().filter(({ codeId }) => codeId === a1);
  writeMemo(project, { kind: 'coding', id: second?.id ?? '' }, { title: 'T', body: '' });
  const { step, result } = undoably(project, () =>
    splitCode(
      project,
      a1,
      [{ code: b1 }, { name: 'New', parentId: a, beforeId: a1 }],
      [
        { coding: first?.id ?? '', parts: [1, 0], stays: false },
        { coding: second?.id ?? '', parts: [0], stays: false },
        { coding: third?.id ?? '', parts: [1], stays: true },
      ],
      'Too wide.',
    ),
  );
  expect(step?.label).toBe('Split code “A1” into “B1”, “New”');
  expect(result).toMatchObject({ moved: 2, added: 2 });
  const [, made] = result.codeIds;
  const told = passagesInDocument(project.db, document).map(({ start, codings: all }) => [
    start,
    ...all.map(({ codeId, weight }) => `${nameOf(project, codeId)} ${weight}`).sort(),
  ]);
  expect(told).toEqual([
    [0, 'B1 30', 'New 30'],
    [4, 'B1 50'],
    [8, 'A1 70', 'New 70'],
    [14, 'A1 null'],
  ]);
  // What goes keeps its identity, and with it its date.
  expect(codings().find(({ codeId, weight }) => codeId === made && weight === 30)?.id).toBe(first?.id);
  expect(listMemos(project.db)).toHaveLength(1);
  expect(labelsOf(project.db, a1)).toEqual([
    { kind: 'change', language: '', text: 'Split into “B1”, “New”: Too wide.' },
  ]);
  expect(labelsOf(project.db, made ?? '')).toEqual([
    { kind: 'change', language: '', text: 'Split from “A1”: Too wide.' },
  ]);
});

const nameOf = (project: Project, id: string) => readTree(project.db).find((node) => node.id === id)?.name;

test("a split leaves other coders' codings where they are", async () => {
  const { project, a1, b1, apply, codings } = await study();
  project.actor = coder('Ben');
  apply(0, 3, [a1]);
  const [other] = codings();
  project.actor = ANNA;
  const before = dump(project.db);
  const taking = () =>
    splitCode(project, a1, [{ code: b1 }], [{ coding: other?.id ?? '', parts: [0], stays: false }]);
  expect(taking).toThrow('not yours');
  expect(() => splitCode(project, a1, [{ code: a1 }], [])).toThrow('cannot be a part of itself');
  expect(dump(project.db)).toBe(before);
});

test('a branch is copied with its words and links, and without codings', async () => {
  const { project, a, a1, a2, b, apply, codings, shape } = await study();
  apply(0, 3, [a1]);
  setLabels(project, a1, ['alias'], [{ kind: 'alias', language: 'de', text: 'Eins' }]);
  setLinks(project, a1, [
    { kind: 'see_also', other: a2 },
    { kind: 'see_also', other: b },
  ]);
  const { result } = undoably(project, () => copyBranches(project, [a, a1], null, b));
  const whole = ['A', 'A/A1', 'A/A2', 'A/A2/A2a'];
  expect(shape()).toEqual([...whole, ...whole.map((path) => path.replace('A', 'A (copy)')), 'B', 'B/B1']);
  expect(result.copied).toBe(4);
  const book = readCodebook(project.db);
  const copy = book.find(({ parentId, name }) => parentId === result.codeIds[0] && name === 'A1');
  const other = book.find(({ parentId, name }) => parentId === result.codeIds[0] && name === 'A2');
  expect(copy).toMatchObject({
    definition: 'About A1.',
    labels: [{ kind: 'alias', language: 'de', text: 'Eins' }],
  });
  expect(copy?.links.map((link) => link.other).sort()).toEqual([b, other?.id].sort());
  expect(codings()).toHaveLength(1);
  undoably(project, () => copyBranches(project, [b], b, null));
  expect(shape().slice(-4)).toEqual(['B', 'B/B1', 'B/B', 'B/B/B1']);
});

test('a locked codebook refuses every one of these', async () => {
  const { project, a, b, a1 } = await study();
  lockBook(project);
  const before = dump(project.db);
  const writes: readonly (() => unknown)[] = [
    () => moveCodes(project, [a1], b, null),
    () => removeCodes(project, [a1]),
    () => mergeCodes(project, [a1], b, CHOICES),
    () => splitCode(project, a1, [{ code: b }], []),
    () => copyBranches(project, [a], null, null),
    () =>
      replaceInNames(project, { find: 'A', replace: 'C', matchCase: true, wholeWords: false, within: null }),
    () => colourBranches(project, 'turn', null),
    () => setLabels(project, a, ['alias'], []),
    () => setLinks(project, a, []),
  ];
  for (const write of writes) expect(write).toThrow('The codebook is locked as “Round 2”');
  expect(dump(project.db)).toBe(before);
});
