import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoTarget } from '../../../src/contract/memos.ts';
import type { Scope } from '../../../src/contract/scope.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { type Chosen, chosenBy } from '../scope/naive.ts';
import { type Made, makeProject, projectModel, scopeModel, scopeOf } from '../scope/projects.ts';

/** Everything that a memo can be about, and one memo about each. */
function writeMemos({ project, documents, cases, codes }: Made): void {
  const { db } = project;
  const idsOf = (table: 'passages' | 'codings') =>
    db
      .all<{ id: Uint8Array }>(
        table === 'passages' ? sql`SELECT id FROM passages` : sql`SELECT id FROM codings`,
      )
      .map((row) => idText(row.id));
  const about = (kind: 'document' | 'passage' | 'code' | 'case' | 'coding', ids: readonly string[]) =>
    ids.map((id): MemoTarget => ({ kind, id }));
  const targets: MemoTarget[] = [
    { kind: 'project' },
    ...about('document', documents),
    ...about('case', cases),
    ...about('code', codes),
    ...about('passage', idsOf('passages')),
    ...about('coding', idsOf('codings')),
    ...idsOf('passages').flatMap((passage, index, all): MemoTarget[] => {
      const other = all[index + 1];
      return other === undefined ? [] : [{ kind: 'pair', passage, other }];
    }),
    ...codes.flatMap((code) => [
      ...documents.map((document): MemoTarget => ({ kind: 'cell', code, document })),
      ...cases.map((id): MemoTarget => ({ kind: 'cell', code, case: id })),
    ]),
  ];
  for (const target of targets) writeMemo(project, target, { title: '', body: 'Why?' });
}

/** Whether what a memo is about lies in a scope, by the rule as it is written. */
function rule({ project, documents, cases, attributes, codes }: Made, scope: Scope, chosen: Chosen) {
  const passages = new Set(chosen.passages.map(({ id }) => id));
  const codings = new Set(chosen.codings.map(({ id }) => id));
  const [group, ...under] = codes;
  const there = scope.codes.filter((condition) => condition.codes.some((code) => codes.includes(code)));
  const names = ({ codes: wanted, below }: Scope['codes'][number], code: string) =>
    wanted.includes(code) ||
    (below && group !== undefined && wanted.includes(group) && under.slice(0, 2).includes(code));
  const asking = there.filter(({ mode }) => mode !== 'none');
  const hasCode = (code: string) =>
    (asking.length === 0 || asking.some((condition) => names(condition, code))) &&
    !there.some((condition) => condition.mode === 'none' && names(condition, code));
  const members = project.db
    .all<{ document_id: Uint8Array; case_id: Uint8Array }>(sql`SELECT * FROM case_documents`)
    .map((row) => ({ document: idText(row.document_id), id: idText(row.case_id) }));
  const choosesDocuments =
    scope.documents.some((one) => documents.includes(one)) ||
    scope.attributes.some(
      ({ attribute, is, values }) =>
        attributes.includes(attribute) && (is === 'missing' || values.length > 0),
    );
  const hasCase = (id: string) =>
    (!scope.cases.some((one) => cases.includes(one)) || scope.cases.includes(id)) &&
    (!choosesDocuments || members.some((one) => one.id === id && chosen.documents.has(one.document)));
  return (target: MemoTarget): boolean => {
    if (target.kind === 'project') return true;
    if (target.kind === 'pair') return passages.has(target.passage) && passages.has(target.other);
    if (target.kind === 'cell') {
      return (
        hasCode(target.code) &&
        (target.document === undefined || chosen.documents.has(target.document)) &&
        (target.case === undefined || hasCase(target.case))
      );
    }
    const holds = {
      document: (id: string) => chosen.documents.has(id),
      passage: (id: string) => passages.has(id),
      coding: (id: string) => codings.has(id),
      code: hasCode,
      case: hasCase,
    };
    return holds[target.kind](target.id);
  };
}

test('a memo is in scope if all that it is about is', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      projectModel,
      fc.array(scopeModel, { minLength: 4, maxLength: 8 }),
      async (model, models) => {
        const made = await makeProject(model);
        writeMemos(made);
        const { db } = made.project;
        const all = listMemos(db);
        for (const scope of models.map((one) => scopeOf(made, one))) {
          const isIn = rule(made, scope, chosenBy(made.project, scope));
          const wanted = all.filter(({ target }) => isIn(target));
          expect(listMemos(db, undefined, scope)).toEqual(wanted);
          const [first] = wanted;
          expect(listMemos(db, first?.target, scope)).toContainEqual(first);
        }
        made.project.close();
      },
    ),
    { numRuns: 15 },
  );
});
