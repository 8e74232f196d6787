import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompareCell, CompareColumns, CompareTable } from '../../../src/contract/compare.ts';
import type { Scope } from '../../../src/contract/scope.ts';
import { branch, readTree } from '../../../src/engine/codebook/tree.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { readFrame } from '../../../src/engine/dataset/frame.ts';
import { matrixRows } from '../../../src/engine/dataset/matrix/rows.ts';
import { chosenBy } from '../scope/naive.ts';
import { projectModel, scopeModel, scopeOf } from '../scope/projects.ts';
import { weigher } from './naive.ts';
import { type Judged, judgedModel, makeJudged } from './projects.ts';

/** A way to lay out columns, by number: documents, cases, or one of ten attributes. */
function layout({ attributes }: Judged, number: number): CompareColumns {
  const attribute = attributes[number - 2];
  if (attribute !== undefined) return { by: 'attribute', attribute };
  return { by: number === 0 ? 'document' : 'case' };
}

const NOTHING = { spans: 0, codings: 0, words: 0, presence: null };

const counts = ({ spans, codings, words, presence }: Omit<CompareCell, 'row' | 'column'> = NOTHING) => ({
  spans,
  codings,
  words,
  presence,
});

const cellAt = (table: CompareTable, row: number, column: number) =>
  counts(table.cells.find((cell) => cell.row === row && cell.column === column));

const study = fc.record({
  project: projectModel,
  judged: judgedModel,
  asked: fc.array(
    fc.record({
      scope: fc.option(scopeModel, { nil: undefined }),
      layout: fc.nat(11),
      rollUp: fc.boolean(),
      coder: fc.constantFrom(null, 0, 1),
    }),
    { minLength: 4, maxLength: 12 },
  ),
});
type Study = typeof study extends fc.Arbitrary<infer Model> ? Model : never;

/** Makes the project and asks for each of the tables. */
async function eachTable(
  { project: model, judged, asked }: Study,
  look: (
    table: CompareTable,
    by: {
      made: Judged;
      scope: Scope | undefined;
      columns: CompareColumns;
      rollUp: boolean;
      coder: string | null;
    },
  ) => void,
): Promise<void> {
  const made = await makeJudged(model, judged);
  for (const one of asked) {
    const scope = one.scope && scopeOf(made, one.scope);
    const columns = layout(made, one.layout);
    const coder = one.coder === null ? null : (made.coders[one.coder] ?? null);
    const { rollUp } = one;
    const { db } = made.project;
    const table = compareTable(db, { columns, rollUp, coder: coder ?? undefined, scope });
    look(table, { made, scope, columns, rollUp, coder });
  }
  made.project.close();
}

const documentsIn = ({ project }: Judged, scope: Scope | undefined) =>
  readFrame(project.db, { scope }).documents.map(({ id }) => id);

test('every cell and every total is what the rule says', { timeout: 240_000 }, async () => {
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(study, (model) =>
      eachTable(model, (table, { made, scope, rollUp, coder }) => {
        const weigh = weigher(made, scope);
        const tree = readTree(made.project.db);
        const codes = tree.map(({ id }) => id);
        const inScope = documentsIn(made, scope);
        const held = (code: string) => (rollUp ? branch(tree, code) : [code]);
        expect(table.codes).toEqual(codes);
        for (const [row, code] of codes.entries()) {
          for (const [column, { documents }] of table.columns.entries()) {
            const cell = cellAt(table, row, column);
            expect(cell).toEqual(weigh({ codes: held(code), documents, coder }));
            seen.add(cell.presence);
          }
          expect(counts(table.rows[row])).toEqual(weigh({ codes: held(code), documents: inScope, coder }));
        }
        for (const total of table.all) {
          const documents = table.columns[total.column]?.documents ?? inScope;
          expect(counts(total)).toEqual(weigh({ codes, documents, coder }));
        }
        expect(table.rows.map(({ row, column }) => [row, column])).toEqual(codes.map((_, row) => [row, -1]));
        expect(table.all.map(({ row, column }) => [row, column])).toEqual(
          [...table.columns.keys(), -1].map((column) => [-1, column]),
        );
        expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
        expect(table.cells.every(({ presence }) => presence !== null)).toBe(true);
      }),
    ),
    { numRuns: 40 },
  );
  expect(seen).toEqual(new Set([1, 0, null]));
});

test('columns are unions of documents, and all documents in scope are in one of them', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(study, (model) =>
      eachTable(model, (table, { made, scope, columns, rollUp, coder }) => {
        const { db } = made.project;
        const inScope = documentsIn(made, scope);
        expect(new Set(table.columns.flatMap(({ documents }) => documents))).toEqual(new Set(inScope));
        expect(new Set(inScope)).toEqual(chosenBy(made.project, scope ?? EVERYTHING).documents);
        const single = compareTable(db, {
          columns: { by: 'document' },
          rollUp,
          coder: coder ?? undefined,
          scope,
        });
        const places = new Map(single.columns.map(({ id }, index) => [id, index]));
        for (const [column, { id, documents, words }] of table.columns.entries()) {
          const parts = documents.map((document) => places.get(document) ?? -1);
          expect(words).toBe(parts.reduce((sum, part) => sum + (single.columns[part]?.words ?? NaN), 0));
          if (columns.by === 'attribute') {
            const value = id === 'none' ? { is: 'missing' as const, values: [] } : null;
            if (value)
              expect(documents).toEqual(
                documentsIn(made, {
                  ...(scope ?? EVERYTHING),
                  attributes: [...(scope?.attributes ?? []), { attribute: columns.attribute, ...value }],
                }),
              );
          }
          for (const row of table.codes.keys()) {
            const cells = parts.map((part) => cellAt(single, row, part));
            const sum = (of: 'spans' | 'codings' | 'words') =>
              cells.reduce((total, cell) => total + cell[of], 0);
            const own = cellAt(table, row, column);
            expect(own).toMatchObject({ spans: sum('spans'), codings: sum('codings'), words: sum('words') });
            if (own.presence === 0) expect(cells.every(({ presence }) => presence === 0)).toBe(true);
            if (own.presence === null) expect(cells.every(({ presence }) => presence !== 1)).toBe(true);
          }
        }
      }),
    ),
    { numRuns: 20 },
  );
});

test('by one coder, cases say what the matrix of the dataset says of them', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(study, (model) =>
      eachTable(model, (_table, { made, scope }) => {
        const { db } = made.project;
        const matrix = [...matrixRows(readFrame(db, { scope }), () => {})];
        for (const coder of made.coders) {
          for (const kind of ['case', 'document'] as const) {
            const table = compareTable(db, { columns: { by: kind }, rollUp: false, coder, scope });
            for (const row of matrix.filter((one) => one.unit_kind === kind && one.coder_id === coder)) {
              const column = table.columns.findIndex(({ id }) => id === row.unit_id);
              const { spans, words, presence } = cellAt(
                table,
                table.codes.indexOf(String(row.code_id)),
                column,
              );
              expect(table.columns[column]?.words).toBe(row.denominator_words);
              expect(presence).toBe(row.presence);
              if (presence !== null) expect([spans, words]).toEqual([row.spans, row.words]);
            }
          }
        }
      }),
    ),
    { numRuns: 15 },
  );
});

test('together, coders have at least what each has and at most what all add up to', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(study, (model) =>
      eachTable(model, (_table, { made, scope, columns, rollUp }) => {
        const { db } = made.project;
        const together = compareTable(db, { columns, rollUp, scope });
        const each = made.coders.map((coder) => compareTable(db, { columns, rollUp, coder, scope }));
        for (const row of together.codes.keys()) {
          for (const column of together.columns.keys()) {
            const own = cellAt(together, row, column);
            const theirs = each.map((table) => cellAt(table, row, column));
            expect(own.codings).toBe(theirs.reduce((sum, cell) => sum + cell.codings, 0));
            for (const of of ['spans', 'words'] as const) {
              expect(own[of]).toBeGreaterThanOrEqual(Math.max(...theirs.map((cell) => cell[of])));
              expect(own[of]).toBeLessThanOrEqual(theirs.reduce((sum, cell) => sum + cell[of], 0));
            }
          }
        }
      }),
    ),
    { numRuns: 15 },
  );
});

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };
