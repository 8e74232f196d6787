import './board.css';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef } from 'react';
import { useViewFocus } from '../../app/useViewFocus.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { cellAt, cellId } from '../Cells.tsx';
import { listCell } from '../list.ts';
import { listedOf } from '../listed.ts';
import { moved } from '../move.ts';
import type { Sheet } from '../sheet.ts';
import { showCell } from '../show.ts';
import { placesInSight, useSight } from '../useSight.ts';
import { useSort } from '../useSort.ts';
import { type Cursor, useComparison } from '../view.ts';
import type { Words } from '../words.ts';
import { BoardHead, BoardLine } from './BoardLines.tsx';
import { openQuote, openShown } from './open.ts';
import { boardSizes } from './sizes.ts';
import { useBoardStatus } from './useBoardStatus.ts';
import { useBoardCells } from './useQuotes.ts';

/** The board has a head, but no totals at its ends. */
const onBoard = ({ row, column }: Cursor, rows: number, columns: number): Cursor => ({
  row: Math.max(-1, Math.min(rows - 1, row)),
  column: Math.max(-1, Math.min(columns - 1, column)),
});

/** Gives what a document is called for short. */
function useDocumentName(): (id: string) => string {
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  return useMemo(() => {
    const names = new Map(documents?.map(({ id, key, title }) => [id, key ?? title]));
    return (id) => names.get(id) ?? '';
  }, [documents]);
}

/**
 * The quote board: codes by columns with a quote in each cell. It has the focus as a whole, and says which of its cells is the
 * active one; only what is in sight is on the page, and asked for.
 */
export function Board({ sheet, words, title }: { sheet: Sheet; words: Words; title: string }) {
  const t = useText();
  const { cursor: wanted, summaries } = useComparison();
  const { rows, columns } = sheet;
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const sizes = boardSizes(sight.width, columns.length, summaries);
  const room = { width: sight.width - sizes.head, height: sight.height - sizes.top };
  const cursor = onBoard(wanted, rows.length, columns.length);
  const sort = useSort(sheet, words);
  const nameOf = useDocumentName();
  useBoardStatus(sheet, words, cursor);
  useViewFocus(() => box.current);

  const places = placesInSight(columns.length, sizes.column, sight.start, room.width, cursor.column, 1);
  const lines = placesInSight(rows.length, sizes.row, sight.top, room.height, cursor.row, 1);
  const cells = useBoardCells(sheet, lines, places);
  const list = useCallback(
    (row: number, column: number, focus: boolean) => {
      const listed = listedOf(sheet, words, row, column);
      if (listed !== null) void listCell(listed, focus);
    },
    [sheet, words],
  );
  const acts = useMemo(
    () => ({ open: openQuote, list: (row: number, column: number) => list(row, column, false) }),
    [list],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const isFar = event.ctrlKey || event.metaKey;
    const isCell = cursor.row >= 0 && cursor.column >= 0;
    if (event.key === 'Enter' && !isFar && cursor.row < 0) sort(cursor.column);
    else if (event.key === 'Enter' && !isFar && isCell) void openShown();
    else if (event.key === ' ' && isCell) list(cursor.row, cursor.column, true);
    else {
      const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
      const page = Math.max(1, Math.floor(room.height / sizes.row));
      const extent = { rows: rows.length, columns: columns.length, page };
      const next = moved(cursor, event.key, isFar, extent, mirrored);
      if (next === null) return;
      const there = onBoard(next, rows.length, columns.length);
      useComparison.setState({ cursor: there });
      if (box.current !== null) showCell(box.current, there, sizes, extent);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const pressed = cellAt(event.target);
    if (pressed === null) return;
    useComparison.setState({ cursor: pressed });
    if (pressed.row < 0) sort(pressed.column);
  };
  const drawn = (row: number) => ({
    sheet,
    words,
    sizes,
    places,
    at: row === cursor.row ? cursor.column : null,
  });
  const inlineSize = sizes.head + columns.length * sizes.column;
  return (
    // biome-ignore lint/a11y/useSemanticElements: only what is in sight is drawn, at its place: no table can do that
    <div
      ref={box}
      role="grid"
      className="cmp-grid brd"
      tabIndex={0}
      aria-label={t('board.grid', { title })}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={cellId(cursor.row, cursor.column)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={() => void openShown()}
    >
      <div className="cmp-table" style={{ inlineSize }}>
        <BoardHead drawn={drawn(-1)} />
        <div className="cmp-lines" style={{ blockSize: rows.length * sizes.row }}>
          {lines.map((place) => {
            const row = rows[place];
            return row === undefined ? null : (
              <BoardLine
                key={row.code.id}
                row={row}
                place={place}
                drawn={drawn(place)}
                cells={cells}
                nameOf={nameOf}
                acts={acts}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
