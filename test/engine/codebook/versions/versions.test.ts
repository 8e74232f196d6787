import { expect, test } from 'vitest';
import { setLabels } from '../../../../src/engine/codebook/labels.ts';
import { mergeCodes } from '../../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../../src/engine/codebook/move.ts';
import { sayWhy } from '../../../../src/engine/codebook/page/why.ts';
import { removeCodes } from '../../../../src/engine/codebook/remove.ts';
import { splitCode } from '../../../../src/engine/codebook/split.ts';
import { readTree } from '../../../../src/engine/codebook/tree.ts';
import { diffVersions } from '../../../../src/engine/codebook/versions/diff.ts';
import { restorePlan } from '../../../../src/engine/codebook/versions/plan.ts';
import { findVersion, listVersions } from '../../../../src/engine/codebook/versions/read.ts';
import { restoreVersion } from '../../../../src/engine/codebook/versions/restore.ts';
import { versionsOfPassage } from '../../../../src/engine/codebook/versions/when.ts';
import {
  describeVersion,
  lockVersion,
  nameVersion,
  removeVersion,
} from '../../../../src/engine/codebook/versions/write.ts';
import { createCode, updateCode } from '../../../../src/engine/codebook/write.ts';
import { sha256 } from '../../../../src/engine/documents/reading-id.ts';
import { applyCodes } from '../../../../src/engine/passages/apply.ts';
import { setReviews } from '../../../../src/engine/reviews/write.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { sql } from '../../../../src/engine/store/sql.ts';
import { addText } from '../../kit/documents.ts';
import { newProject } from '../../kit/project.ts';

const make = (project: Project, name: string, parentId: string | null = null) =>
  createCode(project, { name, parentId }).result;

const told = (project: Project, from: string, to: string | null = null) =>
  diffVersions(project.db, from, to).map(({ kind, code, other }) =>
    [kind, code.path, other?.path].filter(Boolean).join(': '),
  );

test('a version says what was there; what changed since is told by kind', async () => {
  const project = await newProject();
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((name) => make(project, name));
  const { result: one } = nameVersion(project, 'Round 1', 'After the pilot', false);
  expect(listVersions(project.db)).toMatchObject([
    { name: 'Round 1', note: 'After the pilot', codes: 4, isNow: true, isLocked: false },
  ]);
  updateCode(project, a ?? '', { name: 'A2', definition: 'What A is', colour: '#123456' });
  moveCodes(project, [b ?? ''], a ?? null, null);
  moveCodes(project, [d ?? ''], null, c ?? null);
  setLabels(project, c ?? '', ['alias'], [{ kind: 'alias', language: 'de', text: 'Zeh' }]);
  make(project, 'E', c);
  expect(listVersions(project.db)).toMatchObject([{ isNow: false }]);
  expect(told(project, one)).toEqual([
    'added: C / E',
    'renamed: A2',
    'redefined: A2',
    'moved: A2 / B',
    expect.stringMatching(/^reordered: [CD]$/),
    'relabelled: C',
    'recoloured: A2',
  ]);
  const changes = diffVersions(project.db, one, null);
  expect(changes.find(({ kind }) => kind === 'redefined')?.fields).toEqual([
    { field: 'definition', before: '', after: 'What A is' },
  ]);
  expect(changes.find(({ kind }) => kind === 'moved')?.fields).toEqual([
    { field: 'parent', before: '', after: 'A2' },
  ]);
  const { result: two } = nameVersion(project, 'Round 2', '', false);
  expect(told(project, one, two)).toEqual(told(project, one));
  expect(told(project, two)).toEqual([]);
  expect(findVersion(project.db, 'ROUND 2')).toBe(two);
  expect(() => findVersion(project.db, 'Round 3')).toThrow(/There is: Round 1, Round 2/);
});

test('merges and splits are told as such, along a chain of them, and only forwards', async () => {
  const project = await newProject();
  const [a = '', b = '', c = '', d = ''] = ['A', 'B', 'C', 'D'].map((name) => make(project, name));
  const { result: one } = nameVersion(project, 'One', '', false);
  const choices = { aliases: false, append: false, note: 'the same' };
  mergeCodes(project, [a], b, choices);
  const { result: two } = nameVersion(project, 'Two', '', false);
  mergeCodes(project, [b], c, choices);
  const { codeIds } = splitCode(project, d, [{ name: 'D1', parentId: null }], [], 'two things').result;
  expect(told(project, one)).toEqual(['split: D1: D', 'merged: A: C', 'merged: B: C']);
  expect(told(project, one, two)).toEqual(['merged: A: B']);
  expect(told(project, two, one)).toEqual(['added: A']);
  project.undo();
  project.undo();
  expect(told(project, one)).toEqual(['merged: A: B']);
  expect(codeIds).toHaveLength(1);
});

test('a lock holds for a round, and only what the codebook still is can be locked', async () => {
  const project = await newProject();
  const code = make(project, 'A');
  const { result: one } = nameVersion(project, 'Round 1', '', true);
  expect(() => updateCode(project, code, { name: 'B' })).toThrow(/locked as “Round 1”/);
  expect(() => restoreVersion(project, one)).toThrow(/locked as “Round 1”/);
  expect(() => nameVersion(project, 'Round 2', '', true)).toThrow(/locked already, as “Round 1”/);
  expect(() => nameVersion(project, 'round 1 ', '', false)).toThrow(/called “Round 1” already/);
  expect(() => removeVersion(project, one)).toThrow(/Unlock it first|is locked as/);
  sayWhy(project, code, 'Because');
  expect(listVersions(project.db)).toMatchObject([{ isNow: true, isLocked: true }]);
  lockVersion(project, one, false);
  updateCode(project, code, { name: 'B' });
  expect(() => lockVersion(project, one, true)).toThrow(/has changed since it was named “Round 1”/);
  restoreVersion(project, one);
  lockVersion(project, one, true);
  expect(lockVersion(project, one, true).step).toBeNull();
  describeVersion(project, one, { name: 'Pilot' });
  expect(listVersions(project.db)).toMatchObject([{ name: 'Pilot', isLocked: true }]);
});

test('a version that goes takes its state along, unless a review was made by it', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta.');
  const code = make(project, 'A');
  const states = () => project.db.one<{ n: number }>(sql`SELECT count(*) AS n FROM codebook_states`).n;
  const { result: one } = nameVersion(project, 'One', '', false);
  removeVersion(project, one);
  expect(states()).toBe(0);
  const { result: two } = nameVersion(project, 'Two', '', false);
  setReviews(project, document, [code], true);
  removeVersion(project, two);
  expect(states()).toBe(1);
  expect(() => diffVersions(project.db, two, null)).toThrow(/version of the codebook is not in this project/);
});

test('going back keeps what is coded: it is gathered under a code of its own, with what lies above it', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma.');
  const [a = '', b = ''] = ['A', 'B'].map((name) => make(project, name));
  const { result: one } = nameVersion(project, 'Round 1', '', false);
  const theme = make(project, 'Theme');
  const coded = make(project, 'Coded', theme);
  make(project, 'Idle', theme);
  applyCodes(project, { document, start: 0, end: 5, codes: [coded, b], weight: null });
  removeCodes(project, [b]);
  moveCodes(project, [a], theme, null);

  const plan = restorePlan(project.db, one);
  expect(plan).toMatchObject({
    back: [{ id: b, name: 'B', codings: 0 }],
    gone: [{ name: 'Idle' }],
    kept: [{ name: 'Theme' }, { name: 'Coded', codings: 1 }],
    group: 'Not in Round 1',
    changes: [{ kind: 'moved', code: { name: 'A' } }],
  });
  const { step } = restoreVersion(project, one);
  expect(step?.label).toBe('Go back to the codebook “Round 1”, with 2 codes kept under “Not in Round 1”');
  expect(readTree(project.db).map(({ path }) => path.join(' / '))).toEqual([
    'A',
    'B',
    'Not in Round 1',
    'Not in Round 1 / Theme',
    'Not in Round 1 / Theme / Coded',
  ]);
  // Again, after more work: the same gathering code takes what is new.
  const more = make(project, 'More');
  applyCodes(project, { document, start: 6, end: 10, codes: [more], weight: null });
  make(project, 'Last');
  restoreVersion(project, one);
  expect(readTree(project.db).map(({ path }) => path.join(' / '))).toEqual([
    'A',
    'B',
    'Not in Round 1',
    'Not in Round 1 / Theme',
    'Not in Round 1 / Theme / Coded',
    'Not in Round 1 / More',
  ]);
});

test('a coding is under the newest version that had been named, and says whether the codebook had changed since', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', 'Alpha beta gamma delta.');
  const [a = '', b = '', c = '', d = ''] = ['A', 'B', 'C', 'D'].map((name) => make(project, name));
  let passage = '';
  const apply = async (code: string) => {
    await later();
    passage = applyCodes(project, { document, start: 0, end: 5, codes: [code], weight: null }).result
      .passageId;
    await later();
  };
  await apply(a);
  expect(versionsOfPassage(project.db, passage)).toEqual([]);
  nameVersion(project, 'One', '', false);
  await apply(b);
  updateCode(project, a, { name: 'A2' });
  project.undo();
  sayWhy(project, a, 'No reason');
  await apply(c);
  updateCode(project, a, { name: 'A3' });
  await apply(d);
  expect(versionsOfPassage(project.db, passage)).toMatchObject([
    { version: null, hasChanged: false },
    { version: { name: 'One' }, hasChanged: false },
    { version: { name: 'One' }, hasChanged: false },
    { version: { name: 'One' }, hasChanged: true },
  ]);
});

test('the state of a codebook without other words and links has the hash that it always had', async () => {
  const project = await newProject();
  make(project, 'A');
  nameVersion(project, 'One', '', false);
  const [node] = readTree(project.db);
  const { path: _path, ...fields } = node ?? { path: [] };
  const { sha } = project.db.one<{ sha: Buffer }>(sql`SELECT sha256 AS sha FROM codebook_states`);
  expect(sha.equals(sha256(JSON.stringify([fields])))).toBe(true);
});

/** Moments are told apart by milliseconds. */
const later = () => new Promise((resolve) => setTimeout(resolve, 3));
