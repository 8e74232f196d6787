import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { setAttribute } from '../../../src/engine/cases/attributes.ts';
import { assignCases, removeCase, renameCase } from '../../../src/engine/cases/write.ts';
import { mergeCodes } from '../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../src/engine/codebook/move.ts';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { removeCodes } from '../../../src/engine/codebook/remove.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { removeDocument } from '../../../src/engine/documents/write.ts';
import { ColligoError } from '../../../src/engine/errors.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { reshapePassage, resizePassage } from '../../../src/engine/passages/resize.ts';
import { commentPassage, removeCodings } from '../../../src/engine/passages/write.ts';
import { reviewProgress } from '../../../src/engine/reviews/progress.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { countScope } from '../../../src/engine/scope/count.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../src/engine/store/steps.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { ANNA } from '../kit/project.ts';
import { type Made, makeProject, projectModel, scopeModel, scopeOf, TEXTS } from './projects.ts';

type Action = (made: Made, pick: number) => unknown;

const pickOf = <One>(list: readonly One[], pick: number, action: (one: One) => unknown) => {
  const one = list[pick % list.length];
  return one === undefined ? undefined : action(one);
};

const idsIn = (
  { project: { db } }: Made,
  table: 'passages' | 'codings' | 'documents' | 'codes' | 'cases',
) => {
  const query = {
    passages: sql`SELECT id FROM passages`,
    codings: sql`SELECT id FROM codings WHERE coder_id = ${ANNA.id}`,
    documents: sql`SELECT id FROM documents`,
    codes: sql`SELECT id FROM codes`,
    cases: sql`SELECT id FROM cases`,
  }[table];
  return db.all<{ id: Uint8Array }>(query).map((row) => idText(row.id));
};

/** What is refused changes nothing, and what is kept holds then as well. */
const ifAllowed = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    // A passage without a place, a code under itself, another's step: not what is tested here.
    if (!(error instanceof ColligoError)) throw error;
  }
};

/** A part of a page, of few that there are. */
const region = (pick: number) => ({ page: 1 + (pick % 2), x: 10 * (pick % 3), y: 5, width: 30, height: 40 });

/** Every kind of change that an answer by document can hang on. */
const ACTIONS: readonly Action[] = [
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(idsIn(made, 'codes'), pick >> 2, (code) =>
        applyCodes(made.project, { document, start: pick % 5, end: (pick % 5) + 1, codes: [code] }),
      ),
    ),
  (made, pick) => pickOf(idsIn(made, 'codings'), pick, (id) => removeCodings(made.project, [id])),
  (made, pick) =>
    pickOf(idsIn(made, 'passages'), pick, (id) =>
      resizePassage(made.project, id, { start: pick % 7, end: (pick % 7) + 2 }),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'passages'), pick, (id) => commentPassage(made.project, id, pick % 2 ? 'so' : '')),
  (made) => undoable(made.project.db) && made.project.undo(),
  (made) => redoable(made.project.db) && made.project.redo(),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(idsIn(made, 'cases'), pick >> 2, (id) => assignCases(made.project, document, [{ id }])),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'cases'), pick, (id) =>
      pick % 3 ? renameCase(made.project, id, `Case ${pick}`) : removeCase(made.project, id),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      pickOf(made.attributes.slice(0, 1), 0, (attribute) =>
        setAttribute(made.project, attribute, { document }, ['a', 'b', null][pick % 3] ?? null),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'codes'), pick, (parentId) =>
      createCode(made.project, { name: `Code ${pick}`, parentId }),
    ),
  (made, pick) => pickOf(idsIn(made, 'codes'), pick, (code) => moveCodes(made.project, [code], null, null)),
  (made, pick) => pickOf(idsIn(made, 'codes'), pick, (code) => removeCodes(made.project, [code])),
  (made, pick) =>
    pickOf(idsIn(made, 'codes'), pick, (code) =>
      pickOf(
        idsIn(made, 'codes').filter((id) => id !== code),
        pick >> 2,
        (into) => mergeCodes(made.project, [code], into, { aliases: true, append: true, note: '' }),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'documents'), pick, (document) =>
      setReviews(made.project, document, idsIn(made, 'codes'), pick % 2 === 0),
    ),
  (made, pick) => addText(made.project, `More ${pick}`, 'Compute matters, and water.'),
  (made, pick) =>
    addPages(made.project, `Pages ${pick}`, [{ text: 'Compute.' }, { text: 'No power.', label: 'i' }]),
  (made, pick) =>
    pickOf(idsIn(made, 'documents').slice(TEXTS.length), pick, (document) =>
      pickOf(idsIn(made, 'codes'), pick >> 2, (code) =>
        applyToRegion(made.project, { document, region: region(pick), codes: [code] }),
      ),
    ),
  (made, pick) =>
    pickOf(idsIn(made, 'passages').toReversed(), pick >> 3, (id) =>
      reshapePassage(made.project, id, region(pick + 1)),
    ),
  (made, pick) => pickOf(idsIn(made, 'documents'), pick, (id) => removeDocument(made.project, id)),
];

const answers = (db: Sql, scope: Scope | undefined) => ({
  documents: listDocuments(db, scope),
  codes: listCodes(db, scope),
  passages: listPassages(db, { scope }, { offset: 1, limit: 4 }),
  progress: reviewProgress(db, ANNA.id, scope),
  count: scope && countScope(db, scope),
  table: compareTable(db, { columns: { by: 'case' }, rollUp: true, scope }),
});

test('what was kept is what would be answered anew, after any writing, undo and redo, here and elsewhere', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      fc.array(scopeModel, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(60), fc.boolean()), {
        minLength: 4,
        maxLength: 14,
      }),
      async (model, scopes, steps) => {
        const made = await makeProject(model);
        made.project.actor = ANNA;
        const asked = [undefined, ...scopes.map((one) => scopeOf(made, one))];
        // To the second connection, every step is another program's.
        const beside = connect(made.project.path, 'read');
        for (const [action, pick, looks] of steps) {
          ifAllowed(() => ACTIONS[action]?.(made, pick));
          // What is asked seldom has several steps to catch up with.
          if (!looks) continue;
          const fresh = connect(made.project.path, 'read');
          for (const scope of asked) {
            const wanted = answers(fresh, scope);
            expect(answers(made.project.db, scope)).toEqual(wanted);
            expect(answers(beside, scope)).toEqual(wanted);
          }
          fresh.close();
        }
        beside.close();
        made.project.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('what is asked within a step that is taken back is not kept', async () => {
  const made = await makeProject({ memberships: [], values: [], passages: [] });
  const { project, documents, codes } = made;
  const [document = ''] = documents;
  const before = listDocuments(project.db);
  expect(() =>
    project.write({ code: 'passages.test', label: 'A test' }, [], ({ db, at }) => {
      db.run(sql`INSERT INTO passages (id, document_id, comment, created_at, created_by)
        SELECT randomblob(16), id, 'why', ${at}, ${ANNA.id} FROM documents`);
      db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, status, start_offset, end_offset)
        SELECT randomblob(16), p.id, v.id, 'span', 'exact', 0, 1 FROM passages p JOIN versions v ON v.document_id = p.document_id`);
      expect(listDocuments(db).every(({ passages }) => passages === 1)).toBe(true);
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(listDocuments(project.db)).toEqual(before);
  applyCodes(project, { document, start: 0, end: 1, codes: codes.slice(1, 2) });
  expect(listDocuments(project.db).map(({ passages }) => passages)).toEqual([1, 0, 0, 0]);
});
