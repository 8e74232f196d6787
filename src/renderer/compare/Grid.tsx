import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import { useViewFocus } from '../app/useViewFocus.ts';
import { useText } from '../messages/intl.tsx';
import { cellAt, cellId, type Drawn } from './Cells.tsx';
import { shadesOfSheet } from './heat.ts';
import { Legend } from './Legend.tsx';
import { CodeLine, FootLine, HeadLine } from './Lines.tsx';
import { listCell } from './list.ts';
import { listedOf } from './listed.ts';
import { moved, within } from './move.ts';
import type { Sheet } from './sheet.ts';
import { showCell } from './show.ts';
import { useSizes } from './sizes.ts';
import { placesInSight, useSight } from './useSight.ts';
import { useSort } from './useSort.ts';
import { useStatusOf } from './useStatusOf.ts';
import { useComparison } from './view.ts';
import type { Words } from './words.ts';

/**
 * The table: codes by columns. It has the focus as a whole, and says which of its cells is the active one; only what is in
 * sight is on the page. A press or Enter on a figure lists its passages, on a title sorts by it.
 */
export function Grid({ sheet, words, title }: { sheet: Sheet; words: Words; title: string }) {
  const t = useText();
  const { measure, cursor: wanted, sorting, branch } = useComparison();
  const { columns, rows } = sheet;
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const sizes = useSizes(
    sight.width,
    columns.map((column) => words.column(column)),
  );
  const room = {
    width: sight.width - sizes.head - sizes.total,
    height: sight.height - sizes.top - sizes.foot,
  };
  const page = Math.max(1, Math.floor(room.height / sizes.row) - 1);
  const extent = { rows: rows.length, columns: columns.length, page };
  const cursor = within(wanted, extent);
  const shades = useMemo(() => shadesOfSheet(sheet, measure), [sheet, measure]);
  const sort = useSort(sheet, words);
  useStatusOf(sheet, words, cursor);
  useViewFocus(() => box.current);

  const act = (row: number, column: number, focus: boolean) => {
    if (row < 0) return sort(column);
    const cell = listedOf(sheet, words, row, column);
    if (cell !== null) void listCell(cell, focus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isFar) act(cursor.row, cursor.column, true);
    else {
      const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
      const next = moved(cursor, event.key, isFar, extent, mirrored);
      if (next === null) return;
      useComparison.setState({ cursor: next });
      if (box.current !== null) showCell(box.current, next, sizes, extent);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const pressed = cellAt(event.target);
    if (pressed === null) return;
    useComparison.setState({ cursor: pressed });
    act(pressed.row, pressed.column, false);
  };
  const drawn = (row: number): Drawn => ({
    words,
    sizes,
    shades,
    places: placesInSight(columns.length, sizes.column, sight.start, room.width, cursor.column),
    columns: columns.length,
    at: row === cursor.row ? cursor.column : null,
  });
  const lines = placesInSight(rows.length, sizes.row, sight.top, room.height, cursor.row);
  const inlineSize = sizes.head + columns.length * sizes.column + sizes.total;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: only what is in sight is drawn, at its place: no table can do that */}
      <div
        ref={box}
        role="grid"
        className="cmp-grid num"
        tabIndex={0}
        aria-label={t('compare.grid', { title, measure: t(`compare.measure.${measure}`) })}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 2}
        aria-activedescendant={cellId(cursor.row, cursor.column)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div className="cmp-table" style={{ inlineSize }}>
          <HeadLine sheet={sheet} drawn={drawn(-1)} />
          <div className="cmp-lines" style={{ blockSize: rows.length * sizes.row }}>
            {lines.map((place) => {
              const row = rows[place];
              return row === undefined ? null : (
                <CodeLine
                  key={row.code.id}
                  row={row}
                  place={place}
                  sheet={sheet}
                  drawn={drawn(place)}
                  indents={sorting === null && branch === null}
                />
              );
            })}
          </div>
          <FootLine sheet={sheet} drawn={drawn(rows.length)} />
        </div>
      </div>
      <Legend shades={shades} words={words} />
    </>
  );
}
