import type { ReactNode } from 'react';
import { useText } from '../../messages/intl.tsx';
import { attributeOf, type Block, type Column, type Line, textOfCell, type Words } from './model.ts';
import { placeOf, type Sizes } from './sizes.ts';
import type { Of } from './state.ts';

/** What names a cell for the one that has the focus. */
export const cellId = (row: number, column: number): string => `at-${row}-${column}`;

/** The roles of what stands in a row of the table. */
type CellRole = 'gridcell' | 'columnheader' | 'rowheader';

/** What is said of a cell besides. */
interface Said {
  readonly 'aria-label'?: string;
  readonly 'aria-selected'?: boolean;
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-sort'?: 'none' | 'ascending' | 'descending';
}

/**
 * What tells where a cell is, to keys, the mouse and whoever hears the table. Elements of a table could not be placed where
 * only what is in sight is drawn, so that their roles are given.
 */
export const placed = (role: CellRole, row: number, column: number, said: Said) => ({
  role,
  id: cellId(row, column),
  'data-row': row,
  'data-column': column,
  'aria-colindex': column + 1,
  ...said,
});

/** The same of a whole row: its place from 0, with the titles as -1. */
export const placedRow = (row: number) => ({ role: 'row', 'aria-rowindex': row + 2 });

/** What the rows are drawn from. */
export interface Drawn {
  readonly of: Of;
  readonly columns: readonly Column[];
  /** Places of the columns that are drawn. */
  readonly places: readonly number[];
  readonly sizes: Sizes;
  readonly words: Words;
  readonly cursor: { readonly row: number; readonly column: number };
  readonly block: Block;
  /** The field that stands where the cursor is, while a cell is edited. */
  readonly editor: ReactNode;
}

/** @returns what a column is called */
export function useColumnName(of: Of): (column: Column | undefined) => string {
  const t = useText();
  return (column) => {
    const attribute = attributeOf(column);
    if (attribute !== undefined) return attribute.name;
    return t(`caseTable.column.${column?.id === 'members' ? 'members' : 'name'}.${of}`);
  };
}

/** A row of the table; without a line, the one in which a new case is named. */
export function LineRow({ line, row, drawn }: { line: Line | undefined; row: number; drawn: Drawn }) {
  const t = useText();
  const { of, columns, places, sizes, words, cursor, block, editor } = drawn;
  const nameOf = useColumnName(of);
  const name = line?.name ?? t('caseTable.new');
  return (
    <div
      {...placedRow(row)}
      className="at-line"
      style={{ insetBlockStart: row * sizes.row, blockSize: sizes.row }}
    >
      {places.map((at) => {
        const column = columns[at];
        if (column === undefined) return null;
        const isHere = cursor.row === row && cursor.column === at;
        const isIn = row >= block.top && row <= block.bottom && at >= block.start && at <= block.end;
        const value = line === undefined ? '' : textOfCell(line, column, words);
        const heard = { name, column: nameOf(column), value };
        const label =
          line === undefined && at === 0
            ? t('caseTable.new.hint')
            : t(value === '' ? 'caseTable.cell.unset' : 'caseTable.cell', heard);
        const { start, width } = placeOf(sizes, at);
        const isNumber = attributeOf(column)?.kind === 'number';
        const classes = ['at-c'];
        if (at === 0) classes.push('at-name');
        if (isNumber) classes.push('num');
        if (isIn) classes.push('in');
        if (isHere) classes.push('here');
        return (
          <div
            key={column.id}
            {...placed(at === 0 ? 'rowheader' : 'gridcell', row, at, {
              'aria-label': label,
              'aria-selected': isIn,
            })}
            className={classes.join(' ')}
            style={at === 0 ? { inlineSize: width } : { insetInlineStart: start, inlineSize: width }}
          >
            {isHere && editor !== null ? (
              editor
            ) : line === undefined && at === 0 ? (
              <span className="faint">{t('caseTable.new')}</span>
            ) : (
              <bdi className="clip" title={value}>
                {value}
              </bdi>
            )}
          </div>
        );
      })}
    </div>
  );
}
