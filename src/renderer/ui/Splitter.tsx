import { type ReactNode, useEffect, useRef } from 'react';
import { Group, Panel, type PanelImperativeHandle, type PanelProps, Separator } from 'react-resizable-panels';
import { usePanes } from '../state/panes.ts';

/** A row or column of panes with separators between; remembers for this person and project what sizes they were given. */
export function Split({ id, across, children }: { id: string; across: boolean; children: ReactNode }) {
  return (
    <Group
      id={id}
      orientation={across ? 'horizontal' : 'vertical'}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        const sizes: Record<string, number> = {};
        for (const part of Object.keys(layout)) {
          const pane = document.getElementById(part);
          const box = pane?.getBoundingClientRect();
          const size = Math.round((across ? box?.width : box?.height) ?? 0);
          if (size > 0) sizes[pane?.dataset['keptAs'] ?? part] = size;
        }
        usePanes.getState().remember(sizes);
      }}
    >
      {children}
    </Group>
  );
}

interface PartProps extends Omit<PanelProps, 'className' | 'id' | 'defaultSize' | 'panelRef'> {
  readonly id: string;
  /** px */
  readonly size?: number;
  /** What its size is remembered as, where it has one in a narrow window and another in a wide one; else the id. */
  readonly keptAs?: string;
}

/**
 * A pane of a `Split`. With `size` it keeps that size when the window changes, or the one that the person gave it;
 * without, it takes what is left over. It stays as it is when it is to be remembered as something else: only its size
 * changes.
 */
export function Part({ id, size, keptAs = id, ...rest }: PartProps) {
  const panel = useRef<PanelImperativeHandle>(null);
  const given = usePanes.getState().sizes[keptAs];
  const shown = useRef(keptAs);
  useEffect(() => {
    if (shown.current === keptAs || size === undefined) return;
    shown.current = keptAs;
    // Panes that come or go with it are taken up first; they would undo what is said before.
    const frame = requestAnimationFrame(() =>
      panel.current?.resize(usePanes.getState().sizes[keptAs] ?? size),
    );
    return () => cancelAnimationFrame(frame);
  }, [keptAs, size]);
  return (
    <Panel
      {...rest}
      id={id}
      panelRef={panel}
      data-kept-as={keptAs}
      className="part"
      // Clipped, not hidden: giving a field in it the focus must not scroll the pane away under its heading.
      style={{ overflow: 'clip' }}
      {...(size === undefined
        ? {}
        : { defaultSize: given ?? size, groupResizeBehavior: 'preserve-pixel-size' as const })}
    />
  );
}

/**
 * The line between two panes: arrows move it, Home and End take it to its ends, Enter puts the pane away. It belongs to
 * neither of the landmarks beside it, so it is named by a title, which the pointer sees too.
 * @param onCollapse puts the pane beside it away, where that can be done
 */
export function Divider({ label, onCollapse }: { label: string; onCollapse?: () => void }) {
  return (
    <Separator
      className="divider"
      title={label}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onCollapse?.();
      }}
    />
  );
}
