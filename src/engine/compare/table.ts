import { CellWriter, type CountedTable, listed } from '../../contract/cells.ts';
import type { CompareCell, CompareColumns, CompareTable } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';
import { readFrame } from '../dataset/frame.ts';
import type { Sql } from '../store/sql.ts';
import { type Tallied, Tally, talliedOf } from './cells.ts';
import { columnsOf } from './columns.ts';
import { CELL, Counter, type DocumentCounts } from './count.ts';
import { factsIn } from './kept-facts.ts';
import { coderIn, numberingOf } from './numbering.ts';
import { readReviews } from './reviews.ts';
import { rowsOf } from './rows.ts';

/** What a table is made of; the contract says what each means. */
export interface CompareRequest {
  readonly columns: CompareColumns;
  readonly rollUp: boolean;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
}

/** The same as `countTable`, with an object a cell. */
export const compareTable = (db: Sql, request: CompareRequest): CompareTable =>
  listed(countTable(db, request));

/**
 * Counts codes by documents, cases or groups.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function countTable(db: Sql, { columns: by, rollUp, coder, scope }: CompareRequest): CountedTable {
  const frame = readFrame(db, { scope });
  const columns = columnsOf(frame, by);
  const numbering = numberingOf(db);
  const rows = rowsOf([...frame.codes.values()], numbering, rollUp);
  const counter = new Counter(rows, coderIn(db, coder));
  const facts = factsIn(db, scope);
  const reviews = readReviews(frame);
  const counts = new Map<string, DocumentCounts>();
  for (const { id } of frame.documents) counts.set(id, counter.count(facts.get(id), reviews.get(id) ?? []));

  const tally = new Tally(rows.count);
  const everything = frame.codes.size;
  const cells = new CellWriter([...counts.values()].reduce((sum, one) => sum + one.cells.length / CELL, 0));
  const all: CompareCell[] = [];
  columns.forEach(({ documents }, column) => {
    let whole: Tallied = { ...NOT_JUDGED, row: -1 };
    tally.of(
      documents.flatMap((id) => counts.get(id) ?? []),
      (row, spans, codings, words) => {
        if (row < everything) cells.add(row, spans, codings, words);
        else whole = talliedOf(-1, spans, codings, words);
      },
    );
    cells.endColumn();
    all.push({ ...whole, column });
  });
  const totals = Array.from({ length: rows.count }, (_, row): Tallied => ({ ...NOT_JUDGED, row }));
  tally.of([...counts.values()], (row, ...told) => {
    totals[row] = talliedOf(row, ...told);
  });
  const whole = totals.pop() ?? { ...NOT_JUDGED, row: everything };
  all.push({ ...whole, row: -1, column: -1 });
  return {
    columns,
    words: frame.documents.reduce((sum, document) => sum + document.words, 0),
    codes: [...frame.codes.keys()],
    cells: cells.written(),
    rows: totals.map((total) => ({ ...total, column: -1 })),
    all,
  };
}

const NOT_JUDGED = { spans: 0, codings: 0, words: 0, presence: null } as const;
