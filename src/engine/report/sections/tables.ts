import type { CompareCell, CompareColumns, CompareTable } from '../../../contract/compare.ts';
import type { ReportMeasure } from '../../../contract/report.ts';
import { listAttributes } from '../../cases/read.ts';
import { compareTable } from '../../compare/table.ts';
import type { Source } from '../asked.ts';
import type { Block, Cell, Section } from '../model.ts';
import { percent, whole } from '../words.ts';

/** What stands for a cell that nobody has judged, so that it is not taken for a zero. */
const UNJUDGED: Cell = { text: '·', spoken: 'not judged' };

const NOTHING: Cell = { text: '' };

const MEASURES: Readonly<Record<ReportMeasure, string>> = {
  spans: 'distinct passages',
  codings: 'codings of all coders',
  words: 'words that are coded, each once',
  share: 'words that are coded, as a share of all words',
  presence: 'whether the code was found',
};

const NONE = { document: '', case: 'No case', attribute: 'No value' } as const;

/** @returns codes by documents, cases or groups: a table for each that was asked for */
export const tablesSection = (source: Source): Section => ({
  id: 'tables',
  title: 'Comparison',
  entries: [],
  blocks: tables(source),
});

function* tables({ frame, asked }: Source): Generator<Block, void> {
  const { measure, rollUp, scope } = asked;
  for (const columns of asked.tables) {
    const table = compareTable(frame.db, { columns, rollUp, scope });
    const names = table.columns.map(({ id, title }) => (id === 'none' ? NONE[columns.by] : title));
    const codes = [...frame.codes.values()].map(({ node }) => ({
      name: { text: node.name, depth: node.path.length - 1 },
      counts: node.codable || rollUp,
    }));
    const by =
      columns.by === 'attribute'
        ? `“${listAttributes(frame.db).find(({ id }) => id === columns.attribute)?.name}”`
        : columns.by;
    yield {
      kind: 'table',
      caption: `Codes by ${by}: ${MEASURES[measure]}${rollUp ? ', with the codes under each' : ''}`,
      columns: [{ title: 'Code' }, ...[...names, 'All'].map((title) => ({ title, isNumber: true }))],
      rows: rowsOf(table, codes, measure),
    };
    yield { kind: 'paragraph', look: 'note', text: noteOn(columns, measure) };
  }
}

function* rowsOf(
  table: CompareTable,
  codes: readonly { readonly name: Cell; readonly counts: boolean }[],
  measure: ReportMeasure,
): Generator<readonly Cell[], void> {
  const cells = new Map<number, Map<number, CompareCell>>();
  for (const cell of table.cells)
    cells.set(cell.row, (cells.get(cell.row) ?? new Map()).set(cell.column, cell));
  for (const [row, { name, counts }] of codes.entries()) {
    const show = (cell: CompareCell | undefined, words: number) =>
      counts || (cell?.spans ?? 0) > 0 ? shown(cell, words, measure) : NOTHING;
    yield [
      name,
      ...table.columns.map(({ words }, column) => show(cells.get(row)?.get(column), words)),
      show(table.rows[row], table.words),
    ];
  }
  yield [
    { text: 'All codes' },
    ...table.columns.map(({ words }, column) => shown(table.all[column], words, measure)),
    shown(table.all.at(-1), table.words, measure),
  ];
}

function shown(cell: CompareCell | undefined, words: number, measure: ReportMeasure): Cell {
  if (!cell || cell.presence === null) return UNJUDGED;
  if (measure === 'presence') return { text: cell.presence === 1 ? 'yes' : 'no' };
  if (measure !== 'share') return { text: whole(cell[measure]) };
  return words === 0 ? UNJUDGED : { text: percent(cell.words / words) };
}

function noteOn({ by }: CompareColumns, measure: ReportMeasure): string {
  const absent = measure === 'presence' ? '“no”' : measure === 'share' ? '0.0%' : '0';
  const presence = `${absent} means absent: somebody reviewed all documents of the column for the code as it reads now, and found nothing. A dot (·) means that nobody has judged: it is no zero. Codes that only group others have no cells of their own.`;
  const unions =
    by === 'document'
      ? 'The last column takes all documents together.'
      : 'A document that belongs to several columns counts in each; the last column counts every document once.';
  return `${presence} ${unions}`;
}
