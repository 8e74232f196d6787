import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CellQuote, QuoteCell } from '../../../contract/compare.ts';
import { api } from '../../client/shell.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import type { Sheet } from '../sheet.ts';
import { useComparison } from '../view.ts';
import { cellKey } from './state.ts';

/** Cells are asked for in tiles of so many rows and columns, so that scrolling by one asks for nothing twice. */
const TILE = 4;

/** How many further quotes of a cell come at once, as one steps through them. */
const AHEAD = 12;

/** What every question about the board is asked with. */
export function useQuotesInput() {
  const { columns, rollUp, coder, quoteSort: sort } = useComparison();
  const scoped = useScopeInput();
  return useMemo(
    () => ({ columns, rollUp, sort, ...(coder === null ? {} : { coder }), ...scoped }),
    [columns, rollUp, coder, sort, scoped],
  );
}

const tilesOf = (places: readonly number[]): number[] => [
  ...new Set(places.map((place) => Math.floor(place / TILE))),
];

const idsIn = (ids: readonly string[], tile: number) => ids.slice(tile * TILE, (tile + 1) * TILE);

/**
 * Asks for the cells in sight.
 * @param rows places of the rows that are drawn
 * @param columns places of the columns that are drawn
 * @returns what is known of them, by `cellKey`
 */
export function useBoardCells(
  sheet: Sheet,
  rows: readonly number[],
  columns: readonly number[],
): ReadonlyMap<string, QuoteCell> {
  const input = useQuotesInput();
  const codes = useMemo(() => sheet.rows.map(({ code }) => code.id), [sheet]);
  const among = useMemo(() => sheet.columns.map(({ id }) => id), [sheet]);
  const tiles = tilesOf(rows).flatMap((row) =>
    tilesOf(columns).map((column) => ({ codes: idsIn(codes, row), among: idsIn(among, column) })),
  );
  return useQueries({
    queries: tiles
      .filter((tile) => tile.codes.length > 0 && tile.among.length > 0)
      .map((tile) => api.compare.quotes.queryOptions({ input: { ...input, ...tile } })),
    combine: byCell,
  });
}

function byCell(answers: readonly { data: QuoteCell[] | undefined }[]): ReadonlyMap<string, QuoteCell> {
  return new Map(
    answers
      .flatMap(({ data }) => data ?? [])
      .map((cell): [string, QuoteCell] => [cellKey(cell.code, cell.column), cell]),
  );
}

/**
 * The quote of a cell that is shown; the first is known with the cell, others are asked for as one steps to them.
 * @param at which one, from 0
 * @returns undefined until it is known
 */
export function useQuoteAt(
  cell: QuoteCell | undefined,
  code: string,
  column: string,
  at: number,
): CellQuote | undefined {
  const input = useQuotesInput();
  const from = Math.floor(at / AHEAD) * AHEAD;
  const { data } = useQuery({
    ...api.compare.quotes.queryOptions({
      input: { ...input, codes: [code], among: [column], from, most: AHEAD },
    }),
    enabled: at > 0,
  });
  return at === 0 ? cell?.quotes[0] : data?.[0]?.quotes[at - from];
}
