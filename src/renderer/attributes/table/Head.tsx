import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useText } from '../../messages/intl.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type Drawn, placed, placedRow, useColumnName } from './Cells.tsx';
import { placeOf } from './sizes.ts';
import { useAttributeTable } from './state.ts';

/** The titles of the columns, each with its menu, and the way to a new attribute at their end. */
export function Head({ drawn, canWrite }: { drawn: Drawn; canWrite: boolean }) {
  const t = useText();
  const { of, columns, places, sizes, cursor } = drawn;
  const sorting = useAttributeTable((table) => table.sorting);
  const nameOf = useColumnName(of);
  const isAdd = cursor.row === -1 && cursor.column === columns.length;
  return (
    <div {...placedRow(-1)} className="at-top" style={{ blockSize: sizes.row }}>
      {places.map((at) => {
        const column = columns[at];
        if (column === undefined) return null;
        const { start, width } = placeOf(sizes, at);
        const isSorted = sorting?.column === column.id;
        const classes = ['at-h'];
        if (at === 0) classes.push('at-name');
        if (cursor.row === -1 && cursor.column === at) classes.push('here');
        return (
          <div
            key={column.id}
            {...placed('columnheader', -1, at, {
              'aria-haspopup': 'menu',
              'aria-sort': isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none',
            })}
            className={classes.join(' ')}
            style={at === 0 ? { inlineSize: width } : { insetInlineStart: start, inlineSize: width }}
          >
            <bdi className="clip" title={nameOf(column)}>
              {nameOf(column)}
            </bdi>
            {isSorted ? <Icon of={sorting.descending ? ArrowDown : ArrowUp} size={12} /> : null}
          </div>
        );
      })}
      {canWrite ? (
        <div
          {...placed('columnheader', -1, columns.length, {
            'aria-haspopup': 'dialog',
          })}
          className={isAdd ? 'at-h at-add here' : 'at-h at-add'}
          title={t('caseTable.column.add')}
          style={{ insetInlineStart: placeOf(sizes, columns.length).start, inlineSize: sizes.add }}
        >
          <Icon of={Plus} />
          <span className="hidden-visually">{t('caseTable.column.add')}</span>
        </div>
      ) : null}
    </div>
  );
}
