import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { reviewProgress } from '../../../src/engine/reviews/progress.ts';
import { countScope } from '../../../src/engine/scope/count.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { ANNA } from '../kit/project.ts';
import { ACTIONS, ifAllowed } from './actions.ts';
import { makeProject, projectModel, scopeModel, scopeOf } from './projects.ts';

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
