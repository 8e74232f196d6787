import { expect, test } from 'vitest';
import type { MemoTarget } from '../../../src/contract/memos.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { removeDocument } from '../../../src/engine/documents/write.ts';
import { placeOfStep } from '../../../src/engine/history/place.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { changeMemo, removeMemo, writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { resizePassage } from '../../../src/engine/passages/resize.ts';
import { removeCodings } from '../../../src/engine/passages/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

const WORDS = { title: '', body: 'They differ.' };

/** Two documents, in each a passage with one code. */
async function twoPlans() {
  const project = await newProject();
  const code = createCode(project, { name: 'Grid', parentId: null }).result;
  const [one, two] = [
    addText(project, 'One', 'The grid is the limit.\n\nMore.'),
    addText(project, 'Two', 'No grid is limited here. Nothing else.'),
  ];
  const passage = applyCodes(project, { document: one, start: 0, end: 8, codes: [code] }).result.passageId;
  const other = applyCodes(project, { document: two, start: 0, end: 7, codes: [code] }).result.passageId;
  return { project, one, two, passage, other, pair: { kind: 'pair', passage, other } satisfies MemoTarget };
}

/** Takes the coding off a passage, so that only a memo holds it. */
function uncode(project: Project, document: string, passage: string): void {
  const row = passagesInDocument(project.db, document).find(({ id }) => id === passage);
  removeCodings(
    project,
    (row?.codings ?? []).map(({ id }) => id),
  );
}

const idsIn = ({ db }: Project, document: string) => passagesInDocument(db, document).map(({ id }) => id);

test('a note on a pair says both quotes, is found either way round and from each of the two, and is undone', async () => {
  const { project, one, two, passage, other, pair } = await twoPlans();
  const before = dump(project.db);
  const { result, step } = writeMemo(project, pair, WORDS);
  expect(step?.label).toBe('Write a memo on “The grid” and “No grid”');
  const row = {
    id: result.memoId,
    target: pair,
    about: '“The grid” and “No grid”',
    documentId: one,
    start: 0,
    end: 8,
    otherDocumentId: two,
  };
  const targets: MemoTarget[] = [
    pair,
    { kind: 'pair', passage: other, other: passage },
    { kind: 'passage', id: passage },
    { kind: 'passage', id: other },
  ];
  for (const target of targets) expect(listMemos(project.db, target)).toMatchObject([row]);
  expect(listMemos(project.db, { kind: 'project' })).toEqual([]);
  expect(placeOfStep(project.db, step?.seq ?? 0)).toMatchObject({ documentId: one, start: 0, end: 8 });
  changeMemo(project, result.memoId, { body: 'They agree.' });
  expect(listMemos(project.db, pair)).toMatchObject([{ body: 'They agree.' }]);
  project.undo();
  expect(listMemos(project.db, pair)).toMatchObject([{ body: 'They differ.' }]);
  project.undo();
  expect(dump(project.db)).toBe(before);
  project.redo();
  expect(listMemos(project.db, pair)).toMatchObject([row]);
});

test('a passage on its own has memos of its own, which a pair of it has not', async () => {
  const { project, passage, pair } = await twoPlans();
  writeMemo(project, { kind: 'passage', id: passage }, WORDS);
  expect(listMemos(project.db, pair)).toEqual([]);
});

test('a pair of one passage is refused, and so is one of which a passage is gone', async () => {
  const { project, passage } = await twoPlans();
  const before = dump(project.db);
  expect(() => writeMemo(project, { kind: 'pair', passage, other: passage }, WORDS)).toThrow(/these are one/);
  const gone = '01890000-0000-7000-8000-000000000000';
  expect(() => writeMemo(project, { kind: 'pair', passage, other: gone }, WORDS)).toThrow(
    /not in this project/,
  );
  expect(dump(project.db)).toBe(before);
});

test('the file itself takes no second passage without a first, nor the same twice', async () => {
  const { project, passage } = await twoPlans();
  const at = '2025-01-01T00:00:00.000Z';
  for (const first of [null, idBytes(passage)]) {
    const insert = () =>
      project.write({ code: 'test.pair', label: 'Insert' }, [], ({ db, actor }) => {
        db.run(sql`INSERT INTO memos (id, body, passage_id, other_passage_id, created_at, created_by)
          VALUES (${idBytes('01890000-0000-7000-8000-000000000001')}, 'x', ${first}, ${idBytes(passage)}, ${at}, ${actor.id})`);
      });
    expect(insert).toThrow(/CHECK/);
  }
});

test('either passage of a pair is held by its note, and goes with it', async () => {
  const { project, one, two, passage, other, pair } = await twoPlans();
  const { memoId } = writeMemo(project, pair, WORDS).result;
  uncode(project, one, passage);
  uncode(project, two, other);
  expect([idsIn(project, one), idsIn(project, two)]).toEqual([[passage], [other]]);
  removeMemo(project, memoId);
  expect([idsIn(project, one), idsIn(project, two)]).toEqual([[], []]);
  project.undo();
  expect(listMemos(project.db, pair)).toHaveLength(1);
});

test.for(['one', 'two'] as const)(
  'removing document %s takes the note, and what only the note held in the other',
  async (which) => {
    const made = await twoPlans();
    const { project, one, two, passage, other, pair } = made;
    writeMemo(project, pair, WORDS);
    const [left, held] = which === 'one' ? ([two, other] as const) : ([one, passage] as const);
    uncode(project, left, held);
    const before = dump(project.db);
    removeDocument(project, made[which]);
    expect(listMemos(project.db)).toEqual([]);
    expect(idsIn(project, left)).toEqual([]);
    expect(checkWhole(project.db)).toEqual([]);
    project.undo();
    expect(dump(project.db)).toBe(before);
  },
);

test('a passage that moves onto another takes its pairs along', async () => {
  const { project, one, two, passage, other, pair } = await twoPlans();
  const [code] = passagesInDocument(project.db, one)[0]?.codings ?? [];
  const there = applyCodes(project, { document: one, start: 9, end: 21, codes: [code?.codeId ?? ''] }).result;
  writeMemo(project, pair, WORDS);
  resizePassage(project, passage, { start: 9, end: 21 });
  const moved = { kind: 'pair', passage: there.passageId, other } as const;
  expect(listMemos(project.db)).toMatchObject([{ target: moved }]);
  // And from the other end.
  const second = applyCodes(project, {
    document: two,
    start: 8,
    end: 10,
    codes: [code?.codeId ?? ''],
  }).result;
  resizePassage(project, other, { start: 8, end: 10 });
  expect(listMemos(project.db)).toMatchObject([{ target: { ...moved, other: second.passageId } }]);
});

test.for([0, 1])('two passages of a pair that become one leave a memo about that one', async (end) => {
  const { project, one, passage } = await twoPlans();
  const [code] = passagesInDocument(project.db, one)[0]?.codings ?? [];
  const near = applyCodes(project, { document: one, start: 9, end: 21, codes: [code?.codeId ?? ''] }).result
    .passageId;
  const pair = { kind: 'pair', passage, other: near } as const;
  writeMemo(project, pair, WORDS);
  const before = dump(project.db);
  if (end === 0) resizePassage(project, passage, { start: 9, end: 21 });
  else resizePassage(project, near, { start: 0, end: 8 });
  expect(listMemos(project.db)).toMatchObject([
    { target: { kind: 'passage', id: end === 0 ? near : passage } },
  ]);
  project.undo();
  expect(dump(project.db)).toBe(before);
});
