import './margin.css';
import type { VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { useText } from '../messages/intl.tsx';
import type { GeometryStore, StripeBox } from '../reader/geometry.ts';
import type { Row } from '../reader/rows.ts';
import type { Stripe } from '../reader/stripes.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Beside } from './Beside.tsx';
import { type Coders, useCoders } from './useCoders.ts';

const NONE: readonly StripeBox[] = [];

/** What stands beside one row, at the row's height. */
const Slot = memo(function Slot({
  row,
  top,
  height,
  geometry,
  codebook,
  coders,
  stop,
}: {
  row: number;
  top: number;
  height: number;
  geometry: GeometryStore;
  codebook: Codebook;
  coders: Coders;
  /** The stripe whose name Tab reaches. */
  stop: string | undefined;
}) {
  const boxes = useStore(geometry, ({ rows }) => rows.get(row) ?? NONE);
  if (boxes.length === 0) return null;
  return (
    <div className="mg-slot" style={{ insetBlockStart: top, blockSize: height }}>
      <Beside boxes={boxes} height={height} codebook={codebook} coders={coders} stop={stop} />
    </div>
  );
});

/** Arrows go through the names in order; Tab reaches one of them only. */
function onArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.mg-name')];
  const next = names[names.indexOf(document.activeElement as HTMLElement) + step];
  event.preventDefault();
  next?.focus();
}

/**
 * The margin: the stripes and names of the codes, beside the words they lie on. Only what is beside rows on the page is
 * drawn, from what those rows have measured.
 */
export function Margin({
  items,
  rows,
  geometry,
  codebook,
  stripes,
}: {
  items: readonly VirtualItem[];
  rows: readonly Row[];
  geometry: GeometryStore;
  codebook: Codebook;
  stripes: readonly Stripe[];
}) {
  const t = useText();
  const selection = useWorkspace((workspace) => workspace.selection);
  const passageId = selection?.kind === 'passage' ? selection.passageId : null;
  const shown = useStore(geometry);
  const coders = useCoders();
  const stop = useMemo(() => {
    const chosen = stripes.find(({ passageIds }) => passageId !== null && passageIds.includes(passageId));
    const first = [...shown.rows.values()].flatMap((boxes) => boxes.filter(({ begins }) => begins))[0]
      ?.stripe;
    return (chosen ?? first)?.key;
  }, [stripes, passageId, shown]);
  return (
    <section className="mg" data-pane="margin" aria-label={t('margin.title')} onKeyDown={onArrows}>
      {items.map(({ index, key, start, size }) => (
        <Slot
          key={key}
          row={rows[index]?.first ?? 0}
          top={start}
          height={size}
          geometry={geometry}
          codebook={codebook}
          coders={coders}
          stop={stop}
        />
      ))}
    </section>
  );
}
