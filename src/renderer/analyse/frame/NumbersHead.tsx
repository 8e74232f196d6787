import { useText } from '../../messages/intl.tsx';
import { announce } from '../../ui/announce.ts';
import type { ShownTable } from './shown.ts';
import { nextSorting, type Sorting } from './sorted.ts';
import type { Columns } from './useColumns.ts';

/** What a title says of how the rows stand. */
const orderOf = (sorting: Sorting | null, column: number) =>
  sorting?.column !== column ? 'none' : sorting.descending ? 'descending' : 'ascending';

/** The titles of the columns; each sorts by its column. */
export function NumbersHead({
  table,
  columns,
  sorting,
  onSort,
}: {
  table: ShownTable;
  columns: Columns;
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
}) {
  const t = useText();
  const sort = (column: number, title: string, numeric: boolean) => {
    const next = nextSorting(sorting, column, numeric);
    onSort(next);
    announce(
      next === null
        ? t('analyse.sorted.picture')
        : t(next.descending ? 'analyse.sorted.down' : 'analyse.sorted.up', { column: title }),
    );
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    // biome-ignore lint/a11y/useSemanticElements: see Numbers
    <div
      role="row"
      aria-rowindex={1}
      className="ana-line ana-head"
      style={{ gridTemplateColumns: columns.template }}
    >
      {table.columns.map(({ title, numeric = false }, column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
        // biome-ignore lint/a11y/useSemanticElements: see Numbers
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          key={column}
          role="columnheader"
          aria-sort={orderOf(sorting, column)}
          className={numeric ? 'fig' : 'clip'}
        >
          <button type="button" className="clip" onClick={() => sort(column, title, numeric)}>
            <bdi>{title}</bdi>
            <span aria-hidden="true" className={`ana-sort ${orderOf(sorting, column)}`} />
          </button>
        </div>
      ))}
    </div>
  );
}
