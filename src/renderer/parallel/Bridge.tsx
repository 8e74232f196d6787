import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import type { Stripe } from '../reader/stripes.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';
import { type Link, linksOf } from './pairs.ts';
import type { PaneHandle, Panes } from './panes.ts';
import { useParallel } from './view.ts';

/** More bridges than these can't be told apart. */
const MOST = 40;
/** Where a bridge lands on a passage, px below its first line's top. */
const LANDS = 10;
/** Between two panes, px: the same as `--sbs-gap`. */
const WIDTH = 40;

/** A bridge as it is drawn: where it begins and ends, px from the top of the panes. */
interface Drawn {
  readonly link: Link;
  readonly from: number;
  readonly to: number;
}

/** Where a passage stands in its pane, px from its top, and whether that is in sight. */
function placeOf({ scroller, topOf }: PaneHandle, stripe: Stripe): { y: number; isSeen: boolean } {
  const y = topOf(stripe) - scroller.scrollTop + LANDS;
  return {
    y: Math.max(-LANDS, Math.min(scroller.clientHeight + LANDS, y)),
    isSeen: y >= 0 && y <= scroller.clientHeight,
  };
}

/** The bridges of which both ends are in sight, or one where the code is that which is read by. */
function inSight({ handles }: Panes, number: number, links: readonly Link[], codeId: string | null): Drawn[] {
  const [left, right] = [handles.get(number), handles.get(number + 1)];
  if (left === undefined || right === undefined) return [];
  return links.flatMap((link): Drawn[] => {
    const [from, to] = [placeOf(left, link.from), placeOf(right, link.to)];
    const isSeen = link.codeId === codeId ? from.isSeen || to.isSeen : from.isSeen && to.isSeen;
    return isSeen ? [{ link, from: from.y, to: to.y }] : [];
  });
}

/** Those that can be drawn: all, or where they are too many those of the code that is read by, or none. */
function few(drawn: readonly Drawn[], codeId: string | null): readonly Drawn[] {
  if (drawn.length <= MOST) return drawn;
  const own = drawn.filter(({ link }) => link.codeId === codeId);
  return own.length <= MOST ? own : [];
}

/** Gives the bridges that are in sight now, and goes along with every scroll. */
function useDrawn(
  panes: Panes,
  number: number,
  links: readonly Link[],
  codeId: string | null,
): readonly Drawn[] {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const frame = useRef(0);
  useEffect(() => {
    const draw = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => setDrawn(inSight(panes, number, links, codeId)));
    };
    draw();
    panes.listeners.add(draw);
    window.addEventListener('resize', draw);
    return () => {
      cancelAnimationFrame(frame.current);
      panes.listeners.delete(draw);
      window.removeEventListener('resize', draw);
    };
  }, [panes, number, links, codeId]);
  return drawn;
}

/** What joins two panes: a line from each passage to that which is as manieth of the same code in the next. */
export function Bridge({
  panes,
  number,
  from,
  to,
  codeId,
  codebook,
}: {
  panes: Panes;
  /** Of the pane before it. */
  number: number;
  from: readonly Stripe[];
  to: readonly Stripe[];
  codeId: string | null;
  codebook: Codebook;
}) {
  const t = useText();
  const at = useParallel((view) => view.at);
  const links = useMemo(() => linksOf(from, to, codebook.codes), [from, to, codebook]);
  const all = useDrawn(panes, number, links, codeId);
  const drawn = few(all, codeId);
  const isPresent = ({ link }: Drawn) => link.codeId === codeId && link.at === at;
  // The present one lies on top.
  const inOrder = drawn.toSorted((a, b) => Number(isPresent(a)) - Number(isPresent(b)));
  return (
    <div className="sbs-bridge">
      <svg aria-hidden="true" width={WIDTH} height="100%">
        {inOrder.map((each) => (
          <path
            key={`${each.link.codeId} ${each.link.at}`}
            className={isPresent(each) ? 'is-on' : each.link.codeId === codeId ? 'is-code' : undefined}
            style={styleOf(codebook, each.link.codeId)}
            d={`M0 ${each.from} C${WIDTH / 2} ${each.from} ${WIDTH / 2} ${each.to} ${WIDTH} ${each.to}`}
          />
        ))}
      </svg>
      {all.length > 0 && drawn.length === 0 ? (
        <span className="sbs-many faint small" title={t('parallel.bridges', { count: all.length })}>
          {all.length}
        </span>
      ) : null}
    </div>
  );
}
