import fc from 'fast-check';
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
  removeCase,
  renameCase,
} from '../../../src/engine/cases/write.ts';
import { copyBranches } from '../../../src/engine/codebook/copy.ts';
import { importTaxonomy } from '../../../src/engine/codebook/import.ts';
import { setLabels } from '../../../src/engine/codebook/labels.ts';
import { setLinks } from '../../../src/engine/codebook/links.ts';
import { mergeCodes } from '../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../src/engine/codebook/move.ts';
import { removeCodes } from '../../../src/engine/codebook/remove.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { removeDocument, renameDocument } from '../../../src/engine/documents/write.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { changeMemo, removeMemo, writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToPassages, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { applyToMatches } from '../../../src/engine/passages/matches.ts';
import { replaceCode } from '../../../src/engine/passages/replace.ts';
import { reshapePassage, resizePassage } from '../../../src/engine/passages/resize.ts';
import { commentPassage, removeCodings, weighCoding } from '../../../src/engine/passages/write.ts';
import { renameProject } from '../../../src/engine/projects/state.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../src/engine/store/steps.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { ANNA, coder, newProject, open, optionsFor } from '../kit/project.ts';

const TEXT = 'Alpha 🙂 beta.\n\nGamma delta beta. Epsilon?\n\nZeta beta — eta.';

/** A part of a page; few enough of them that they meet. */
const region = (pick: number) => ({
  page: 1 + (pick % 2),
  x: (pick % 3) * 10.1,
  y: (pick % 5) / 3,
  width: 20 + (pick % 2) * 0.04,
  height: 33.3,
});

/** An action as a table of verbs; the number picks among whatever there is. */
const ACTIONS: readonly ((project: Project, pick: number) => void)[] = [
  (project, pick) => void addText(project, `Text ${pick % 5}`, TEXT + pick, pick % 2 ? 'A case' : null),
  (project, pick) =>
    void createCode(project, { name: `Code ${pick}`, parentId: pick % 2 ? one(codes(project), pick) : null }),
  (project, pick) =>
    with1(codes(project), pick, (code) =>
      updateCode(project, code, { name: `New ${pick % 3}`, definition: "it's “so”\n🙂" }),
    ),
  (project, pick) =>
    with1(codes(project), pick, (code) =>
      refusable(() => moveCodes(project, [code], one(codes(project), pick * 7), null)),
    ),
  (project, pick) => with1(codes(project), pick, (code) => removeCodes(project, [code])),
  (project, pick) =>
    with1(codes(project), pick, (code) =>
      with1(codes(project), pick * 7, (into) =>
        refusable(() => mergeCodes(project, [code], into, { aliases: true, append: true, note: '' })),
      ),
    ),
  (project, pick) =>
    with1(codes(project), pick, (code) => copyBranches(project, [code], one(codes(project), pick * 7), null)),
  (project, pick) =>
    with1(codes(project), pick, (code) =>
      setLabels(project, code, ['alias'], [{ kind: 'alias', language: '', text: `Also ${pick % 3}` }]),
    ),
  (project, pick) =>
    with1(codes(project), pick, (code) =>
      with1(codes(project), pick * 7, (other) =>
        refusable(() => setLinks(project, code, [{ kind: 'see_also', other }])),
      ),
    ),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      with1(codes(project), pick, (code) => apply(project, document, code, pick)),
    ),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      with1(codes(project), pick, (code) => matches(project, document, code)),
    ),
  (project, pick) => with1(codings(project), pick, (coding) => removeCodings(project, [coding])),
  (project, pick) =>
    with1(codings(project), pick, (coding) => weighCoding(project, coding, pick % 3 ? pick % 101 : null)),
  (project, pick) =>
    with1(passages(project), pick, (passage) =>
      commentPassage(project, passage, pick % 3 ? `Because ${pick}` : ''),
    ),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      setReviews(project, document, codes(project).slice(0, 2), pick % 3 !== 0),
    ),
  (project, pick) =>
    with1(documents(project), pick, (document) => renameDocument(project, document, `Title ${pick % 4}`)),
  (project, pick) => with1(documents(project), pick, (document) => removeDocument(project, document)),
  (project, pick) => void renameProject(project, { title: `Project ${pick % 4}` }),
  (project, pick) =>
    with1(passages(project), pick, (passage) =>
      refusable(() =>
        resizePassage(project, passage, { start: pick % 9, end: (pick % 9) + 1 + (pick % 20) }),
      ),
    ),
  (project, pick) =>
    void addPages(project, `Pages ${pick % 3}`, [{ text: TEXT }, { text: `${pick}`, label: 'ii' }]),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      with1(codes(project), pick, (code) =>
        refusable(() => applyToRegion(project, { document, region: region(pick), codes: [code] })),
      ),
    ),
  (project, pick) =>
    with1(passages(project), pick, (passage) =>
      refusable(() => reshapePassage(project, passage, region(pick * 3))),
    ),
  (project, pick) =>
    with1(passages(project), pick, (id) =>
      writeMemo(project, { kind: 'passage', id }, { title: '', body: `M ${pick}` }),
    ),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      writeMemo(
        project,
        { kind: 'span', document, start: pick % 9, end: (pick % 9) + 1 + (pick % 20) },
        { title: `T ${pick % 2}`, body: '' },
      ),
    ),
  (project, pick) =>
    with1(passages(project), pick, (passage) =>
      with1(passages(project), pick * 7, (other) =>
        refusable(() =>
          writeMemo(project, { kind: 'pair', passage, other }, { title: '', body: `P ${pick}` }),
        ),
      ),
    ),
  (project, pick) =>
    with1(memos(project), pick, (memo) => changeMemo(project, memo, { body: `Changed ${pick % 3}` })),
  (project, pick) => with1(memos(project), pick, (memo) => removeMemo(project, memo)),
  (project, pick) =>
    with1(documents(project), pick, (document) =>
      assignCases(project, document, [{ name: `Case ${pick % 3}` }, { name: `Case ${pick % 2}` }]),
    ),
  (project, pick) => void createCase(project, `Made ${pick % 3}`),
  (project, pick) => with1(cases(project), pick, (id) => renameCase(project, id, `Renamed ${pick % 3}`)),
  (project, pick) =>
    with1(cases(project), pick, (id) => describeCase(project, id, pick % 3 ? `${pick}` : '')),
  (project, pick) =>
    with1(cases(project), pick, (id) =>
      documents(project).length === 0
        ? undefined
        : gatherDocuments(project, id, documents(project), pick % 3 !== 0),
    ),
  (project, pick) => with1(cases(project), pick, (id) => removeCase(project, id)),
  (project, pick) =>
    refusable(() => {
      const kind = pick % 2 ? 'choice' : 'number';
      const choices = kind === 'choice' ? ['a', 'b', 'c'] : [];
      createAttribute(project, { name: `Of cases ${pick % 3}`, appliesTo: 'case', kind, choices });
    }),
  (project, pick) => value(project, pick),
  (project, pick) =>
    with1(attributes(project), pick, (id) => refusable(() => renameAttribute(project, id, `N ${pick % 3}`))),
  (project, pick) => choices(project, pick),
  (project, pick) => with1(attributes(project), pick, (id) => removeAttribute(project, id)),
  (project, pick) =>
    with1(passages(project), pick, () =>
      with1(codes(project), pick, (code) => applyToPassages(project, passages(project), [code])),
    ),
  (project, pick) =>
    with1(passages(project), pick, (passage) =>
      applyToPassages(project, [passage], codes(project).slice(0, pick % 2), {
        name: `Beside ${pick % 5}`,
        parentId: pick % 3 ? one(codes(project), pick) : null,
      }),
    ),
  (project, pick) =>
    with1(codings(project), pick, (coding) =>
      with1(codes(project), pick * 7, (code) => replaceCode(project, [coding], { code })),
    ),
  (project, pick) =>
    with1(codings(project), pick, () =>
      replaceCode(project, codings(project), {
        create: { name: `Instead ${pick % 5}`, parentId: pick % 2 ? one(codes(project), pick) : null },
      }),
    ),
  (project) =>
    void importTaxonomy(
      project,
      [{ name: 'Branch', children: [{ name: 'Leaf' }, { name: 'Other' }] }],
      'a list',
    ),
];

test('any sequence of actions, undone and redone step by step, also across a reopening, is the same at each point', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(1000)), { minLength: 1, maxLength: 25 }),
      fc.boolean(),
      async (actions, reopen) => {
        let project = await newProject();
        const dumps = [dump(project.db)];
        for (const [action, pick] of [[0, 1], [1, 0], ...actions] as const) {
          const before = undoable(project.db)?.seq;
          ACTIONS[action]?.(project, pick);
          if (undoable(project.db)?.seq !== before) dumps.push(dump(project.db));
          else expect(dump(project.db)).toBe(dumps.at(-1));
        }
        for (let at = dumps.length - 2; at >= 0; at--) {
          if (reopen && at % 3 === 0) project = await reopened(project);
          project.undo(confirmOf(undoable(project.db)));
          expect(dump(project.db)).toBe(dumps[at]);
        }
        expect(undoable(project.db)).toBeUndefined();
        for (let at = 1; at < dumps.length; at++) {
          if (reopen && at % 3 === 0) project = await reopened(project);
          project.redo(confirmOf(redoable(project.db)?.target));
          expect(dump(project.db)).toBe(dumps[at]);
        }
        expect(redoable(project.db)).toBeUndefined();
        project.close();
      },
    ),
    { numRuns: 40 },
  );
}, 180_000);

test('undo and redo interleaved with actions: a new action empties redo, and undo walks back through all of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 30 }), async (verbs) => {
      const project = await newProject();
      const done = [dump(project.db)];
      let undone: string[] = [];
      for (const [index, verb] of verbs.entries()) {
        if (verb === 'do') {
          createCode(project, { name: `Code ${index}`, parentId: null });
          done.push(dump(project.db));
          undone = [];
        } else if (verb === 'undo' && done.length > 1) {
          project.undo();
          undone.push(done.pop() ?? '');
        } else if (verb === 'redo' && undone.length > 0) {
          project.redo();
          done.push(undone.pop() ?? '');
        } else {
          expect(() => (verb === 'undo' ? project.undo() : project.redo())).toThrow(/nothing to/);
        }
        expect(dump(project.db)).toBe(done.at(-1));
      }
      project.close();
    }),
    { numRuns: 60 },
  );
}, 180_000);

test('removing a code with 10,000 codings is undone to identical rows', async () => {
  const project = await newProject();
  const document = addText(
    project,
    'Long',
    Array.from({ length: 10_000 }, (_, n) => `Paragraph ${n} about beta.`).join('\n\n'),
  );
  const { result: code } = createCode(project, { name: 'Much', parentId: null });
  const { result } = applyToMatches(project, {
    document,
    code,
    match: 'beta',
    unit: 'paragraph',
    weight: null,
  });
  expect(result.applied).toBe(10_000);
  const before = dump(project.db);
  removeCodes(project, [code]);
  expect(passages(project)).toHaveLength(0);
  project.undo();
  expect(dump(project.db)).toBe(before);
}, 180_000);

test("another coder's step, and one from before this opening, are named and asked first", async () => {
  const project = await newProject();
  createCode(project, { name: 'Mine', parentId: null });
  const path = project.path;
  project.close();
  const later = await open(path);
  expect(() => later.undo()).toThrow(
    expect.objectContaining({ code: 'CONFIRM', message: expect.stringContaining('Create code “Mine”') }),
  );
  later.close();
  const other = await open(path, optionsFor(coder('Ben')));
  createCode(other, { name: 'His', parentId: null });
  other.undo();
  expect(() => other.undo()).toThrow(/by Anna/);
  other.undo(idText(undoable(other.db)?.id ?? new Uint8Array(16)));
  expect(codes(other)).toHaveLength(0);
});

test('an action that throws or changes nothing leaves no step', async () => {
  const project = await newProject();
  const { result: code } = createCode(project, { name: 'A', parentId: null });
  const seq = undoable(project.db)?.seq;
  expect(updateCode(project, code, { name: 'A' }).step).toBeNull();
  expect(() =>
    project.write({ code: 'x.y', label: 'Fails' }, [], ({ db }) => {
      db.run(sql`DELETE FROM codes`);
      throw new Error('midway');
    }),
  ).toThrow('midway');
  expect(undoable(project.db)?.seq).toBe(seq);
  expect(codes(project)).toEqual([code]);
  expect(() => project.db.run(sql`DELETE FROM codes`)).toThrow(/NOT NULL/);
});

async function reopened(project: Project): Promise<Project> {
  project.close();
  return open(project.path, optionsFor(ANNA));
}

const confirmOf = (step: { id: Uint8Array } | undefined) => (step ? idText(step.id) : undefined);
const ids = (project: Project, table: 'codings' | 'passages' | 'documents') =>
  project.db
    .all<{ id: Uint8Array }>(
      table === 'codings'
        ? sql`SELECT id FROM codings ORDER BY id`
        : table === 'passages'
          ? sql`SELECT id FROM passages ORDER BY id`
          : sql`SELECT id FROM documents ORDER BY id`,
    )
    .map((row) => idText(row.id));
const codings = (project: Project) => ids(project, 'codings');
const passages = (project: Project) => ids(project, 'passages');
const documents = (project: Project) => ids(project, 'documents');
const memos = (project: Project) => listMemos(project.db).map(({ id }) => id);
const cases = (project: Project) => listCases(project.db).map(({ id }) => id);
const attributes = (project: Project) => listAttributes(project.db).map(({ id }) => id);
const codes = (project: Project) => readTree(project.db).map((node) => node.id);
const one = (list: readonly string[], pick: number) => list[pick % Math.max(list.length, 1)] ?? null;

function with1(list: readonly string[], pick: number, action: (id: string) => unknown): void {
  const id = one(list, pick);
  if (id !== null) action(id);
}

function apply(project: Project, document: string, code: string, pick: number): void {
  const start = pick % 20;
  applyCodes(project, {
    document,
    start,
    end: start + 1 + (pick % 9),
    codes: [code],
    weight: pick % 2 ? pick % 101 : null,
  });
}

/** Gives a document or case a value of some attribute, or takes it away. */
function value(project: Project, pick: number): void {
  const list = listAttributes(project.db);
  const attribute = list[pick % Math.max(list.length, 1)];
  const owner = one(attribute?.appliesTo === 'case' ? cases(project) : documents(project), pick);
  if (!attribute || owner === null) return;
  const is = { number: pick, choice: `New ${pick % 2}`, date: '2025-07', text: 'words', boolean: true };
  setAttribute(
    project,
    attribute.id,
    attribute.appliesTo === 'case' ? { case: owner } : { document: owner },
    pick % 5 ? is[attribute.kind] : null,
  );
}

/** Turns the choices of an attribute round, leaves one out, changes the labels of two with one another, adds one. */
function choices(project: Project, pick: number): void {
  const list = listAttributes(project.db).filter(({ kind }) => kind === 'choice');
  const attribute = list[pick % Math.max(list.length, 1)];
  if (!attribute) return;
  const labels = attribute.choices;
  const [first = '', second = ''] = labels;
  const wanted = {
    0: labels.toReversed().map((label) => ({ was: label, label })),
    1: labels.slice(1).map((label) => ({ was: label, label })),
    2: labels.map((was, at) => ({ was, label: at === 0 && second ? second : at === 1 ? first : was })),
    3: [...labels.map((label) => ({ was: label, label })), { was: null, label: `Added ${pick}` }],
  }[pick % 4];
  refusable(() => changeChoices(project, attribute.id, wanted ?? []));
}

function matches(project: Project, document: string, code: string): void {
  applyToMatches(project, { document, code, match: 'beta', unit: 'sentence', weight: null });
}

function refusable(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    expect(error).toMatchObject({ code: 'REFUSED' });
  }
}
