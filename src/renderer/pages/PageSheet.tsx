import './pages.css';
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { PageFacts } from '../../text/pages.ts';
import type { Span } from '../../text/reading.ts';
import { Margin } from '../margin/Margin.tsx';
import { hitsOf } from '../reader/find.ts';
import { Handles } from '../reader/Handles.tsx';
import { SelectionButton } from '../reader/SelectionButton.tsx';
import { onArrows, presentIn, type SheetProps } from '../reader/Sheet.tsx';
import { onPart, type Stripe } from '../reader/stripes.ts';
import { around } from '../reader/target.ts';
import { useCodeDrop } from '../reader/useCodeDrop.ts';
import { useFollow } from '../reader/useFollow.ts';
import { usePress } from '../reader/usePress.ts';
import { useSelection } from '../reader/useSelection.ts';
import { PIXEL, PRINTED, usePaging, useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useLater } from '../ui/useLater.ts';
import { pagesQuery } from './glyphs.ts';
import { isLarge, usePixelRatio } from './PageCanvas.tsx';
import type { Marks } from './PageMarks.tsx';
import { PageRow } from './PageRow.tsx';
import { PageSlot } from './PageSlot.tsx';
import { usePictureDocument } from './picture.ts';
import { sightOn } from './sight.ts';
import { useLiveSelection } from './useLiveSelection.ts';
import { useMarking } from './useMarking.ts';
import { usePageGoal } from './usePageGoal.ts';
import { usePagePlace } from './usePagePlace.ts';
import { usePagePress } from './usePagePress.ts';
import { usePageRows } from './usePageRows.ts';
import { useRacing } from './useRacing.ts';
import { useScale } from './useScale.ts';

const NO_SPANS: readonly Span[] = [];
const NO_STRIPES: readonly Stripe[] = [];

/** The document as it was published: its pages, and the margin beside them. */
export const PageSheet = memo(function PageSheet(props: SheetProps) {
  const { data: pages } = useQuery(pagesQuery(props.loaded.documentId, props.loaded.versionId));
  return pages === undefined || pages.length === 0 ? null : <Pages {...props} pages={pages} />;
});

function Pages(props: Omit<SheetProps, 'pages'> & { pages: readonly PageFacts[] }) {
  const { scroller, title, language, loaded, stripes, segments, outlined, codebook, geometry, pages } = props;
  const { documentId, versionId } = loaded;
  const flow = useRef<HTMLDivElement>(null);
  const picture = usePictureDocument(documentId);
  const turn = useShownPages(({ turns }) => turns[documentId] ?? 0);
  const marking = useShownPages((shown) => shown.marking);
  const paper = usePaging((paging) => paging.paper);
  const drawn = useShownPages((shown) => shown.drawn);
  const scale = useScale(flow, scroller, pages, turn, picture === null ? PRINTED : PIXEL);
  const { rows, views, kept, virtualizer } = usePageRows(scroller, pages, loaded, scale, turn);
  const parts = useMemo(
    () => ({ documentId, versionId, pages, views }),
    [documentId, versionId, pages, views],
  );
  useSelection(flow);
  usePageGoal({ scroller, virtualizer, pages, views, loaded });
  useFollow(scroller);
  usePagePlace({ scroller, virtualizer, pages, views, loaded });
  usePagePress(flow, parts);
  useMarking(flow, views);
  const press = usePress();
  const drop = useCodeDrop();
  const cursor = useReader((state) => state.cursor);
  const finding = useReader((state) => state.finding);
  const live = useLiveSelection(flow);
  const hits = finding === null ? NO_SPANS : hitsOf(loaded, finding.query);
  const hit = finding === null ? undefined : hits[finding.at];
  const { sentences } = cursor;
  const onParts = useMemo(() => Map.groupBy(stripes.filter(onPart), ({ region }) => region.page), [stripes]);
  const marks = useMemo(
    (): Marks => ({
      found: hits,
      'found-now': hit === undefined ? NO_SPANS : [hit],
      drop: drop.over === null ? NO_SPANS : [drop.over],
      unit: sentences === null ? NO_SPANS : [around(sentences)],
      selected: live === null ? NO_SPANS : [live],
    }),
    [hits, hit, drop.over, sentences, live],
  );
  const racing = useRacing(scroller);
  const later = useLater();
  const items = virtualizer.getVirtualItems();
  const top = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  // Until the first page is there, none that is out of sight is drawn beside it.
  const beyond = drawn ? height / 2 : 0;
  const middle = items.find((item) => item.end > top + height / 3);
  const number = (middle?.index ?? 0) + 1;
  useEffect(() => useShownPages.setState({ page: number }), [number]);
  useEffect(() => () => useShownPages.setState({ page: null }), []);
  const widest = useMemo(() => views.reduce((most, view) => Math.max(most, view.width), 0), [views]);
  const ratio = usePixelRatio();
  return (
    <>
      <div
        className={marking ? 'rd-flow pg-flow is-marking' : 'rd-flow pg-flow'}
        ref={flow}
        role="document"
        aria-label={title}
        lang={language}
        style={{ blockSize: virtualizer.getTotalSize(), minInlineSize: widest + 16 }}
        onKeyDown={onArrows}
        {...press}
        {...drop.handlers}
      >
        {scale === null
          ? null
          : items.map(({ index, key, start, end }) => {
              const [page, view, row] = [pages[index], views[index], rows[index]];
              if (page === undefined || view === undefined || row === undefined) return null;
              const isInSight = end > top && start < top + height;
              return (
                <PageSlot
                  key={key}
                  page={page}
                  view={view}
                  paper={paper}
                  start={start}
                  isWanted={isInSight || kept.includes(index)}
                  racing={racing}
                >
                  <PageRow
                    documentId={documentId}
                    versionId={versionId}
                    page={page}
                    of={pages.length}
                    index={index}
                    view={view}
                    paper={paper}
                    hasWords={drawn}
                    isNear={end > top - beyond && start < top + height + beyond}
                    sight={isLarge(view, ratio) ? sightOn(scroller.current, view, start, top, height) : null}
                    loaded={loaded}
                    segments={segments}
                    regions={onParts.get(page.number) ?? NO_STRIPES}
                    outlined={outlined}
                    codebook={codebook}
                    geometry={geometry}
                    marks={marks}
                    {...presentIn(row, cursor)}
                  />
                </PageSlot>
              );
            })}
        {later ? (
          <>
            <SelectionButton scroller={scroller} flow={flow} />
            <Handles flow={flow} span={outlined} />
          </>
        ) : null}
      </div>
      {later ? (
        <Margin
          items={items}
          virtualizer={virtualizer}
          rows={rows}
          geometry={geometry}
          codebook={codebook}
          stripes={stripes}
          drop={drop.handlers}
        />
      ) : null}
    </>
  );
}
