import { create } from 'zustand';
import { keep, recall } from './storage.ts';

interface Kept {
  /** Sizes in px that the person gave to panes, by the pane's id. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly left: boolean;
  readonly drawer: boolean;
  readonly inspector: boolean;
}

export interface Panes extends Kept {
  readonly projectId: string | null;
  /** In a narrow window the inspector lies over the text, and only when asked for. */
  readonly inspectorOver: boolean;
  readonly enter: (projectId: string | null) => void;
  readonly remember: (sizes: Readonly<Record<string, number>>) => void;
  /** Opens or closes a pane; without `open`, the other way from now. */
  readonly toggle: (pane: 'left' | 'drawer' | 'inspector', open?: boolean) => void;
}

/** Below this width the inspector covers the text instead of standing beside it. */
export const NARROW = '(max-width: 1099px)';

const DEFAULT: Kept = { sizes: {}, left: true, drawer: true, inspector: true };

/** Which panes are open and how large they are. */
export const usePanes = create<Panes>((set) => ({
  ...DEFAULT,
  projectId: null,
  inspectorOver: false,
  enter: (projectId) =>
    set({
      ...DEFAULT,
      ...(projectId === null ? {} : recall<Partial<Kept>>(projectId, 'panes')),
      projectId,
      inspectorOver: false,
    }),
  remember: (sizes) => set((now) => ({ sizes: { ...now.sizes, ...sizes } })),
  toggle: (pane, open) =>
    set((now) =>
      pane === 'inspector' && matchMedia(NARROW).matches
        ? { inspectorOver: open ?? !now.inspectorOver }
        : { [pane]: open ?? !now[pane] },
    ),
}));

usePanes.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { sizes, left, drawer, inspector } = now;
  keep(now.projectId, 'panes', { sizes, left, drawer, inspector });
});
