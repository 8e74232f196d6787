import { expect } from 'vitest';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { passagesInDocument } from '../../../src/engine/passages/read.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Mutation } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';

const TEXT = 'One two three four five six seven.';
/** What a merge is asked for, unless a test asks otherwise. */
export const CHOICES = { aliases: true, append: true, note: '' };

/** @returns a codebook of two branches: A over A1 and A2, which has A2a, and B over B1 */
export async function study() {
  const project = await newProject();
  const document = addText(project, 'Text', TEXT);
  const code = (name: string, parentId: string | null = null) =>
    createCode(project, { name, parentId, definition: `About ${name}.` }).result;
  const a = code('A');
  const a1 = code('A1', a);
  const a2 = code('A2', a);
  const a2a = code('A2a', a2);
  const b = code('B');
  const b1 = code('B1', b);
  const apply = (start: number, end: number, codes: string[], weight: number | null = null) =>
    applyCodes(project, { document, start, end, codes, weight }).result.passageId;
  const codings = () => passagesInDocument(project.db, document).flatMap((passage) => passage.codings);
  const shape = () => readTree(project.db).map(({ path }) => path.join('/'));
  return { project, document, a, a1, a2, a2a, b, b1, apply, codings, shape };
}

/** Does something, and sees that undo gives back identical rows and redo does it again. */
export function undoably<Result>(project: Project, act: () => Mutation<Result>): Mutation<Result> {
  const before = dump(project.db);
  const done = act();
  const after = dump(project.db);
  if (done.step !== null) {
    project.undo();
    expect(dump(project.db)).toBe(before);
    project.redo();
  }
  expect(dump(project.db)).toBe(after);
  return done;
}
