import { markerOf } from './markers.ts';
import type { Draft } from './paragraphs.ts';
import type { Part, Row } from './rows.ts';

/** A stretch of a row without wide gaps: what may be a cell. */
interface Cell {
  readonly parts: readonly Part[];
  readonly left: number;
  readonly right: number;
}

/** From here on, in shares of the type size, a gap may part cells. */
const CELL_GAP = 1;

/** Fewer rows than this are no table: two lines may be alike by chance. */
const FEWEST_ROWS = 3;

/** More rows than this are on no page; a bound, so that what is no table costs little. */
const MOST_ROWS = 300;

function cellsOf({ parts, size }: Row): Cell[] {
  const cells: { parts: Part[]; left: number; right: number }[] = [];
  for (const part of parts) {
    const last = cells.at(-1);
    if (last && part.left - last.right < size * CELL_GAP) {
      last.parts.push(part);
      last.right = Math.max(last.right, part.right);
    } else cells.push({ parts: [part], left: part.left, right: part.right });
  }
  return cells;
}

interface CellRow {
  readonly row: Row;
  readonly cells: readonly Cell[];
}

/** Whether a row may be one of a table: it has cells, and is neither an item of a list nor a line of a program. */
function mayBeRow({ row, cells }: CellRow): boolean {
  if (cells.length < 2 || row.isTyped) return false;
  const first = cells[0]?.parts.map(({ line }) => line.text).join('') ?? '';
  return !(cells.length === 2 && markerOf({ text: `${first} x` }) !== null);
}

function isNext(a: Row, b: Row): boolean {
  const step = b.base - a.base;
  return a.column === b.column && step > 0 && step < a.size * 4;
}

/** The columns that the cells of all rows make, from left to right; null where two cells of a row fall into one. */
function columnsOf(rows: readonly CellRow[]): { left: number; right: number }[] | null {
  const cells = rows.flatMap((one) => one.cells).sort((a, b) => a.left - b.left);
  const columns: { left: number; right: number; cells: number }[] = [];
  for (const { left, right } of cells) {
    const last = columns.at(-1);
    if (last && left < last.right) {
      last.right = Math.max(last.right, right);
      last.cells++;
    } else columns.push({ left, right, cells: 1 });
  }
  const isOwn = rows.every((one) => {
    const own = one.cells.map(({ left }) => columns.findIndex((column) => left < column.right));
    return new Set(own).size === own.length;
  });
  // A column that only one row has is a gap in a sentence rather than a column.
  return isOwn && columns.length >= 2 && columns.every((column) => column.cells >= 2) ? columns : null;
}

/** A table's rows. */
interface Table {
  readonly rows: readonly CellRow[];
  readonly columns: readonly { readonly left: number; readonly right: number }[];
}

/** Whether rows are entries of a table of contents: titles and the pages they are on. */
function areContents(rows: readonly CellRow[]): boolean {
  let last = 0;
  return rows.every(({ row, cells }) => {
    const page = Number(/\d{1,4}$/.exec(row.text)?.[0] ?? Number.NaN);
    const isNext = row.isEntry && cells.length === 2 && page >= last;
    last = page;
    return isNext;
  });
}

/** The longest table that begins at a row. */
function tableAt(rows: readonly CellRow[], from: number): Table | null {
  const own: CellRow[] = [];
  for (let at = from; at < rows.length; at++) {
    const one = rows[at];
    const before = own.at(-1);
    if (!one || own.length >= MOST_ROWS || !mayBeRow(one) || (before && !isNext(before.row, one.row))) break;
    own.push(one);
  }
  if (own.length < FEWEST_ROWS || areContents(own)) return null;
  const columns = columnsOf(own);
  return columns && { rows: own, columns };
}

const cellRow = (row: Row, { parts, left, right }: Cell): Row => ({
  ...row,
  parts,
  left,
  right,
  isEntry: false,
  text: parts.map(({ gap, line }, index) => (index > 0 ? gap : '') + line.text).join(''),
});

function* draftsOf({ rows, columns }: Table, table: number): Generator<Draft> {
  for (const [number, { row, cells }] of rows.entries()) {
    let last = -1;
    for (const cell of cells) {
      const column = columns.findIndex(({ right }) => cell.left < right);
      // Empty cells keep their tabs, as in any table of a canonical text.
      const tabs = '\t'.repeat(Math.max(0, column - Math.max(last, 0)));
      const after = last >= 0 ? tabs : number > 0 ? `\n${tabs}` : `\n\n${tabs}`;
      yield {
        kind: 'table_cell',
        level: null,
        cell: { table, row: number, column },
        rows: [cellRow(row, cell)],
        after,
      };
      last = column;
    }
  }
}

/** Numbers the tables of a document from 0. */
export type Counter = () => number;

/** Cells as the file's tags tell them apart: each element is one, and what begins further left begins a row. */
function taggedDrafts(rows: readonly Row[], table: number): Draft[] {
  const drafts: Draft[] = [];
  let [number, column] = [0, 0];
  for (const row of rows) {
    const last = drafts.at(-1);
    const before = last?.rows.at(-1);
    if (last && before && before.element === row.element) {
      last.rows.push(row);
      continue;
    }
    const isNewRow = before !== undefined && row.left < before.left - row.size / 2;
    if (isNewRow) [number, column] = [number + 1, 0];
    else if (before) column++;
    const after = isNewRow ? '\n' : before ? '\t' : '\n\n';
    drafts.push({
      kind: 'table_cell',
      level: null,
      cell: { table, row: number, column },
      rows: [row],
      after,
    });
  }
  return drafts;
}

const isTaggedCell = (row: Row | undefined): boolean =>
  (row?.tag === 'TD' || row?.tag === 'TH') && row.element !== null;

/**
 * Parts a page's rows into tables, whose cells are blocks already, and the rows between them.
 * A table is what is tagged as one, or at least three rows below each other whose parts make columns.
 */
export function* partTables(
  rows: readonly Row[],
  count: Counter,
): Generator<{ readonly rows: readonly Row[] } | { readonly drafts: readonly Draft[] }> {
  const all = rows.map((row) => ({ row, cells: cellsOf(row) }));
  let plain: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (isTaggedCell(rows[end])) end++;
    const table = end > at ? null : tableAt(all, at);
    const row = rows[at];
    if (end === at && table === null) {
      if (row) plain.push(row);
      at++;
      continue;
    }
    if (plain.length > 0) yield { rows: plain };
    plain = [];
    const number = count();
    yield { drafts: table ? [...draftsOf(table, number)] : taggedDrafts(rows.slice(at, end), number) };
    at = table ? at + table.rows.length : end;
  }
  if (plain.length > 0) yield { rows: plain };
}
