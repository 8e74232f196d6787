import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { Margin } from '../margin/Margin.tsx';
import { Picker } from '../picker/Picker.tsx';
import { Remover } from '../picker/Remover.tsx';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { createGeometry } from './geometry.ts';
import { moveParagraph } from './move.ts';
import { RowView } from './RowView.tsx';
import { guessHeight, rowOfBlock, rowsOf } from './rows.ts';
import { SelectionButton } from './SelectionButton.tsx';
import { blockAt, type LoadedText } from './text.ts';
import { useCodebook } from './useCodebook.ts';
import { useGoal } from './useGoal.ts';
import { useOutlined } from './useOutlined.ts';
import { usePlace } from './usePlace.ts';
import { usePress } from './usePress.ts';
import { useReading } from './useReading.ts';
import { useSelection } from './useSelection.ts';

/** Space above the first row, and below the last: there the picker finds room under any passage. Px. */
const HEAD = 12;
const FOOT = 360;

/** A counter that goes up when fonts have come in: words then stand elsewhere. */
function useFonts(): number {
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    document.fonts.addEventListener('loadingdone', () => setFonts((count) => count + 1), {
      signal: abort.signal,
    });
    return () => abort.abort();
  }, []);
  return fonts;
}

/** Up and down move by paragraph, with Shift take several; where words are selected, Shift leaves the keys to the browser. */
function onArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.shiftKey && getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  moveParagraph(step, event.shiftKey);
}

/** The flowing text of a document with its margin: only the rows in sight are on the page. */
export function Page({ document, loaded }: { document: DocumentRow; loaded: LoadedText }) {
  const scroller = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const { stripes, segments } = useReading(document, loaded);
  const codebook = useCodebook();
  const geometry = useMemo(createGeometry, []);
  const rows = useMemo(() => rowsOf(loaded.blocks), [loaded.blocks]);
  const outlined = useOutlined();
  const cursor = useReader((state) => state.cursor);
  const selection = useWorkspace((workspace) => workspace.selection);
  const fonts = useFonts();
  // The present paragraph keeps the focus, and the ends of a selection hold it, however far the page is scrolled away.
  const kept = [cursor.head, ...(selection?.kind === 'span' ? ends(selection, loaded) : [])];
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.first ?? index,
    estimateSize: (index) => {
      const block = loaded.blocks[rows[index]?.first ?? 0];
      return block === undefined ? 0 : guessHeight(block.kind, block.end - block.start);
    },
    rangeExtractor: (range) => {
      const shown = new Set([
        ...defaultRangeExtractor(range),
        ...kept.map((block) => rowOfBlock(rows, block)),
      ]);
      return [...shown].filter((index) => index < rows.length).sort((a, b) => a - b);
    },
    overscan: 5,
    paddingStart: HEAD,
    paddingEnd: FOOT,
  });
  useSelection(flow);
  useGoal(scroller, virtualizer, rows, loaded);
  usePlace(virtualizer, rows, loaded);
  const press = usePress();
  const items = virtualizer.getVirtualItems();
  return (
    <div className="rd-sheet" ref={scroller}>
      <div
        className="rd-flow"
        ref={flow}
        role="document"
        aria-label={document.title}
        lang={document.language}
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
              className={`rd-row ${loaded.blocks[row.first]?.kind ?? ''}`}
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
      <Picker scroller={scroller} codebook={codebook} />
      <Remover scroller={scroller} codebook={codebook} />
    </div>
  );
}

const ends = ({ start, end }: { start: number; end: number }, { blocks }: LoadedText) => [
  blockAt(blocks, start),
  blockAt(blocks, end - 1),
];
