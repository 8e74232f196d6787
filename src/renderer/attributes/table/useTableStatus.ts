import { useEffect, useMemo } from 'react';
import { useText } from '../../messages/intl.tsx';
import { NO_STATUS, useViewStatus } from '../../state/viewStatus.ts';
import { useColumnName } from './Cells.tsx';
import { attributeOf, groupsOf, textOfCell, type Words } from './model.ts';
import { type Cursor, useAttributeTable } from './state.ts';
import type { Shown } from './useLines.ts';

/** So many groups are told in the status line. */
const TOLD = 6;

/** Tells the status line where one is, how many rows there are, and how many say what in the present column. */
export function useTableStatus({ columns, lines, outside }: Shown, cursor: Cursor, words: Words): void {
  const t = useText();
  const of = useAttributeTable((table) => table.of);
  const nameOf = useColumnName(of);
  const column = columns[cursor.column];
  const line = lines[cursor.row];
  const title = nameOf(column);
  const value = line === undefined || column === undefined ? '' : textOfCell(line, column, words);
  const place =
    line === undefined
      ? title
      : t(value === '' ? 'caseTable.cell.unset' : 'caseTable.cell', {
          name: line.name,
          column: title,
          value,
        });
  const sums = useMemo(() => {
    const counts = t('caseTable.counts', { of, lines: lines.length, outside });
    const attribute = attributeOf(column);
    if (column === undefined || attribute === undefined) return counts;
    const groups = groupsOf(lines, column, words);
    const isGrouping = attribute.kind === 'choice' || attribute.kind === 'boolean' || groups.length <= TOLD;
    const said = isGrouping
      ? groups
          .slice(0, TOLD)
          .map(([label, count]) =>
            label === null ? t('caseTable.group.unset', { count }) : t('caseTable.group', { label, count }),
          )
      : [t('caseTable.group.set', { count: lines.filter(({ values }) => values.has(attribute.id)).length })];
    if (isGrouping && groups.length > TOLD)
      said.push(t('caseTable.groups.more', { more: groups.length - TOLD }));
    return `${counts} · ${t('caseTable.groups', { column: attribute.name, groups: said.join(' · ') })}`;
  }, [t, of, lines, outside, column, words]);
  useEffect(() => {
    useViewStatus.setState({ place, sums });
    return () => useViewStatus.setState(NO_STATUS);
  }, [place, sums]);
}
