import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Region } from '../../contract/common.ts';
import { runCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { useShownPages } from '../state/pages.ts';
import { movedBy, stopMarking } from './region.ts';
import { type PageView, toPage, toScreen } from './view.ts';

const CORNERS = ['start-start', 'start-end', 'end-start', 'end-end'] as const;
type Corner = (typeof CORNERS)[number];

/** The corner opposite to the one that is held, in px of the page. */
function opposite(box: { x: number; y: number; width: number; height: number }, corner: Corner) {
  return {
    x: corner.endsWith('start') ? box.x + box.width : box.x,
    y: corner.startsWith('start') ? box.y + box.height : box.y,
  };
}

/** The part of the page between two points of the screen, px from the page's corner. */
export function between(
  view: PageView,
  page: number,
  a: { x: number; y: number },
  b: { x: number; y: number },
): Region {
  const from = toPage(view, a.x, a.y);
  const to = toPage(view, b.x, b.y);
  return {
    page,
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** A point of the window as px from the corner of the page that an element is on. */
function pointOn(element: Element, event: { clientX: number; clientY: number }) {
  const box = element.closest('[data-page]')?.getBoundingClientRect();
  return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
}

/**
 * The frame of the part of a page that is marked or selected: moved by its inside and resized by its corners, or by the
 * arrow keys, with Shift for its size and with Alt for a point at a time.
 */
export function RegionFrame({
  region,
  view,
  label,
  onChange,
}: {
  region: Region;
  view: PageView;
  label: string;
  onChange: (region: Region) => void;
}) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ corner: Corner | null; x: number; y: number; region: Region } | null>(null);
  const marking = useShownPages((shown) => shown.marking);
  const untouched = useShownPages((shown) => shown.untouched);
  const box = toScreen(view, region);
  useEffect(() => {
    if (marking) frame.current?.focus({ preventScroll: true });
  }, [marking]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stopMarking();
    else if (event.key === 'Enter') runCommand('reader.code');
    else {
      const next = movedBy(region, event);
      if (next === null) return;
      useShownPages.setState({ untouched: false });
      onChange(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const hold = (event: PointerEvent, corner: Corner | null) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    frame.current?.focus({ preventScroll: true });
    useShownPages.setState({ untouched: false });
    held.current = { corner, ...pointOn(event.currentTarget, event), region };
  };
  const drag = (event: PointerEvent) => {
    const from = held.current;
    if (from === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const now = pointOn(event.currentTarget, event);
    if (from.corner !== null) {
      onChange(between(view, region.page, opposite(toScreen(view, from.region), from.corner), now));
      return;
    }
    const a = toPage(view, from.x, from.y);
    const b = toPage(view, now.x, now.y);
    onChange({ ...from.region, x: from.region.x + b.x - a.x, y: from.region.y + b.y - a.y });
  };
  const release = () => {
    held.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that is moved is none of the elements there are
    <div
      ref={frame}
      className={untouched ? 'pg-frame is-untouched' : 'pg-frame'}
      role="group"
      aria-roledescription={t('region.role')}
      aria-label={label}
      aria-describedby="region-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move it
      tabIndex={0}
      data-own-keys="ArrowLeft ArrowRight ArrowUp ArrowDown Enter Escape"
      style={{
        insetInlineStart: box.x,
        insetBlockStart: box.y,
        inlineSize: box.width,
        blockSize: box.height,
      }}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => hold(event, null)}
      onPointerMove={drag}
      onPointerUp={release}
    >
      <span id="region-keys" hidden>
        {t('region.keys')}
      </span>
      {CORNERS.map((corner) => (
        <span
          key={corner}
          className={`pg-corner ${corner}`}
          aria-hidden="true"
          onPointerDown={(event) => hold(event, corner)}
          onPointerMove={drag}
          onPointerUp={release}
        />
      ))}
    </div>
  );
}
