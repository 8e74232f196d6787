import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { placesInSight, useSight } from '../../compare/useSight.ts';
import { useText } from '../../messages/intl.tsx';
import { useRowHeight } from '../../state/rows.ts';
import { NumbersHead } from './NumbersHead.tsx';
import { NumbersRow } from './NumbersRow.tsx';
import { scrolled } from './scrolled.ts';
import type { ShownTable } from './shown.ts';
import { type Sorting, sortedPlaces } from './sorted.ts';
import { useColumns } from './useColumns.ts';

/** Where keys go in a list; null for keys that go nowhere. */
function stepped(at: number, key: string, page: number, last: number): number | null {
  const ways: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const to = ways[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}

/**
 * The numbers behind a picture: all of them, of which only those in sight are on the page. Arrows go from row to row, Enter or a
 * press lists the passages of one, and the title of a column sorts by it.
 */
export function Numbers({ table, title }: { table: ShownTable; title: string }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const size = useRowHeight();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [wanted, setAt] = useState(0);
  const order = useMemo(() => sortedPlaces(table, sorting), [table, sorting]);
  const { count } = table;
  const rowAt = (place: number) => order?.[place] ?? place;
  const columns = useColumns(table);
  const at = Math.min(wanted, count - 1);
  // Its titles stay in sight, and take the room of a row.
  const way = scrolled(count * size, Math.max(0, sight.height - size));
  const page = Math.max(1, Math.floor(sight.height / size) - 2);
  useEffect(() => {
    if (table.columns.length <= (sorting?.column ?? 0)) setSorting(null);
  }, [table, sorting]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepped(at, event.key, page, count - 1);
    if (event.key === 'Enter') table.open(rowAt(at))?.(true);
    else if (to === null || box.current === null) return;
    else {
      setAt(to);
      box.current.scrollTop = way.showing(box.current.scrollTop, to * size, (to + 1) * size);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
    if (row === null) return;
    const place = Number(row.dataset['place']);
    setAt(place);
    table.open(rowAt(place))?.(false);
  };
  const top = way.toContent(sight.top);
  const places = placesInSight(count, size, top, sight.height, at);
  return (
    // biome-ignore lint/a11y/useSemanticElements: only what is in sight is drawn, at its place: no table can do that
    <div
      ref={box}
      role="grid"
      className="ana-numbers num"
      tabIndex={0}
      aria-label={title}
      aria-rowcount={count + 1}
      aria-colcount={table.columns.length}
      aria-activedescendant={count === 0 ? undefined : `ana-row-${at}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="ana-lines" style={{ minInlineSize: columns.width }}>
        <NumbersHead table={table} columns={columns} sorting={sorting} onSort={setSorting} />
        <div className="ana-body" style={{ blockSize: way.height }}>
          {places.map((place) => (
            <NumbersRow
              key={place}
              row={rowAt(place)}
              place={place}
              top={sight.top + place * size - top}
              isHere={place === at}
              size={size}
              table={table}
              columns={columns}
            />
          ))}
        </div>
      </div>
      {count === 0 ? <p className="quiet ana-none">{t('analyse.table.none')}</p> : null}
    </div>
  );
}
