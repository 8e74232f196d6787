import type { CellQuote, CompareColumns, QuoteCell, QuoteSort } from '../../../contract/compare.ts';
import type { Scope } from '../../../contract/scope.ts';
import { branch } from '../../codebook/tree.ts';
import { readFrame } from '../../dataset/frame.ts';
import { idList } from '../../scope/ids.ts';
import { narrow } from '../../scope/narrow.ts';
import type { Sql } from '../../store/sql.ts';
import { columnsOf } from '../columns.ts';
import { coderIn } from '../numbering.ts';
import { type FoundIn, foundIn } from './found.ts';
import { type CellOf, placesOf } from './places.ts';
import { reviewersOf } from './reviewers.ts';
import { summariesOf } from './summaries.ts';
import { toQuote } from './words.ts';

/** What is asked of the quote board; the contract says what each means. */
export interface QuotesRequest {
  readonly columns: CompareColumns;
  readonly rollUp: boolean;
  readonly coder?: string | undefined;
  readonly codes: readonly string[];
  readonly among: readonly string[];
  readonly sort: QuoteSort;
  readonly from: number;
  readonly most: number;
  readonly scope?: Scope | undefined;
}

/** A code that stands in a row, with those that count as it. */
export interface BoardRow {
  readonly code: string;
  readonly codes: readonly string[];
}

/**
 * Gives the quotes in some cells of a comparison. How many there are is known from what the table counted; only the documents
 * that hold the wanted ones are read.
 * @param db within a read transaction, so that all of it is of one moment
 * @returns the cells of each code in turn, in the order asked for
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function compareQuotes(db: Sql, request: QuotesRequest): QuoteCell[] {
  const { coder, scope } = request;
  const frame = readFrame(db, { scope });
  const nodes = [...frame.codes.values()].map(({ node }) => node);
  const rows = request.codes
    .filter((code) => frame.codes.has(code))
    .map((code): BoardRow => ({ code, codes: request.rollUp ? branch(nodes, code) : [code] }));
  const all = new Map(columnsOf(frame, request.columns).map((column) => [column.id, column]));
  const columns = request.among.flatMap((id) => all.get(id) ?? []);
  coderIn(db, coder);

  const found = foundIn(db, { rows, columns, coder, scope });
  const reviewers = reviewersOf(frame, { rows, columns, coder });
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const ofCell = ({ row }: { row: BoardRow }, within: readonly string[]): CellOf => ({
    codes: row.codes,
    within,
    narrowing: narrow(db, scope, idList(within)),
    coder,
  });
  const summaries = summariesOf(frame, cells, request.columns.by, ofCell);
  return cells.map((cell): QuoteCell => {
    const { row, column } = cell;
    const counts = found(row, column);
    const page = pageOf(counts, request);
    return {
      code: row.code,
      column: column.id,
      total: counts.total,
      quotes: page.within.length === 0 ? [] : quotesOf(db, ofCell(cell, page.within), page.offset, request),
      reviewers: counts.total > 0 ? [] : reviewers(row, column),
      summaries: summaries(row, column, counts),
    };
  });
}

const quotesOf = (db: Sql, cell: CellOf, offset: number, { sort, most }: QuotesRequest): CellQuote[] =>
  placesOf(db, cell, { sort, offset, limit: most }).map((place) => toQuote(db, place));

/** In the order of the texts a page of quotes lies in few documents; in another all of them have to be looked at. */
function pageOf(
  { documents, total }: FoundIn,
  { sort, from, most }: QuotesRequest,
): { within: readonly string[]; offset: number } {
  if (from >= total) return { within: [], offset: 0 };
  if (sort !== 'document') return { within: [...documents.keys()], offset: from };
  const within: string[] = [];
  let before = 0;
  let skipped = 0;
  for (const [id, count] of documents) {
    if (before + count <= from) skipped += count;
    else if (before < from + most) within.push(id);
    before += count;
  }
  return { within, offset: from - skipped };
}
