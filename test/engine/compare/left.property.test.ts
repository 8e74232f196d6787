import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '../../../src/contract/scope.ts';
import { alongDocuments } from '../../../src/engine/along/along.ts';
import { cacheUnder } from '../../../src/engine/cache/folder.ts';
import { readFactsAhead } from '../../../src/engine/compare/kept-facts.ts';
import { leftFacts } from '../../../src/engine/compare/left/left.ts';
import { meetingsOf } from '../../../src/engine/compare/meetings.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import type { Sql } from '../../../src/engine/store/sql.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { ACTIONS, ifAllowed } from '../scope/actions.ts';
import { type Made, makeProject, projectModel, scopeModel, scopeOf } from '../scope/projects.ts';

const step = fc.record({
  action: fc.nat(ACTIONS.length - 1),
  pick: fc.nat(60),
  /** What is done behind it: nothing, or a start that leaves what it found, or one that looks as well. */
  behind: fc.constantFrom('nothing', 'nothing', 'leave', 'look'),
});

const answers = (db: Sql, { coders }: Made, scope: Scope | undefined) => ({
  documents: compareTable(db, { columns: { by: 'document' }, rollUp: false, scope }),
  cases: compareTable(db, { columns: { by: 'case' }, rollUp: true, coder: coders[0], scope }),
  meetings: meetingsOf(db, { near: { by: 'words', within: 3 }, scope }),
  along: alongDocuments(db, { parts: 4, rollUp: false, scope }),
});

/** A start of the program: a connection of its own. */
function start<Result>(path: string, home: string | null, action: (db: Sql) => Result): Result {
  const db = connect(path, 'read');
  if (home !== null) cacheUnder(db, home);
  db.script('BEGIN');
  try {
    return action(db);
  } finally {
    db.close();
  }
}

test('what an earlier start left says what is found anew, whatever was written since', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      fc.array(scopeModel, { minLength: 1, maxLength: 2 }),
      fc.array(step, { minLength: 2, maxLength: 10 }),
      async (model, scopes, steps) => {
        const made = await makeProject(model);
        const { project } = made;
        project.actor = ANNA;
        const home = join(tempFolder(), 'home');
        const asked = [undefined, ...scopes.map((one) => scopeOf(made, one))];
        const look = () => {
          for (const scope of asked) {
            const wanted = start(project.path, null, (db) => answers(db, made, scope));
            expect(start(project.path, home, (db) => answers(db, made, scope))).toEqual(wanted);
          }
        };
        start(project.path, home, (db) => readFactsAhead(db, 0));
        // Else the following would say nothing of files that hold.
        expect(start(project.path, home, leftFacts)).not.toBeNull();
        look();
        for (const { action, pick, behind } of steps) {
          ifAllowed(() => ACTIONS[action]?.(made, pick));
          if (behind === 'leave') start(project.path, home, (db) => readFactsAhead(db, 0));
          if (behind === 'look') look();
        }
        look();
        project.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('a scope narrows what is kept as it narrows what is read', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      fc.array(scopeModel, { minLength: 3, maxLength: 8 }),
      async (model, scopes) => {
        const made = await makeProject(model);
        const { path } = made.project;
        start(path, null, (kept) => {
          compareTable(kept, { columns: { by: 'document' }, rollUp: false });
          for (const one of scopes) {
            const scope = scopeOf(made, one);
            expect(answers(kept, made, scope)).toEqual(start(path, null, (db) => answers(db, made, scope)));
          }
        });
        made.project.close();
      },
    ),
    { numRuns: 60 },
  );
});
