import { X } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';

/** One tab: its title, and a cross for the mouse; keys close it by Delete. */
export function TabView({
  title,
  isFront,
  dropAt,
  onShow,
  onClose,
  onKeyDown,
  drag,
}: {
  title: string;
  isFront: boolean;
  /** On which side a dragged tab would land, or null. */
  dropAt: 'before' | 'after' | null;
  onShow: () => void;
  onClose: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  drag: {
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
}) {
  const t = useText();
  const classes = ['tab', isFront ? 'is-on' : '', dropAt === null ? '' : `drop-${dropAt}`];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has commands of its own, "Move tab …"
    <div
      className={classes.join(' ').trim()}
      draggable
      {...drag}
      onAuxClick={(event) => {
        if (event.button === 1) onClose();
      }}
      // The middle button would scroll the page instead.
      onMouseDown={(event) => (event.button === 1 ? event.preventDefault() : undefined)}
    >
      <button
        type="button"
        role="tab"
        aria-selected={isFront}
        tabIndex={isFront ? 0 : -1}
        title={title}
        onClick={onShow}
        onKeyDown={onKeyDown}
      >
        <bdi className="clip">{title}</bdi>
      </button>
      <button
        type="button"
        className="x"
        tabIndex={-1}
        aria-hidden="true"
        title={t('tabs.close', { title })}
        onClick={onClose}
      >
        <Icon of={X} size={12} />
      </button>
    </div>
  );
}
