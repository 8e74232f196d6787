import type { CodeRow } from '../contract/codes.ts';
import type { CompareCell, CompareTable } from '../contract/compare.ts';
import { escapeText, record } from '../engine/dataset/csv.ts';

/** What a table can show; the first is the usual one. */
export const MEASURES = ['spans', 'codings', 'words', 'share', 'density', 'presence'] as const;
export type Measure = (typeof MEASURES)[number];

/** A table and how its rows and columns are called. */
export interface NamedTable {
  readonly table: CompareTable;
  readonly codes: readonly CodeRow[];
  /** How the column of what has no case or no value is called. */
  readonly none: string;
}

/** So many words a density is for: plans of other lengths are compared by it. */
const DENSITY_WORDS = 10_000;

/** What stands for a cell that nobody has judged, so that it is not taken for a zero. */
const UNJUDGED = '·';

/**
 * @returns the table as CSV, written as the dataset's: a row a code, with its id and path, then a column each; shares as
 * proportions from 0 to 1; a cell that nobody has judged is empty
 */
export function tableCsv({ table, codes, none }: NamedTable, measure: Measure): string {
  const titles = table.columns.map(({ id, title }) => (id === 'none' ? none : title));
  const paths = pathsOf(codes);
  const cells = cellsByRow(table);
  const lines = table.codes.map((id, row) => {
    const values = table.columns.map((column, index) =>
      valueIn(cells.get(row)?.get(index), column.words, measure),
    );
    const shown = values.map((value) => (value === null ? '' : decimal(value, measure)));
    return record([id, escapeText(paths.get(id) ?? ''), ...shown]);
  });
  return [record(['code_id', 'code_path', ...titles.map(escapeText)]), ...lines].join('');
}

/**
 * @returns the table as lines for people: first what its columns are, numbered, then the codes as a tree, with everything
 * together at the end of each line and in the last
 */
export function tableLines({ table, codes, none }: NamedTable, measure: Measure): string[] {
  const named = new Map(codes.map(({ id, name, depth }) => [id, `${'  '.repeat(depth)}${name}`]));
  const shown = (cell: CompareCell | undefined, words: number) => {
    const value = valueIn(cell, words, measure);
    if (value === null) return UNJUDGED;
    if (measure === 'density') return value.toFixed(1);
    return measure === 'share' ? `${(value * 100).toFixed(1)}%` : String(value);
  };
  const line = (title: string, cellIn: (column: number) => CompareCell | undefined, all?: CompareCell) => [
    title,
    ...table.columns.map(({ words }, column) => shown(cellIn(column), words)),
    shown(all, table.words),
  ];
  const cells = cellsByRow(table);
  return [
    ...table.columns.map(({ id, title }, column) => `${column + 1}  ${id === 'none' ? none : title}`),
    '',
    ...aligned([
      ['', ...table.columns.map((_, column) => String(column + 1)), 'all'],
      ...table.codes.map((id, row) =>
        line(named.get(id) ?? '', (column) => cells.get(row)?.get(column), table.rows[row]),
      ),
      line('all codes', (column) => table.all[column], table.all.at(-1)),
    ]),
    '',
    `${UNJUDGED} not judged`,
  ];
}

/** @returns the first cells of all lines filled up to one width, the others to another before them */
function aligned(grid: readonly (readonly string[])[]): string[] {
  // Not by Math.max(…): a large table has more cells than a call may have arguments.
  const widest = (width: number, cell: string) => Math.max(width, cell.length);
  const first = grid.reduce((width, [title = '']) => widest(width, title), 0);
  const other = grid.reduce((width, [, ...cells]) => cells.reduce(widest, width), 0);
  return grid.map(([title = '', ...cells]) =>
    [title.padEnd(first), ...cells.map((cell) => cell.padStart(other))].join('  ').trimEnd(),
  );
}

/** @returns null where nobody has judged, or where there are no words to share */
function valueIn(cell: CompareCell | undefined, words: number, measure: Measure): number | null {
  if (!cell || cell.presence === null) return null;
  if (measure !== 'share' && measure !== 'density') return cell[measure];
  if (words === 0) return null;
  return measure === 'share' ? cell.words / words : (cell.spans / words) * DENSITY_WORDS;
}

/** As the dataset writes shares: six digits after the point. */
const decimal = (value: number, measure: Measure) =>
  measure === 'share' || measure === 'density' ? value.toFixed(6) : String(value);

const pathsOf = (codes: readonly CodeRow[]) => new Map(codes.map(({ id, path }) => [id, path]));

/** @returns the cells by row, then column */
function cellsByRow({ cells }: CompareTable): Map<number, Map<number, CompareCell>> {
  const rows = new Map<number, Map<number, CompareCell>>();
  for (const cell of cells) rows.set(cell.row, (rows.get(cell.row) ?? new Map()).set(cell.column, cell));
  return rows;
}
