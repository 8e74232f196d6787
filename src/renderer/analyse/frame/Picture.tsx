import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useSight } from '../../compare/useSight.ts';
import { useText } from '../../messages/intl.tsx';
import { useShownPicture } from './current.ts';
import type { Room, Shown } from './shown.ts';

/** How small a picture is drawn at least, px; below that its page scrolls. */
const LEAST: Room = { width: 320, height: 200 };

/** Space around a picture, px: the same as in analyse.css. */
const AROUND = 16;

/**
 * The picture. To whoever can't see it, it is its title and sentence, and what it counts; its marks are reached as rows of the
 * table. A press on a mark lists what is behind it.
 */
export function Picture({
  picture,
  draw,
  describedBy,
  children,
}: {
  picture: Shown;
  draw: (room: Room) => SVGSVGElement;
  describedBy: string;
  /** What stands right below it, and is left room for. */
  children: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const { width, height } = useSight(box);
  useLayoutEffect(() => {
    if (stage.current === null || width === 0) return;
    const room = {
      width: Math.max(LEAST.width, width - 2 * AROUND),
      height: Math.max(LEAST.height, height - 2 * AROUND - (foot.current?.offsetHeight ?? 0)),
    };
    useShownPicture.setState({ room });
    stage.current.replaceChildren(draw(room));
  }, [draw, width, height]);
  const onClick = (event: MouseEvent) => {
    const mark = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (mark !== null) picture.table.open(Number(mark.getAttribute('data-row')))?.(false);
  };
  return (
    <div ref={box} className="ana-picture">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the marks as rows of the table, which this names */}
      <div
        ref={stage}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than its room is scrolled by keys
        tabIndex={0}
        className="ana-stage"
        aria-label={t('analyse.picture', { title: picture.title, sentence: picture.sentence })}
        aria-describedby={`${describedBy} ${id}`}
        onClick={onClick}
      />
      <span id={id} hidden>
        {t('analyse.picture.table')}
      </span>
      <div ref={foot}>{children}</div>
    </div>
  );
}
