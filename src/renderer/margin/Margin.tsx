import './margin.css';
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../messages/intl.tsx';
import type { GeometryStore, StripeBox } from '../reader/geometry.ts';
import type { Row } from '../reader/rows.ts';
import type { Stripe } from '../reader/stripes.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import type { CodeDrop } from '../reader/useCodeDrop.ts';
import { brief } from '../reader/words.ts';
import { useWorkspace } from '../state/workspace.ts';
import { ContextMenu } from '../ui/Menu.tsx';
import { Beside } from './Beside.tsx';
import { Chooser } from './Chooser.tsx';
import { Edge } from './Edge.tsx';
import { type OnMenu, STOPS } from './Name.tsx';
import { type MarginView, useMarginView } from './useMarginView.ts';
import { useSight } from './useSight.ts';
import { useStripeMenu } from './useStripeMenu.ts';

const NONE: readonly StripeBox[] = [];

/** What stands beside one row, at the row's height. */
const Slot = memo(function Slot({
  row,
  top,
  height,
  geometry,
  codebook,
  view,
  stop,
  onMenu,
}: {
  row: number;
  top: number;
  height: number;
  geometry: GeometryStore;
  codebook: Codebook;
  view: MarginView;
  /** The stripe whose name Tab reaches. */
  stop: string | undefined;
  onMenu: OnMenu;
}) {
  const boxes = useStore(geometry, ({ rows }) => rows.get(row) ?? NONE);
  const shown = useMemo(() => boxes.filter(({ stripe }) => view.lanes.has(stripe.key)), [boxes, view]);
  if (shown.length === 0) return null;
  return (
    <div className="mg-slot" style={{ insetBlockStart: top, blockSize: height }}>
      <Beside boxes={shown} height={height} codebook={codebook} view={view} stop={stop} onMenu={onMenu} />
    </div>
  );
});

/** Arrows go through the names in order; Tab reaches one of them only. */
function onArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  stops[at + step]?.focus();
}

interface Asked {
  readonly stripe: Stripe;
  readonly at: Element;
}

function StripeMenu({ asked, name, onClose }: { asked: Asked; name: string; onClose: () => void }) {
  const t = useText();
  const rows = useStripeMenu(asked.stripe, name);
  const at = useMemo(() => ({ current: asked.at }), [asked]);
  return <ContextMenu label={t('margin.menu', { name })} rows={rows} at={at} onClose={onClose} />;
}

/**
 * The margin: the stripes and names of the codes, beside the words they lie on, and at its ends how many lie beyond what
 * is in sight. Only what is beside rows on the page is drawn, from what those rows have measured.
 */
export function Margin({
  items,
  virtualizer,
  rows,
  geometry,
  codebook,
  stripes,
  drop,
}: {
  items: readonly VirtualItem[];
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  rows: readonly Row[];
  geometry: GeometryStore;
  codebook: Codebook;
  stripes: readonly Stripe[];
  drop: CodeDrop;
}) {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const onMenu = useCallback<OnMenu>((stripe, at) => setAsked({ stripe, at }), []);
  const selection = useWorkspace((workspace) => workspace.selection);
  const passageId = selection?.kind === 'passage' ? selection.passageId : null;
  const { rows: shown } = useStore(geometry);
  const view = useMarginView(stripes, codebook);
  const { above, below, go } = useSight(items, virtualizer, rows, shown, view);
  const stop = useMemo(() => {
    const begun = [...shown.values()]
      .flatMap((boxes) => boxes.filter(({ begins }) => begins))
      .map(({ stripe }) => stripe)
      .filter(({ key }) => view.lanes.has(key));
    const chosen = begun.find(({ passageIds }) => passageId !== null && passageIds.includes(passageId));
    return (chosen ?? begun[0])?.key;
  }, [passageId, shown, view]);
  return (
    <section className="mg" data-pane="margin" aria-label={t('margin.title')} onKeyDown={onArrows} {...drop}>
      <Edge side="above" count={above} onGo={() => go(-1)}>
        <Chooser several={view.coders.several} />
      </Edge>
      {items.map(({ index, key, start, size }) => (
        <Slot
          key={key}
          row={index}
          top={start}
          height={size}
          geometry={geometry}
          codebook={codebook}
          view={view}
          stop={stop}
          onMenu={onMenu}
        />
      ))}
      <Edge side="below" count={below} onGo={() => go(1)} />
      {asked === null ? null : (
        <StripeMenu
          asked={asked}
          name={
            asked.stripe.codeId === null
              ? brief(view.noteOf(asked.stripe))
              : nameOf(codebook, asked.stripe.codeId)
          }
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
