import { Tag } from 'lucide-react';
import { createContext, useContext, useMemo, useRef } from 'react';
import { ListBoxItem } from 'react-aria-components';
import type { PageFacts } from '../../text/pages.ts';
import { useText } from '../messages/intl.tsx';
import { showPage } from '../pages/move.ts';
import { usePixelRatio } from '../pages/PageCanvas.tsx';
import { pageView, type Turn, turnedSize } from '../pages/view.ts';
import { usePaging } from '../state/pages.ts';
import { Icon } from '../ui/Icon.tsx';
import { contentsChosen } from './open.ts';
import { useThumbnail } from './useThumbnail.ts';

/** What all thumbnails of a list share. */
export interface Thumbnails {
  readonly documentId: string;
  readonly versionId: string;
  /** How many pages there are. */
  readonly of: number;
  readonly turn: Turn;
  /** The room that each has, px. */
  readonly box: { readonly width: number; readonly height: number };
  /** How many coded passages touch a page, by its physical number. */
  readonly counts: ReadonlyMap<number, number>;
}

/** By context, so that the rows of a long list stay as they are when only a count changes. */
export const ThumbnailsContext = createContext<Thumbnails>({
  documentId: '',
  versionId: '',
  of: 0,
  turn: 0,
  box: { width: 0, height: 0 },
  counts: new Map(),
});

function Thumbnail({ page }: { page: PageFacts }) {
  const t = useText();
  const host = useRef<HTMLSpanElement>(null);
  const { documentId, versionId, turn, box } = useContext(ThumbnailsContext);
  const paper = usePaging((paging) => paging.paper);
  const ratio = usePixelRatio();
  const view = useMemo(() => {
    const { width, height } = turnedSize(page, turn);
    return pageView(page, Math.min(box.width / width, box.height / height), turn);
  }, [page, turn, box]);
  const failed = useThumbnail(host, { documentId, versionId, number: page.number, view, ratio });
  return (
    <span
      className={`ct-thumb paper-${paper}`}
      style={{ inlineSize: view.width, blockSize: view.height }}
      aria-hidden="true"
    >
      <span ref={host} />
      {failed ? <span className="ct-failed">{t('contents.notDrawn')}</span> : null}
    </span>
  );
}

function Inside({ page: { number, label }, page }: { page: PageFacts }) {
  const t = useText();
  const { of, box, counts } = useContext(ThumbnailsContext);
  const passages = counts.get(number) ?? 0;
  const named = label === String(number) ? 'no' : 'yes';
  return (
    <>
      <span className="hidden-visually">{t('contents.page', { named, label, number, of, passages })}</span>
      <span className="ct-box" style={{ blockSize: box.height }}>
        <Thumbnail page={page} />
      </span>
      <span className="ct-label num" aria-hidden="true">
        <bdi className="clip">{label}</bdi>
        {passages === 0 ? null : (
          <span className="ct-count" title={t('contents.passages', { count: passages })}>
            <Icon of={Tag} size={12} />
            {passages}
          </span>
        )}
      </span>
    </>
  );
}

/** A page in small, with what is printed on it as its number and how much of it is coded. A press or Enter goes there. */
export function PageItem({ page }: { page: PageFacts }) {
  return (
    <ListBoxItem
      id={page.number}
      textValue={page.label}
      className="tree-row ct-page"
      onPress={({ pointerType }) => {
        showPage(page.number, pointerType === 'keyboard' || pointerType === 'virtual');
        contentsChosen();
      }}
    >
      <Inside page={page} />
    </ListBoxItem>
  );
}
