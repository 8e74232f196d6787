import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoTarget } from '../../../src/contract/memos.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { placeOfStep } from '../../../src/engine/history/place.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { removeMemo, writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

const TEXT = 'Alpha 🙂 beta gamma.\n\nDelta.';
const WORDS = { title: '', body: 'Why?' };

test('a memo on words that are no passage makes them one, in the same step; both go together', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const before = dump(project.db);
  const { result, step } = writeMemo(project, { kind: 'span', document, start: 9, end: 13 }, WORDS);
  expect(step?.label).toBe('Write a memo on “beta”');
  const [passage] = passagesInDocument(project.db, document);
  expect(passage).toMatchObject({
    id: result.target.kind === 'passage' && result.target.id,
    start: 9,
    end: 13,
  });
  expect(listMemos(project.db, result.target)).toMatchObject([
    { id: result.memoId, about: 'beta', documentId: document, start: 9, end: 13 },
  ]);
  expect(placeOfStep(project.db, step?.seq ?? 0)).toEqual({
    documentId: document,
    start: 9,
    end: 13,
    region: null,
  });
  removeMemo(project, result.memoId);
  expect(passagesInDocument(project.db, document)).toEqual([]);
  project.undo();
  const { step: undone } = project.undo();
  // The passage is gone again; the words it lay on are where the undo can be seen.
  expect(placeOfStep(project.db, undone.seq)).toEqual({
    documentId: document,
    start: 9,
    end: 13,
    region: null,
  });
  expect(dump(project.db)).toBe(before);
});

test('a memo on the words of a passage is about that passage', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const code = createCode(project, { name: 'A', parentId: null }).result;
  const { passageId } = applyCodes(project, { document, start: 9, end: 13, codes: [code] }).result;
  const { result } = writeMemo(project, { kind: 'span', document, start: 9, end: 13 }, WORDS);
  expect(result.target).toEqual({ kind: 'passage', id: passageId });
  expect(passagesInDocument(project.db, document)).toHaveLength(1);
  const { step } = project.undo();
  expect(placeOfStep(project.db, step.seq)).toEqual({
    documentId: document,
    start: 9,
    end: 13,
    region: null,
  });
});

test('the step says what the memo is about, by its name or its words', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const code = createCode(project, { name: 'A', parentId: null }).result;
  const { passageId } = applyCodes(project, { document, start: 9, end: 13, codes: [code] }).result;
  const targets: readonly [MemoTarget, string][] = [
    [{ kind: 'project' }, 'the project'],
    [{ kind: 'document', id: document }, 'Text'],
    [{ kind: 'code', id: code }, 'A'],
    [{ kind: 'passage', id: passageId }, '“beta”'],
    [{ kind: 'cell', code, document }, 'A, Text'],
  ];
  for (const [target, name] of targets)
    expect(writeMemo(project, target, WORDS).step?.label).toBe(`Write a memo on ${name}`);
});

test('whatever span is given, the passage splits no character, or nothing is written', async () => {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  fc.assert(
    fc.property(fc.nat(TEXT.length + 3), fc.nat(TEXT.length + 3), (start, end) => {
      const write = () => writeMemo(project, { kind: 'span', document, start, end }, WORDS);
      if (start >= end || end > TEXT.length) {
        expect(write).toThrow(/no words at that place/);
        return;
      }
      const { result } = write();
      const [memo] = listMemos(project.db, result.target);
      const words = TEXT.slice(memo?.start ?? 0, memo?.end ?? 0);
      expect(words.isWellFormed()).toBe(true);
      expect(words).toContain(TEXT.slice(start, end).toWellFormed().replaceAll('\ufffd', ''));
    }),
  );
});
