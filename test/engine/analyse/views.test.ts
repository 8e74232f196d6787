import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteRow } from '../../../src/contract/passages.ts';
import type { Scope } from '../../../src/contract/scope.ts';
import { type CrosstabRequest, crosstabOf } from '../../../src/engine/analyse/crosstab.ts';
import { expectedCodes, saturationOf } from '../../../src/engine/analyse/saturation.ts';
import { similarityOf } from '../../../src/engine/analyse/similarity.ts';
import { setAttribute } from '../../../src/engine/cases/attributes.ts';
import { listCases } from '../../../src/engine/cases/read.ts';
import { assignCases, createCase } from '../../../src/engine/cases/write.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { readFrame } from '../../../src/engine/dataset/frame.ts';
import { readAttributeValues } from '../../../src/engine/documents/attributes.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { placedInScope, weigher } from '../compare/naive.ts';
import { type Judged, judgedModel, makeJudged, projectModel } from '../compare/projects.ts';
import { newStudy } from '../dataset/study.ts';
import { ANNA } from '../kit/project.ts';
import { makeProject, scopeModel, scopeOf } from '../scope/projects.ts';

const study = fc.record({
  project: projectModel,
  judged: judgedModel,
  asked: fc.array(
    fc.record({
      scope: fc.option(scopeModel, { nil: undefined }),
      attribute: fc.nat(9),
      coder: fc.constantFrom(null, 0, 1),
    }),
    { minLength: 3, maxLength: 8 },
  ),
});
type Study = typeof study extends fc.Arbitrary<infer Model> ? Model : never;

/** What one question is about. */
interface Asked {
  readonly made: Judged;
  readonly scope: ReturnType<typeof scopeOf> | undefined;
  readonly attribute: string;
  readonly coder: string | null;
}

async function each(numRuns: number, look: (asked: Asked) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(study, async ({ project, judged, asked }: Study) => {
      const made = await makeJudged(project, judged);
      for (const one of asked)
        look({
          made,
          scope: one.scope && scopeOf(made, one.scope),
          attribute: made.attributes[one.attribute] ?? '',
          coder: one.coder === null ? null : (made.coders[one.coder] ?? null),
        });
      made.project.close();
    }),
    { numRuns },
  );
}

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

const placeNamed = ({ documentId, start, end, region }: QuoteRow) =>
  [documentId, start, end, JSON.stringify(region)].join(' ');

const judgements = ({ scope, coder }: Asked) => ({ rollUp: false, scope, coder: coder ?? undefined });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What an attribute says of a document or a case, found by asking for each of them; undefined where it says nothing or too much. */
function valueBy({ made, attribute }: Asked) {
  const { db } = made.project;
  const isOfDocuments = made.attributes.indexOf(attribute) < 5;
  const values = readAttributeValues(db, isOfDocuments ? 'document' : 'case');
  const own = (id: string) => values.get(id)?.find(({ attributeId }) => attributeId === attribute)?.value;
  const cases = listCases(db);
  const ofDocument = (id: string) => {
    if (isOfDocuments) return own(id);
    const all = cases.filter(({ documents }) => documents.includes(id)).flatMap((one) => own(one.id) ?? []);
    return new Set(all).size === 1 ? all[0] : undefined;
  };
  const ofCase = (id: string, documents: readonly string[]) => {
    if (!isOfDocuments) return own(id);
    const all = documents.map(own);
    return new Set(all).size === 1 ? all[0] : undefined;
  };
  return { ofDocument, ofCase };
}

test('crosstabs count what the rule says, place by place and case by case', {
  timeout: 240_000,
}, async () => {
  await each(20, (asked) => {
    const { made, scope, attribute, coder } = asked;
    const { db } = made.project;
    const crosstab = crosstabOf(db, { attribute, ...judgements(asked) });
    const frame = readFrame(db, { scope });
    const weigh = weigher(made, scope);
    const { ofDocument, ofCase } = valueBy(asked);
    const inCases = new Set(frame.cases.flatMap((one) => one.documents.map(({ id }) => id)));
    crosstab.groups.forEach((group, index) => {
      const documents = frame.documents.map(({ id }) => id).filter((id) => `=${ofDocument(id)}` === group.id);
      const units = [
        ...frame.cases
          .map(({ id, documents: of }) => ({ id, documents: of.map((one) => one.id) }))
          .filter((one) => `=${ofCase(one.id, one.documents)}` === group.id),
        ...documents.filter((id) => !inCases.has(id)).map((id) => ({ id, documents: [id] })),
      ];
      expect([group.documents, group.cases]).toEqual([documents.length, units.length]);
      expect(group.within).toEqual(documents);
      for (const row of crosstab.rows) {
        const weighed = weigh({ codes: [row.code], documents, coder });
        expect(row.observed[index]).toBe(weighed.spans);
        // What the cell opens are the passages on the places that it counts; a list has those that lost theirs as well.
        const opened = listPassages(
          db,
          {
            code: row.code,
            below: false,
            coder: coder ?? undefined,
            scope: { ...(scope ?? EVERYTHING), documents: [...group.within] },
          },
          { offset: 0, limit: 5000 },
        ).rows.filter(({ status }) => status !== 'lost');
        if (documents.length > 0) expect(new Set(opened.map(placeNamed)).size).toBe(row.observed[index]);
        const presences = units.map(
          (unit) => weigh({ codes: [row.code], documents: unit.documents, coder }).presence,
        );
        const count = (presence: 0 | 1 | null) => presences.filter((one) => one === presence).length;
        expect([row.present[index], row.absent[index], row.notJudged[index]]).toEqual([
          count(1),
          count(0),
          count(null),
        ]);
      }
    });
    const out = crosstab.leftOut;
    expect(
      sum(crosstab.groups.map((one) => one.documents)) + out.documents.none + out.documents.several,
    ).toBe(frame.documents.length);
    expect(crosstab.association.places).toBe(sum(crosstab.rows.flatMap((row) => row.observed)));
    for (const { exact, present, absent } of crosstab.rows) {
      expect(exact.p === null).toBe(exact.lack !== null);
      if (sum(present) === 0 || sum(absent) === 0) expect(exact.lack).toBe('constant');
      expect(exact.adjusted ?? 0).toBeGreaterThanOrEqual(exact.p ?? 0);
    }
    // Where no document is in several groups, these are the columns of the comparison.
    if (out.documents.several > 0) return;
    const table = compareTable(db, { columns: { by: 'attribute', attribute }, ...judgements(asked) });
    for (const { code, observed } of crosstab.rows)
      crosstab.groups.forEach(({ id }, index) => {
        const column = table.columns.findIndex((one) => one.id === id);
        const row = table.codes.indexOf(code);
        const cell = table.cells.find((one) => one.row === row && one.column === column);
        expect(observed[index]).toBe(cell?.spans ?? 0);
      });
  });
});

test('documents are alike as their sets and numbers of codes are', { timeout: 240_000 }, async () => {
  await each(15, (asked) => {
    const { made, scope, coder } = asked;
    const { db } = made.project;
    const placed = placedInScope(made, scope).filter((one) => coder === null || one.coder === coder);
    const inScope = readFrame(db, { scope }).documents.map(({ id }) => id);
    const countIn = (document: string, code: string) =>
      new Set(
        placed.filter((one) => one.document === document && one.code === code).map(({ place }) => place),
      ).size;
    const codes = readTree(db).map(({ id }) => id);
    const ask = (likeness: 'jaccard' | 'cosine') =>
      similarityOf(db, { columns: { by: 'document' }, likeness, ...judgements(asked) });
    const [jaccard, cosine] = [ask('jaccard'), ask('cosine')];
    const having = inScope.filter((id) => placed.some(({ document }) => document === id));
    expect(jaccard.columns.map(({ id }) => id)).toEqual(having);
    expect(jaccard.without).toBe(inScope.length - having.length);
    const weigh = weigher(made, scope);
    let at = 0;
    for (const [index, one] of having.entries())
      for (const other of having.slice(index + 1)) {
        const vectors = [one, other].map((id) => codes.map((code) => countIn(id, code)));
        const [a = [], b = []] = vectors.map((counts) => codes.filter((_, row) => (counts[row] ?? 0) > 0));
        expect(jaccard.values[at]).toBeCloseTo(
          a.filter((code) => b.includes(code)).length / new Set([...a, ...b]).size,
          12,
        );
        const [v = [], w = []] = vectors;
        expect(cosine.values[at]).toBeCloseTo(
          sum(v.map((count, row) => count * (w[row] ?? 0))) / (Math.hypot(...v) * Math.hypot(...w)),
          12,
        );
        const open = codes.filter((code) => {
          const [left, right] = [one, other].map(
            (id) => weigh({ codes: [code], documents: [id], coder }).presence,
          );
          return (left === 1 && right === null) || (left === null && right === 1);
        });
        expect([jaccard.open[at], cosine.open[at]]).toEqual([open.length, open.length]);
        at += 1;
      }
    expect([jaccard.values.length, cosine.values.length]).toEqual([at, at]);
    expect(jaccard.order.toSorted((a, b) => a - b)).toEqual([...having.keys()]);
    expect(jaccard.mergers.length).toBe(Math.max(0, having.length - 1));
  });
});

test('codes only ever become more, up to all that are used', { timeout: 240_000 }, async () => {
  await each(15, (asked) => {
    const { made, scope } = asked;
    const { db } = made.project;
    const table = compareTable(db, { columns: { by: 'document' }, ...judgements(asked) });
    const used = table.rows.filter(({ presence }) => presence === 1).length;
    const { steps, untouched } = saturationOf(db, { order: 'project', ...judgements(asked) });
    expect(steps.length + untouched).toBe(readFrame(db, { scope }).documents.length);
    expect(steps.at(-1)?.cumulative ?? 0).toBe(used);
    expect(steps.at(-1)?.expected ?? 0).toBeCloseTo(used, 10);
    let before = 0;
    for (const { cumulative, fresh } of steps) {
      expect(cumulative).toBe(before + fresh.length);
      before = cumulative;
    }
    expect(new Set(steps.flatMap(({ fresh }) => fresh)).size).toBe(used);
    const imported = saturationOf(db, { order: 'imported', ...judgements(asked) });
    expect(imported.steps.map(({ expected }) => expected)).toEqual(steps.map(({ expected }) => expected));
  });
});

test('new codes are those that plain SQL finds in no document before', async () => {
  const { project } = await newStudy();
  const { steps } = saturationOf(project.db, { order: 'project', rollUp: false });
  const rows = project.db.all<{ id: Uint8Array; codes: number; fresh: number; cumulative: number }>(sql`
    WITH used AS (
      SELECT DISTINCT d.id, d.rank, c.code_id FROM documents d
      JOIN versions v ON v.document_id = d.id JOIN anchors a ON a.version_id = v.id JOIN codings c USING (passage_id)
      WHERE a.status <> 'lost'
        AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.document_id = d.id AND w.number > v.number))
    SELECT d.id,
      (SELECT count(*) FROM used WHERE id = d.id) AS codes,
      (SELECT count(*) FROM used u WHERE u.id = d.id
        AND NOT EXISTS (SELECT 1 FROM used o WHERE o.code_id = u.code_id AND o.rank < u.rank)) AS fresh,
      (SELECT count(DISTINCT code_id) FROM used WHERE rank <= d.rank) AS cumulative
    FROM documents d ORDER BY d.rank`);
  const worked = rows.filter(({ id }) => steps.some(({ documentId }) => documentId === idText(id)));
  expect(worked.length).toBeGreaterThan(3);
  expect(steps.map((step) => [step.documentId, step.codes, step.fresh.length, step.cumulative])).toEqual(
    worked.map((row) => [idText(row.id), row.codes, row.fresh, row.cumulative]),
  );
});

/** @returns all orders of some things */
const ordersOf = <One>(all: readonly One[]): One[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));

test('the mean over all orders is what going through all orders gives', () => {
  const documents = fc.array(fc.uniqueArray(fc.nat(6)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(documents, (all) => {
      const orders = ordersOf(all);
      const expected = all.map((_, index) => {
        const counts = orders.map((order) => new Set(order.slice(0, index + 1).flat()).size);
        return sum(counts) / counts.length;
      });
      expectedCodes(all, 7).forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index] ?? NaN, 10);
      });
    }),
  );
});

test('a study worked out by hand', async () => {
  const made = await makeProject({ memberships: [], values: [], passages: [] });
  const { project, documents, codes, attributes } = made;
  const [group = '', a = '', b = '', c = ''] = codes;
  project.actor = ANNA;
  const kind = attributes[5] ?? '';
  documents.forEach((document, index) => {
    const { result } = createCase(project, `Case ${index}`);
    assignCases(project, document, [{ id: result }]);
    setAttribute(project, kind, { case: result }, index < 2 ? 'rich' : 'poor');
    setReviews(project, document, [a, b, c], true);
  });
  const [first = '', second = '', third = ''] = documents;
  for (const document of [first, second]) applyCodes(project, { document, start: 0, end: 1, codes: [a] });
  applyCodes(project, { document: first, start: 1, end: 3, codes: [a, b] });
  applyCodes(project, { document: third, start: 0, end: 1, codes: [b] });
  const ask = (more: Partial<CrosstabRequest> = {}) =>
    crosstabOf(project.db, { attribute: kind, rollUp: false, ...more });
  const crosstab = ask();
  expect(crosstab.groups.map(({ title, documents: n, cases }) => [title, n, cases])).toEqual([
    ['poor', 2, 2],
    ['rich', 2, 2],
  ]);
  const rowOf = (code: string) => crosstab.rows.find((row) => row.code === code);
  // Two of four cases have A, both rich: 1 of 6 ways each side. B: one of each, the commonest table.
  expect(rowOf(a)).toMatchObject({ observed: [0, 3], expected: [0.6, 2.4], present: [0, 2], absent: [2, 0] });
  expect(rowOf(a)?.exact.p).toBeCloseTo(1 / 3, 12);
  expect(rowOf(a)?.exact.adjusted).toBeCloseTo(2 / 3, 12);
  expect(rowOf(b)).toMatchObject({ observed: [1, 1], present: [1, 1], absent: [1, 1] });
  expect(rowOf(b)?.exact.p).toBeCloseTo(1, 12);
  expect(rowOf(c)?.exact).toEqual({ p: null, adjusted: null, lack: 'constant' });
  // 5 places: 0.36/0.6 + 0.36/2.4 + 0.36/0.4 + 0.36/1.6
  expect(crosstab.association).toMatchObject({ places: 5, degrees: 1 });
  expect(crosstab.association.chiSquare).toBeCloseTo(1.875, 12);
  expect(crosstab.association.cramersV).toBeCloseTo(Math.sqrt(0.375), 12);
  // Rolled up, the place with both codes counts once.
  const rolled = ask({ rollUp: true });
  expect(rolled.rows.map((row) => row.code)).toEqual([group, c]);
  expect(rolled.rows[0]?.observed).toEqual([1, 3]);
  expect(ask({ codes: [c, a, 'gone'] }).rows.map((row) => row.code)).toEqual([a, c]);
  const similarity = similarityOf(project.db, {
    columns: { by: 'document' },
    likeness: 'jaccard',
    rollUp: false,
  });
  expect(similarity).toMatchObject({ without: 1, values: [0.5, 0.5, 0], open: [0, 0, 0] });
  const { steps } = saturationOf(project.db, { order: 'imported', rollUp: false });
  expect(steps.map(({ fresh, cumulative }) => [fresh.length, cumulative])).toEqual([
    [2, 2],
    [0, 2],
    [0, 2],
    [0, 2],
  ]);
});

test('what has several values is in no group, and its cases are in their own', async () => {
  const made = await makeProject({
    memberships: [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    values: [],
    passages: [],
  });
  const { project, documents, cases, codes, attributes } = made;
  project.actor = ANNA;
  const [both = '', south = ''] = documents;
  const [ofDocuments = '', ofCases = ''] = [attributes[0], attributes[5]];
  setAttribute(project, ofCases, { case: cases[0] ?? '' }, 'rich');
  setAttribute(project, ofCases, { case: cases[1] ?? '' }, 'poor');
  setAttribute(project, ofDocuments, { document: both }, 'long');
  setAttribute(project, ofDocuments, { document: south }, 'short');
  for (const document of [both, south])
    applyCodes(project, { document, start: 0, end: 1, codes: codes.slice(3) });
  const ask = (attribute: string) => crosstabOf(project.db, { attribute, rollUp: false });
  const sizes = (attribute: string) =>
    ask(attribute).groups.map(({ title, documents: n, cases: of }) => [title, n, of]);
  expect(sizes(ofCases)).toEqual([
    ['poor', 1, 1],
    ['rich', 0, 1],
  ]);
  expect(ask(ofCases).leftOut).toEqual({
    documents: { none: 2, several: 1 },
    cases: { none: 3, several: 0 },
  });
  expect(ask(ofCases).rows[0]).toMatchObject({ observed: [1, 0], present: [1, 1], residuals: [null, null] });
  // Both cases have the one document, and both have a value.
  expect([ask(ofCases).sharing, ask(ofDocuments).sharing]).toEqual([2, 0]);
  // The first case has one document, the second a long and a short one.
  expect(sizes(ofDocuments)).toEqual([
    ['long', 1, 1],
    ['short', 1, 0],
  ]);
  expect(ask(ofDocuments).leftOut.cases).toEqual({ none: 3, several: 1 });
});

test('what is gone is said to be gone', async () => {
  const { project } = await newStudy();
  const gone = '00000000-0000-7000-8000-000000000000';
  expect(() => crosstabOf(project.db, { attribute: gone, rollUp: false })).toThrow('attribute');
  expect(() => saturationOf(project.db, { order: 'project', rollUp: false, coder: gone })).toThrow('coder');
});
