import { useMemo, useRef } from 'react';
import { ListBox } from 'react-aria-components';
import { type PageFacts, pageIndexAt } from '../../text/pages.ts';
import { useText } from '../messages/intl.tsx';
import { type Turn, turnedSize } from '../pages/view.ts';
import type { LoadedText } from '../reader/text.ts';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Rows } from '../ui/Rows.tsx';
import { passagesByPage } from './counts.ts';
import { PageItem, type Thumbnails, ThumbnailsContext } from './PageItem.tsx';
import { useKeptInSight } from './useKeptInSight.ts';

/** How wide a thumbnail may be, and how high one is at least and at most, px. */
const WIDE = 128;
const LEAST = 64;
const MOST = 184;
/** What stands above and below each thumbnail in its row: room, and the label. Px. */
const AROUND = 36;

/** The room for a thumbnail: as high as the middle one of all pages asks for, so that a map among them changes nothing. */
function boxFor(pages: readonly PageFacts[], turn: Turn): Thumbnails['box'] {
  const shapes = pages
    .map((page) => turnedSize(page, turn))
    .map(({ width, height }) => height / width)
    .sort((a, b) => a - b);
  const shape = shapes[shapes.length >> 1] ?? 1;
  return { width: WIDE, height: Math.round(Math.min(MOST, Math.max(LEAST, WIDE * shape))) };
}

/** The page in sight, from 1: as the pages say, or where the flowing text is. */
function usePageInSight(documentId: string, pages: readonly PageFacts[]): number {
  const shown = useShownPages(({ page }) => page);
  const place = useWorkspace(({ places }) => places[documentId] ?? 0);
  return shown ?? Math.max(0, pageIndexAt(pages, place)) + 1;
}

/** The pages of a document in small, the one in sight marked and kept in sight. */
export function PageList({ loaded, pages }: { loaded: LoadedText; pages: readonly PageFacts[] }) {
  const t = useText();
  const { documentId, versionId } = loaded;
  const list = useRef<HTMLDivElement>(null);
  const turn = useShownPages(({ turns }) => turns[documentId] ?? 0);
  const passages = useReader(({ reading }) => reading?.passages);
  const number = usePageInSight(documentId, pages);
  const box = useMemo(() => boxFor(pages, turn), [pages, turn]);
  const counts = useMemo(() => passagesByPage(passages ?? [], pages), [passages, pages]);
  const thumbnails = useMemo(
    (): Thumbnails => ({ documentId, versionId, of: pages.length, turn, box, counts }),
    [documentId, versionId, pages.length, turn, box, counts],
  );
  const height = box.height + AROUND;
  const selected = useMemo(() => [number], [number]);
  useKeptInSight(list, String(number), number - 1, height);
  return (
    <ThumbnailsContext value={thumbnails}>
      {/* Turned pages are another list: the one before would keep its place in px. */}
      <Rows key={height} height={height}>
        <ListBox
          ref={list}
          aria-label={t('contents.tab.pages')}
          className="rows ct-list ct-pages"
          selectionMode="single"
          selectedKeys={selected}
          items={pages}
        >
          {(page) => <PageItem page={page} />}
        </ListBox>
      </Rows>
    </ThumbnailsContext>
  );
}
