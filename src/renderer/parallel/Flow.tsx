import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useLayoutEffect, useMemo } from 'react';
import { usePageLabels } from '../pages/usePageLabels.ts';
import { createGeometry } from '../reader/geometry.ts';
import { RowView } from '../reader/RowView.tsx';
import { guessHeight, rowOfBlock, rowsOf } from '../reader/rows.ts';
import { segmentsOf } from '../reader/segments.ts';
import type { Stripe } from '../reader/stripes.ts';
import { blockAt, isWhole, type LoadedText } from '../reader/text.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { moved, type Panes } from './panes.ts';
import { Stripes } from './Stripes.tsx';
import { useShownPairs } from './shown.ts';
import { goToPair, useParallel } from './view.ts';

/** Room above the text, and below it, so that its last passage can be brought up to where one reads. Px. */
const HEAD = 16;
const FOOT = 320;

const NO_PARTS: readonly Stripe[] = [];

/** Makes the pair present whose passage was pressed. */
function press({ clientX, clientY }: MouseEvent, number: number): void {
  if (getSelection()?.isCollapsed === false) return;
  const under = document
    .elementsFromPoint(clientX, clientY)
    .flatMap(
      (element) => element.closest<SVGElement>('[data-passages]')?.dataset['passages']?.split(' ') ?? [],
    );
  const at = useShownPairs
    .getState()
    .tuples.findIndex((tuple) => tuple[number]?.passageIds.some((id) => under.includes(id)) === true);
  if (at >= 0 && at !== useParallel.getState().at) goToPair(at);
}

/** The text of one pane, of which only what is in sight is on the page, with its stripes. */
export function Flow({
  scroller,
  loaded,
  pages,
  number,
  stripes,
  present,
  codebook,
  panes,
  face,
  onReady,
}: {
  scroller: HTMLElement;
  loaded: LoadedText;
  pages: number;
  number: number;
  stripes: readonly Stripe[];
  present: Stripe | null;
  codebook: Codebook;
  panes: Panes;
  face: string;
  onReady: () => void;
}) {
  const { blocks } = loaded;
  const rows = useMemo(() => rowsOf(blocks), [blocks]);
  const segments = useMemo(() => segmentsOf(stripes), [stripes]);
  const geometry = useMemo(createGeometry, []);
  const pageLabels = usePageLabels(loaded, pages);
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey: (index) => rows[index]?.first ?? index,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : guessHeight(blocks[row.first]?.kind ?? 'paragraph', row.end - row.start);
    },
    overscan: 5,
    paddingStart: HEAD,
    paddingEnd: FOOT,
    onChange: () => moved(panes),
  });
  useLayoutEffect(() => {
    const topOf = (stripe: Stripe): number => {
      const at = rowOfBlock(rows, blockAt(blocks, stripe.start));
      const [row, item] = [rows[at], virtualizer.measurementsCache[at]];
      if (row === undefined || item === undefined) return 0;
      const box = geometry
        .getState()
        .rows.get(at)
        ?.find((each) => each.stripe.key === stripe.key);
      // Of a row that is not on the page, as far down as the passage is into its text.
      const share = (stripe.start - row.start) / Math.max(1, row.end - row.start);
      return item.start + (box?.top ?? share * item.size);
    };
    panes.handles.set(number, { scroller, topOf });
    moved(panes);
    return () => {
      panes.handles.delete(number);
    };
  }, [panes, number, scroller, rows, blocks, virtualizer, geometry]);
  useEffect(() => geometry.subscribe(() => moved(panes)), [geometry, panes]);
  const isReady = isWhole(loaded);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the text is there
  useEffect(() => {
    if (isReady) onReady();
  }, [isReady]);
  const items = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by N and P
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same is done by N and P
    <div
      className="sbs-flow"
      style={{ blockSize: virtualizer.getTotalSize() }}
      onClick={(event) => press(event, number)}
    >
      {items.map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            data-index={index}
            ref={virtualizer.measureElement}
            className={`rd-row ${blocks[row.first]?.kind ?? ''}`}
            style={{ insetBlockStart: start }}
          >
            <RowView
              row={row}
              index={index}
              loaded={loaded}
              segments={segments}
              outlined={present}
              codebook={codebook}
              geometry={geometry}
              from={-1}
              to={-1}
              head={-1}
              fonts={face}
              regions={NO_PARTS}
              pageLabels={pageLabels}
            />
          </div>
        );
      })}
      <Stripes items={items} geometry={geometry} codebook={codebook} />
    </div>
  );
}
