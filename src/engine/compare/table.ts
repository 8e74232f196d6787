import type { CompareCell, CompareColumns, CompareTable } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';
import { readFrame } from '../dataset/frame.ts';
import type { Sql } from '../store/sql.ts';
import { Tally } from './cells.ts';
import { columnsOf } from './columns.ts';
import { Counter, type DocumentCounts } from './count.ts';
import { factsIn } from './facts.ts';
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

/**
 * Counts codes by documents, cases or groups.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function compareTable(db: Sql, { columns: by, rollUp, coder, scope }: CompareRequest): CompareTable {
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
  const cells: CompareCell[] = [];
  const all: CompareCell[] = [];
  columns.forEach(({ documents }, column) => {
    const tallied = tally.of(documents.flatMap((id) => counts.get(id) ?? []));
    for (const { row, ...counted } of tallied) if (row < everything) cells.push({ row, column, ...counted });
    all.push({ ...NOT_JUDGED, ...tallied.find(({ row }) => row === everything), row: -1, column });
  });
  const whole = new Map(tally.of([...counts.values()]).map((counted) => [counted.row, counted]));
  all.push({ ...NOT_JUDGED, ...whole.get(everything), row: -1, column: -1 });
  return {
    columns,
    words: frame.documents.reduce((sum, document) => sum + document.words, 0),
    codes: [...frame.codes.keys()],
    cells,
    rows: Array.from({ length: everything }, (_, row) => ({
      ...NOT_JUDGED,
      ...whole.get(row),
      row,
      column: -1,
    })),
    all,
  };
}

const NOT_JUDGED = { spans: 0, codings: 0, words: 0, presence: null } as const;
