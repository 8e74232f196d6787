import { type KeyboardEvent, memo, type RefObject, useRef } from 'react';
import type { Span } from '../../text/reading.ts';
import { Margin } from '../margin/Margin.tsx';
import { usePageLabels } from '../pages/usePageLabels.ts';
import { usePartRows } from '../pages/usePartRows.ts';
import { type Cursor, useReader } from '../state/reader.ts';
import { hitsOf } from './find.ts';
import type { GeometryStore } from './geometry.ts';
import { Handles } from './Handles.tsx';
import { moveUnit } from './move.ts';
import { RowView } from './RowView.tsx';
import type { Row } from './rows.ts';
import { SelectionButton } from './SelectionButton.tsx';
import type { Segment } from './segments.ts';
import type { Stripe } from './stripes.ts';
import { around } from './target.ts';
import type { LoadedText } from './text.ts';
import type { Codebook } from './useCodebook.ts';
import { useCodeDrop } from './useCodeDrop.ts';
import { useFollow } from './useFollow.ts';
import { useGoal } from './useGoal.ts';
import { useMarks } from './useMarks.ts';
import { usePlace } from './usePlace.ts';
import { usePress } from './usePress.ts';
import { useRows } from './useRows.ts';
import { useSelection } from './useSelection.ts';

/** Up and down move by unit, with Shift take several; where words are selected, Shift leaves the keys to the browser. */
export function onArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.shiftKey && getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  moveUnit(step, event.shiftKey);
}

const NO_SPANS: readonly Span[] = [];
const NO_STRIPES: readonly Stripe[] = [];

export interface SheetProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly title: string;
  readonly language: string;
  readonly loaded: LoadedText;
  /** How many pages it was published on; 0 for none. */
  readonly pages: number;
  readonly stripes: readonly Stripe[];
  readonly segments: readonly Segment[];
  readonly outlined: Span | null;
  readonly codebook: Codebook;
  readonly geometry: GeometryStore;
  /** Changes when the text is set in another face, or fonts have come in, and everything has to be measured anew. */
  readonly fonts: string;
}

/** What scrolls: the rows in sight and the margin beside them. It renders with every step of a scroll, and asks for nothing. */
export const Sheet = memo(function Sheet(props: SheetProps) {
  const { scroller, title, language, loaded, stripes, segments, outlined, codebook, geometry, fonts } = props;
  const { pages } = props;
  const flow = useRef<HTMLDivElement>(null);
  const cursor = useReader((state) => state.cursor);
  const { rows, virtualizer } = useRows(scroller, loaded);
  useSelection(flow);
  useGoal(scroller, virtualizer, rows, loaded);
  useFollow(scroller);
  usePlace(virtualizer, rows, loaded);
  const press = usePress();
  const drop = useCodeDrop();
  const pageLabels = usePageLabels(loaded, pages);
  const parts = usePartRows(stripes, rows);
  useMarks(flow, 'unit', cursor.sentences === null ? NO_SPANS : [around(cursor.sentences)]);
  const finding = useReader((state) => state.finding);
  const hits = finding === null ? NO_SPANS : hitsOf(loaded, finding.query);
  const hit = finding === null ? undefined : hits[finding.at];
  useMarks(flow, 'found', hits);
  useMarks(flow, 'found-now', hit === undefined ? NO_SPANS : [hit]);
  useMarks(flow, 'drop', drop.over === null ? NO_SPANS : [drop.over]);
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
        {...drop.handlers}
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
                index={index}
                loaded={loaded}
                segments={segments}
                outlined={outlined}
                codebook={codebook}
                geometry={geometry}
                {...presentIn(row, cursor)}
                fonts={fonts}
                regions={parts.get(index) ?? NO_STRIPES}
                pageLabels={pageLabels}
              />
            </div>
          );
        })}
        <SelectionButton scroller={scroller} flow={flow} />
        <Handles flow={flow} span={outlined} />
      </div>
      <Margin
        items={items}
        virtualizer={virtualizer}
        rows={rows}
        geometry={geometry}
        codebook={codebook}
        stripes={stripes}
        drop={drop.handlers}
      />
    </>
  );
});

/** The present paragraphs within a row, -1 for none: a row that they neither leave nor reach is not drawn again. */
export function presentIn({ first, last }: Pick<Row, 'first' | 'last'>, { anchor, head }: Cursor) {
  const from = Math.max(first, Math.min(anchor, head));
  const to = Math.min(last, Math.max(anchor, head));
  const isHere = from <= to;
  return {
    from: isHere ? from : -1,
    to: isHere ? to : -1,
    head: head >= first && head <= last ? head : -1,
  };
}

/** Whether a row is the last of its table. */
const endsTable = ({ blocks }: LoadedText, { last }: Row) =>
  blocks[last]?.cell !== undefined && blocks[last + 1]?.cell?.table !== blocks[last]?.cell?.table;
