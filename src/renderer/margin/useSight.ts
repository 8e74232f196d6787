import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { useMemo } from 'react';
import { textOf } from '../messages/intl.tsx';
import type { Geometry } from '../reader/geometry.ts';
import { showPassage } from '../reader/move.ts';
import type { Row } from '../reader/rows.ts';
import { blockAt } from '../reader/text.ts';
import { useReader } from '../state/reader.ts';
import { announceMove } from '../ui/announce.ts';
import { countBeyond, nearestBeyond, type Order, orderOf, outside, type Sight } from './beyond.ts';
import type { MarginView } from './useMarginView.ts';

/** Height of the bars at the margin's ends, px: what lies under them is out of sight. */
const EDGE = 24;

const NOBODY: ReadonlySet<string> = new Set();
const END = Number.MAX_SAFE_INTEGER;
/** Where nothing is known yet, nothing lies beyond. */
const NOTHING: Sight = { start: 0, end: END, over: NOBODY, under: NOBODY };
const PAST: Sight = { start: END, end: END, over: NOBODY, under: NOBODY };

/** Says what is in sight between the two bars. */
function sightOf(
  items: readonly VirtualItem[],
  rows: readonly Row[],
  shown: Geometry['rows'],
  [top, bottom]: readonly [number, number],
): Sight {
  const first = items.find(({ end }) => end > top);
  const last = items.findLast(({ start }) => start < bottom);
  const head = rows[first?.index ?? -1];
  const foot = rows[last?.index ?? -1];
  // Below the last row there is room without words: all of the text is above it then.
  if (first === undefined || head === undefined) return PAST;
  if (last === undefined || foot === undefined) return NOTHING;
  return {
    start: head.start,
    // A page without words shows its parts all the same.
    end: Math.max(foot.end, foot.start + 1),
    over: outside(shown.get(first.index) ?? [], 'over', top - first.start),
    under: outside(shown.get(last.index) ?? [], 'under', bottom - last.start),
  };
}

function go(order: Order, sight: Sight, step: 1 | -1): void {
  const place = nearestBeyond(order, sight, step);
  const { reading } = useReader.getState();
  if (place === undefined || reading === null) return;
  showPassage(place.id, true);
  const number = order.places.indexOf(place) + 1;
  const paragraph = blockAt(reading.loaded.blocks, place.start) + 1;
  announceMove(textOf('reader.passageOf', { number, total: order.places.length, paragraph }));
}

/** Counts the passages shown that lie beyond what is in sight, and goes to the nearest of them. */
export function useSight(
  items: readonly VirtualItem[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  shown: Geometry['rows'],
  view: MarginView,
): { above: number; below: number; go: (step: 1 | -1) => void } {
  const reading = useReader((state) => state.reading);
  const { stripes, passages } = reading ?? {};
  const order = useMemo(() => {
    const ids = new Set(
      stripes?.filter(({ key }) => view.lanes.has(key)).flatMap(({ passageIds }) => passageIds),
    );
    // A part of a page has no words: it lies where its page begins, and not before it.
    return orderOf(
      (passages ?? []).flatMap(({ id, start, end }) =>
        ids.has(id) ? [{ id, start, end: Math.max(end, start + 1) }] : [],
      ),
    );
  }, [stripes, passages, view.lanes]);
  const top = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  const sight =
    reading === null || height === 0
      ? NOTHING
      : sightOf(items, rows, shown, [top + EDGE, top + height - EDGE]);
  const { above, below } = countBeyond(order, sight);
  return { above, below, go: (step) => go(order, sight, step) };
}
