import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompareColumns, CompareTable, QuoteCell } from '../../../src/contract/compare.ts';
import { QUOTE_SORTS } from '../../../src/contract/compare.ts';
import type { QuoteRow } from '../../../src/contract/passages.ts';
import { compareQuotes, type QuotesRequest } from '../../../src/engine/compare/quotes/quotes.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { projectModel, scopeModel, scopeOf } from '../scope/projects.ts';
import { type Judged, judgedModel, makeJudged } from './projects.ts';

const study = fc.record({
  project: projectModel,
  judged: judgedModel,
  asked: fc.array(
    fc.record({
      scope: fc.option(scopeModel, { nil: undefined }),
      layout: fc.nat(11),
      rollUp: fc.boolean(),
      coder: fc.constantFrom(null, 0, 1),
      sort: fc.constantFrom(...QUOTE_SORTS),
    }),
    { minLength: 4, maxLength: 10 },
  ),
});

function layout({ attributes }: Judged, number: number): CompareColumns {
  const attribute = attributes[number - 2];
  if (attribute !== undefined) return { by: 'attribute', attribute };
  return { by: number === 0 ? 'document' : 'case' };
}

const placeOf = ({
  documentId,
  start,
  end,
  region,
}: Pick<QuoteRow, 'documentId' | 'start' | 'end' | 'region'>) =>
  JSON.stringify([documentId, start, end, region]);

/** The places of a cell as the list of passages has them: each once, in the order of the texts. */
function listed(
  made: Judged,
  { scope, rollUp, coder }: QuotesRequest,
  code: string,
  documents: readonly string[],
) {
  const rows = documents.flatMap((document) => {
    const filter = { document, code, below: rollUp, coder, scope };
    return listPassages(made.project.db, filter, { offset: 0, limit: 5000 }).rows;
  });
  const places = new Map<string, QuoteRow>();
  for (const row of rows) {
    const key = placeOf(row);
    if (row.status !== 'lost' && !places.has(key)) places.set(key, row);
  }
  return places;
}

function looksAt(made: Judged, request: QuotesRequest, table: CompareTable, cell: QuoteCell): void {
  const column = table.columns.findIndex(({ id }) => id === cell.column);
  const row = table.codes.indexOf(cell.code);
  const counted = table.cells.find((one) => one.row === row && one.column === column);
  expect(cell.total).toBe(counted?.spans ?? 0);
  expect(cell.quotes).toHaveLength(cell.total);
  const places = listed(made, request, cell.code, table.columns[column]?.documents ?? []);
  const keys = cell.quotes.map(placeOf);
  if (request.sort === 'document') expect(keys).toEqual([...places.keys()]);
  else expect(keys.toSorted()).toEqual([...places.keys()].toSorted());
  for (const quote of cell.quotes) {
    const { line, paragraph, page, language } = places.get(placeOf(quote)) ?? {};
    expect(quote).toMatchObject({ line, paragraph, page: page?.label ?? null, language });
  }
  const lengths = cell.quotes.map(({ start, end }) => end - start);
  if (request.sort === 'length') expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  if (counted?.presence === 0) expect(cell.reviewers.length).toBeGreaterThan(0);
}

test('every cell holds the places that the table counts and the list of passages lists', {
  timeout: 240_000,
}, async () => {
  let quotes = 0;
  await fc.assert(
    fc.asyncProperty(study, async ({ project: model, judged, asked }) => {
      const made = await makeJudged(model, judged);
      for (const one of asked) {
        const coder = one.coder === null ? undefined : made.coders[one.coder];
        const scope = one.scope && scopeOf(made, one.scope);
        const more = { columns: layout(made, one.layout), rollUp: one.rollUp, coder, scope };
        const { db } = made.project;
        const table = compareTable(db, more);
        const request = {
          ...more,
          codes: table.codes,
          among: table.columns.map(({ id }) => id),
          sort: one.sort,
          from: 0,
          most: 5000,
        };
        const cells = compareQuotes(db, request);
        expect(cells.map(({ code, column }) => [code, column])).toEqual(
          table.codes.flatMap((code) => table.columns.map(({ id }) => [code, id])),
        );
        for (const cell of cells) looksAt(made, request, table, cell);
        // Asked for one after the other they are the same.
        const second = compareQuotes(db, { ...request, from: 1, most: 1 });
        expect(second.map((cell) => cell.quotes)).toEqual(cells.map((cell) => cell.quotes.slice(1, 2)));
        quotes += cells.reduce((sum, { total }) => sum + total, 0);
      }
      made.project.close();
    }),
    { numRuns: 30 },
  );
  expect(quotes).toBeGreaterThan(0);
});
