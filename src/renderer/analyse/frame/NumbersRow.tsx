import { useIntl } from 'react-intl';
import type { ShownCell, ShownColumn, ShownTable } from './shown.ts';
import type { Columns } from './useColumns.ts';

/** Gives how what stands in a column is written; what is not known as the table says. */
function useWritten(): (value: ShownCell, column: ShownColumn, unknown: string) => string {
  const { formatNumber } = useIntl();
  return (value, { percent = false }, unknown) =>
    value === null
      ? unknown
      : typeof value === 'string'
        ? value
        : percent
          ? formatNumber(value, { style: 'percent', maximumFractionDigits: 1 })
          : formatNumber(value, { maximumFractionDigits: 3 });
}

/** A line of the table, at its place among all of them. */
export function NumbersRow({
  row,
  place,
  top,
  isHere,
  size,
  table,
  columns,
}: {
  /** Its place among the rows of the table. */
  row: number;
  /** Its place among them as they are sorted. */
  place: number;
  /** Where it stands in what is scrolled, px. */
  top: number;
  isHere: boolean;
  /** Its height, px. */
  size: number;
  table: ShownTable;
  columns: Columns;
}) {
  const written = useWritten();
  const cells = table.cells(row);
  const classes = ['ana-line'];
  if (isHere) classes.push('here');
  if (table.open(row) !== undefined) classes.push('opens');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the table has the focus, and names its active row
    // biome-ignore lint/a11y/useSemanticElements: see Numbers
    <div
      role="row"
      id={`ana-row-${place}`}
      data-place={place}
      aria-rowindex={place + 2}
      aria-selected={isHere}
      className={classes.join(' ')}
      style={{ insetBlockStart: top, blockSize: size, gridTemplateColumns: columns.template }}
    >
      {table.columns.map((column, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useSemanticElements: see Numbers
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          key={index}
          role="gridcell"
          className={column.numeric === true ? 'fig' : 'clip'}
        >
          <bdi>{written(cells[index] ?? null, column, table.unknown ?? '')}</bdi>
        </div>
      ))}
    </div>
  );
}
