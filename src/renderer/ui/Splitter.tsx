import type { ReactNode } from 'react';
import { Group, Panel, type PanelProps, Separator } from 'react-resizable-panels';
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
          const box = document.getElementById(part)?.getBoundingClientRect();
          const size = Math.round((across ? box?.width : box?.height) ?? 0);
          if (size > 0) sizes[part] = size;
        }
        usePanes.getState().remember(sizes);
      }}
    >
      {children}
    </Group>
  );
}

/**
 * A pane of a `Split`. With `size` (px) it keeps that size when the window changes, or the one that the person gave it;
 * without, it takes what is left over.
 */
export function Part({
  id,
  size,
  ...rest
}: Omit<PanelProps, 'className' | 'id' | 'defaultSize'> & { id: string; size?: number }) {
  const given = usePanes.getState().sizes[id];
  return (
    <Panel
      {...rest}
      id={id}
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
