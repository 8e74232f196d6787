import { expect, test } from 'vitest';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToPassages } from '../../../src/engine/passages/apply.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { replaceCode } from '../../../src/engine/passages/replace.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { undoable } from '../../../src/engine/store/steps.ts';
import { addText } from '../kit/documents.ts';
import { coder, newProject } from '../kit/project.ts';

const TEXT = 'One two three four five six seven.';

async function study() {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const a = createCode(project, { name: 'A', parentId: null }).result;
  const b = createCode(project, { name: 'B', parentId: null }).result;
  const apply = (start: number, end: number, code: string, weight: number | null = null) =>
    applyCodes(project, { document, start, end, codes: [code], weight }).result.passageId;
  const codings = () => passagesInDocument(project.db, document).flatMap((passage) => passage.codings);
  const paths = () => readTree(project.db).map(({ path }) => path.join(' / '));
  return { project, document, a, b, apply, codings, paths };
}

test('the code is another, and weight, memo and comment stay', async () => {
  const { project, document, a, b, apply, codings } = await study();
  const passage = apply(0, 3, a, 40);
  const [coding] = codings();
  commentPassage(project, passage, 'why');
  writeMemo(project, { kind: 'coding', id: coding?.id ?? '' }, { title: 'T', body: '' });
  const before = dump(project.db);
  const { step, result } = replaceCode(project, [coding?.id ?? ''], { code: b });
  expect(result.codeId).toBe(b);
  expect(step?.label).toBe('Replace A with B on 1 passage');
  expect(codings()).toEqual([{ ...coding, codeId: b }]);
  expect(passagesInDocument(project.db, document)[0]?.comment).toBe('why');
  expect(listMemos(project.db).map(({ target }) => target)).toEqual([{ kind: 'coding', id: coding?.id }]);
  project.undo();
  expect(dump(project.db)).toBe(before);
});

test('where the other code lies there already, the two become one', async () => {
  const { project, a, b, apply, codings } = await study();
  apply(0, 3, a, 40);
  apply(0, 3, b);
  const coding = codings().find(({ codeId }) => codeId === a);
  const memo = writeMemo(project, { kind: 'coding', id: coding?.id ?? '' }, { title: 'T', body: '' });
  replaceCode(project, [coding?.id ?? ''], { code: b });
  expect(codings()).toMatchObject([{ codeId: b, weight: 40 }]);
  expect(listMemos(project.db).map(({ id, target }) => [id, target])).toEqual([
    [memo.result.memoId, { kind: 'coding', id: codings()[0]?.id }],
  ]);
  expect(replaceCode(project, [codings()[0]?.id ?? ''], { code: b }).step).toBeNull();
});

test('nobody replaces the judgement of another', async () => {
  const { project, a, b, apply, codings } = await study();
  apply(0, 3, a);
  const [coding] = codings();
  project.actor = coder('Ben');
  expect(() => replaceCode(project, [coding?.id ?? ''], { code: b })).toThrow(/only Anna can change that/);
  expect(codings()).toEqual([coding]);
});

test('a code is made on the way, in the same step', async () => {
  const { project, a, apply, codings, paths } = await study();
  const one = apply(0, 3, a);
  const two = apply(4, 7, a);
  const before = dump(project.db);
  const made = applyToPassages(project, [one, two], [], { name: 'New', parentId: a });
  expect(made.result).toMatchObject({ applied: 2, already: 0, codeIds: [expect.any(String)] });
  expect(made.step?.label).toBe('Apply New to 2 passages');
  expect(paths()).toEqual(['A', 'A / New', 'B']);
  project.undo();
  expect(dump(project.db)).toBe(before);
  const all = codings().map(({ id }) => id);
  const { result } = replaceCode(project, all, { create: { name: 'Instead', parentId: null } });
  expect(codings().map(({ codeId }) => codeId)).toEqual([result.codeId, result.codeId]);
  expect(paths()).toEqual(['A', 'B', 'Instead']);
  project.undo();
  expect(dump(project.db)).toBe(before);
  expect(() => applyToPassages(project, [one], [])).toThrow(/no code to apply/);
  expect(undoable(project.db)?.label).toContain('Apply A');
});
