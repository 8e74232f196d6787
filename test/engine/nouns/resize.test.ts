import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToPassages } from '../../../src/engine/passages/apply.ts';
import { passageHistory } from '../../../src/engine/passages/history.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { resizePassage } from '../../../src/engine/passages/resize.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, coder, newProject } from '../kit/project.ts';

const TEXT = 'One two three four five six seven.';
const BEN = coder('Ben');

async function study() {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const a = createCode(project, { name: 'A', parentId: null }).result;
  const b = createCode(project, { name: 'B', parentId: null }).result;
  const code = (start: number, end: number, codes: readonly string[]) =>
    applyCodes(project, { document, start, end, codes }).result.passageId;
  const spans = () =>
    passagesInDocument(project.db, document).map((p) => [
      TEXT.slice(p.start, p.end),
      p.codings.length,
      p.comment,
    ]);
  return { project, document, a, b, code, spans };
}

test('a passage of one coder moves whole, with its comment and memos', async () => {
  const { project, a, code, spans } = await study();
  const passage = code(0, 3, [a]);
  commentPassage(project, passage, 'why');
  expect(resizePassage(project, passage, { start: 0, end: 7 }).result.passageId).toBe(passage);
  expect(spans()).toEqual([['One two', 1, 'why']]);
  expect(resizePassage(project, passage, { start: 0, end: 7 }).step).toBeNull();
});

test("another coder's judgement stays where it was made", async () => {
  const { project, a, code, spans } = await study();
  const passage = code(0, 3, [a]);
  commentPassage(project, passage, 'both');
  project.actor = BEN;
  applyToPassages(project, [passage], [a]);
  resizePassage(project, passage, { start: 0, end: 7 });
  expect(spans()).toEqual([
    ['One two', 1, ''],
    ['One', 1, 'both'],
  ]);
  project.actor = coder('Cleo');
  expect(() => resizePassage(project, passage, { start: 0, end: 9 })).toThrow(/Only other coders/);
});

test('one stripe of several goes to a passage of its own', async () => {
  const { project, document, a, b, code, spans } = await study();
  const passage = code(0, 3, [a, b]);
  const [first] = passagesInDocument(project.db, document)[0]?.codings ?? [];
  resizePassage(project, passage, { start: 4, end: 7 }, [first?.id ?? '']);
  expect(spans()).toEqual([
    ['One', 1, ''],
    ['two', 1, ''],
  ]);
});

test('moved onto a passage that is there, the two become one, and undo parts them', async () => {
  const { project, a, b, code, spans } = await study();
  const one = code(0, 3, [a, b]);
  const two = code(4, 7, [a]);
  commentPassage(project, one, 'first');
  commentPassage(project, two, 'second');
  writeMemo(project, { kind: 'passage', id: one }, { title: 'T', body: 'b' });
  const before = dump(project.db);
  expect(resizePassage(project, one, { start: 4, end: 7 }).result.passageId).toBe(two);
  expect(spans()).toEqual([['two', 2, 'second\nfirst']]);
  project.undo();
  expect(dump(project.db)).toBe(before);
  expect(passageHistory(project.db, one, 50).map((step) => step.code)).toEqual([
    'history.undo',
    'passages.resize',
    'passages.comment',
    'codings.apply',
  ]);
});

test('places outside the text are refused', async () => {
  const { project, a, code } = await study();
  const passage = code(0, 3, [a]);
  for (const span of [
    { start: 3, end: 3 },
    { start: 0, end: 999 },
  ]) {
    expect(() => resizePassage(project, passage, span)).toThrow(/no words at that place/);
  }
  expect(project.actor).toBe(ANNA);
});
