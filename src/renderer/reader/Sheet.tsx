import { type KeyboardEvent, memo, type RefObject, useRef } from 'react';
import type { Span } from '../../text/reading.ts';
import { Margin } from '../margin/Margin.tsx';
import { useReader } from '../state/reader.ts';
import type { GeometryStore } from './geometry.ts';
import { moveParagraph } from './move.ts';
import { RowView } from './RowView.tsx';
import type { Row } from './rows.ts';
import { SelectionButton } from './SelectionButton.tsx';
import type { Segment } from './segments.ts';
import type { Stripe } from './stripes.ts';
import type { LoadedText } from './text.ts';
import type { Codebook } from './useCodebook.ts';
import { useGoal } from './useGoal.ts';
import { usePlace } from './usePlace.ts';
import { usePress } from './usePress.ts';
import { useRows } from './useRows.ts';
import { useSelection } from './useSelection.ts';

/** Up and down move by paragraph, with Shift take several; where words are selected, Shift leaves the keys to the browser. */
function onArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.shiftKey && getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  moveParagraph(step, event.shiftKey);
}

export interface SheetProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly title: string;
  readonly language: string;
  readonly loaded: LoadedText;
  readonly stripes: readonly Stripe[];
  readonly segments: readonly Segment[];
  readonly outlined: Span | null;
  readonly codebook: Codebook;
  readonly geometry: GeometryStore;
  /** Changes when fonts have come in and everything has to be measured anew. */
  readonly fonts: number;
}

/** What scrolls: the rows in sight and the margin beside them. It renders with every step of a scroll, and asks for nothing. */
export const Sheet = memo(function Sheet(props: SheetProps) {
  const { scroller, title, language, loaded, stripes, segments, outlined, codebook, geometry, fonts } = props;
  const flow = useRef<HTMLDivElement>(null);
  const cursor = useReader((state) => state.cursor);
  const { rows, virtualizer } = useRows(scroller, loaded);
  useSelection(flow);
  useGoal(scroller, virtualizer, rows, loaded);
  usePlace(virtualizer, rows, loaded);
  const press = usePress();
  const items = virtualizer.getVirtualItems();
  return (
    <>
      <div
        className="rd-flow"
        ref={flow}
        role="document"
        aria-label={title}
        lang={language}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onArrows}
        {...press}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className={`rd-row ${loaded.blocks[row.first]?.kind ?? ''}${endsTable(loaded, row) ? ' last' : ''}`}
              style={{ insetBlockStart: start }}
            >
              <RowView
                row={row}
                loaded={loaded}
                segments={segments}
                outlined={outlined}
                codebook={codebook}
                geometry={geometry}
                from={Math.min(cursor.anchor, cursor.head)}
                to={Math.max(cursor.anchor, cursor.head)}
                head={cursor.head}
                fonts={fonts}
              />
            </div>
          );
        })}
        <SelectionButton scroller={scroller} flow={flow} />
      </div>
      <Margin items={items} rows={rows} geometry={geometry} codebook={codebook} stripes={stripes} />
    </>
  );
});

/** Whether a row is the last of its table. */
const endsTable = ({ blocks }: LoadedText, { last }: Row) =>
  blocks[last]?.cell !== undefined && blocks[last + 1]?.cell?.table !== blocks[last]?.cell?.table;
