import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useViewFocus } from '../../app/useViewFocus.ts';
import { placesInSight, useSight } from '../../compare/useSight.ts';
import { useText } from '../../messages/intl.tsx';
import { announce } from '../../ui/announce.ts';
import { clearBlock, pasteInto, writeCell } from './actions.ts';
import { cellId, type Drawn, LineRow, useColumnName } from './Cells.tsx';
import { ColumnPopups } from './ColumnPopups.tsx';
import { Editor, type Next } from './Editor.tsx';
import { Head } from './Head.tsx';
import { after, moved, within } from './keys.ts';
import { MembersPopup } from './Members.tsx';
import { blockOf, textOfCell, toClipboard } from './model.ts';
import { bringIntoSight, placeOf, useTableSizes } from './sizes.ts';
import { type Cursor, goTo, useAttributeTable } from './state.ts';
import { type Shown, useCellWords } from './useLines.ts';
import { useTableStatus } from './useTableStatus.ts';

/**
 * The table: cases or documents by their attributes. It has the focus as a whole, and says which of its cells is the active
 * one; only what is in sight is on the page. Cells are edited in place, as in a spreadsheet.
 */
export function Grid({ shown, canWrite }: { shown: Shown; canWrite: boolean }) {
  const t = useText();
  const { columns, lines } = shown;
  const { of, cursor: wanted, anchor, draft, open } = useAttributeTable();
  const isChoosing = open === 'members';
  const words = useCellWords();
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const sizes = useTableSizes(sight.width, columns);
  const nameOf = useColumnName(of);
  const addsCases = canWrite && of === 'case';
  const rows = lines.length + (addsCases ? 1 : 0);
  const page = Math.max(1, Math.floor((sight.height - sizes.row) / sizes.row) - 1);
  const extent = { rows, columns: columns.length, page };
  const titles = columns.length + (canWrite ? 1 : 0);
  const cursor = within(wanted, extent, titles);
  const block = blockOf(within(anchor, extent, titles), cursor);
  const line = lines[cursor.row];
  const column = columns[cursor.column];
  useTableStatus(shown, cursor, words);
  useViewFocus(() => box.current);

  const go = (next: Cursor, extending = false) => {
    const kept = within(next, extent, titles);
    goTo(kept, extending && kept.row >= 0);
    if (box.current !== null) bringIntoSight(box.current, kept.row, kept.column, sizes);
  };
  const edit = (begin: string | null) => {
    if (!canWrite || cursor.row < 0 || column === undefined) return;
    // In the row of a new case there is a name first.
    if (line === undefined && cursor.column > 0) return;
    if (column.id === 'members') {
      useAttributeTable.setState({ open: 'members', sought: begin ?? '', anchor: cursor, cursor });
      return;
    }
    const now = line === undefined ? '' : textOfCell(line, column, words);
    useAttributeTable.setState({ draft: begin ?? now, anchor: cursor, cursor });
  };
  const openTitle = (at: number) =>
    useAttributeTable.setState({ open: at === columns.length ? 'add' : 'menu' });
  const done = (next: Next) => {
    // Who has clicked elsewhere has the focus there already.
    const isHere = next !== 'stay' || box.current?.contains(document.activeElement) === true;
    useAttributeTable.setState({ draft: null });
    if (isHere) box.current?.focus();
    if (next !== 'stay') go(after(cursor, next, extent));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || draft !== null || event.target !== box.current) return;
    const { key, shiftKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = moved(cursor, key, isFar, extent, mirrored);
    if (next !== null) go(next, shiftKey);
    else if (cursor.row === -1 && (key === 'Enter' || key === ' ')) openTitle(cursor.column);
    else if ((key === 'Enter' && !isFar) || key === 'F2') edit(null);
    else if (key === 'Delete' || (key === 'Backspace' && !isFar)) {
      if (canWrite && cursor.row >= 0) void clearBlock(of, lines, columns, block);
    } else if (key.length === 1 && !isFar && key !== ' ' && cursor.row >= 0) edit(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const placeAt = (event: MouseEvent): Cursor | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (
      cell === null ||
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLSelectElement
    )
      return null;
    return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const onClick = (event: MouseEvent) => {
    const place = placeAt(event);
    if (place === null) return;
    goTo(place, event.shiftKey && place.row >= 0);
    if (place.row < 0) openTitle(place.column);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (draft !== null || cursor.row < 0) return;
    const cells = lines
      .slice(block.top, block.bottom + 1)
      .map((each) => columns.slice(block.start, block.end + 1).map((at) => textOfCell(each, at, words)));
    event.clipboardData.setData('text/plain', toClipboard(cells));
    event.preventDefault();
    announce(t('caseTable.copied', { cells: cells.flat().length }));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (draft !== null || cursor.row < 0 || !canWrite) return;
    event.preventDefault();
    void pasteInto(of, lines, columns, block, event.clipboardData.getData('text/plain'), words);
  };
  const inRow = placesInSight(
    Math.max(0, columns.length - 1),
    sizes.column,
    sight.start,
    sight.width - sizes.head,
    cursor.column - 1,
  );
  const drawn: Drawn = {
    of,
    columns,
    places: [0, ...inRow.map((at) => at + 1)],
    sizes,
    words,
    cursor,
    block,
    editor:
      draft === null || column === undefined ? null : (
        <Editor
          key={`${line?.id} ${column.id}`}
          column={column}
          label={t('caseTable.edit', { name: line?.name ?? t('caseTable.new'), column: nameOf(column) })}
          draft={draft}
          current={line === undefined ? '' : textOfCell(line, column, words)}
          words={words}
          onWrite={(text) => writeCell(of, line, column, text, words)}
          onDone={done}
        />
      ),
  };
  const { start } = placeOf(sizes, columns.length);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: only what is in sight is drawn, at its place: no table can do that */}
      <div
        ref={box}
        role="grid"
        className="at-grid"
        tabIndex={0}
        data-own-keys="?"
        aria-label={t(`caseTable.grid.${of}`)}
        aria-rowcount={rows + 1}
        aria-colcount={titles}
        aria-multiselectable="true"
        aria-readonly={!canWrite}
        aria-activedescendant={cellId(cursor.row, cursor.column)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          if (placeAt(event) !== null) edit(null);
        }}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <div className="at-table" style={{ inlineSize: start + sizes.add }}>
          <Head drawn={drawn} canWrite={canWrite} />
          <div className="at-lines" style={{ blockSize: rows * sizes.row }}>
            {placesInSight(rows, sizes.row, sight.top, sight.height, cursor.row).map((row) => (
              <LineRow key={lines[row]?.id ?? 'new'} line={lines[row]} row={row} drawn={drawn} />
            ))}
          </div>
        </div>
      </div>
      <ColumnPopups of={of} column={column} at={cursor.column} canWrite={canWrite} />
      {isChoosing && line !== undefined ? (
        <MembersPopup key={line.id} of={of} line={line} at={cellId(cursor.row, cursor.column)} />
      ) : null}
    </>
  );
}
