import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';
import { PAGES, type PageKind, useWorkspace } from './workspace.ts';

/** What the drawer at the foot can show: each a list that leads into the text above it. */
export const DRAWER_VIEWS = ['passages', 'search', 'memos', 'history'] as const;
export type DrawerView = (typeof DRAWER_VIEWS)[number];

/** Which panes are open. */
interface Arrangement {
  readonly left: boolean;
  readonly drawer: boolean;
  readonly inspector: boolean;
  /** Whether the drawer takes most of the height, for reading what it lists. */
  readonly tall: boolean;
}

interface Kept extends Arrangement {
  /** Sizes in px that the person gave to panes, by the pane's id. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The kind of page that the panes stand around. */
  readonly page: PageKind;
  /** How they stand around the other kind of page: one that is worked on beside the codebook, or a view over the project. */
  readonly other: Arrangement;
  /** What the drawer at the foot shows. */
  readonly view: DrawerView;
}

export interface Panes extends Kept {
  readonly projectId: string | null;
  /** In a narrow window the inspector lies over the text, and only when asked for. */
  readonly inspectorOver: boolean;
  /** In a small window the library and the codebook do too. */
  readonly leftOver: boolean;
  /** In a low window the drawer is there only when asked for, since it would leave no room for the text. */
  readonly drawerOver: boolean;
  readonly enter: (projectId: string | null) => void;
  readonly remember: (sizes: Readonly<Record<string, number>>) => void;
  /** Opens or closes a pane; without `open`, the other way from now. */
  readonly toggle: (pane: 'left' | 'drawer' | 'inspector', open?: boolean) => void;
  /** Opens and closes panes as they were left around this kind of page. */
  readonly turn: (page: PageKind) => void;
  /** Opens and closes panes as a layout has it. */
  readonly arrange: (layout: Layout) => void;
  /** Opens the drawer with this view. */
  readonly show: (view: DrawerView) => void;
}

/** Arrangements for a kind of work. */
export const LAYOUTS = ['read', 'code', 'compare', 'analyse'] as const;
export type Layout = (typeof LAYOUTS)[number];

const ARRANGEMENTS: Readonly<Record<Layout, Arrangement>> = {
  read: { left: false, drawer: false, inspector: false, tall: false },
  code: { left: true, drawer: true, inspector: true, tall: false },
  // As for reading: a comparison takes all the room there is until a list is asked for.
  compare: { left: false, drawer: false, inspector: false, tall: false },
  analyse: { left: false, drawer: false, inspector: false, tall: false },
};

/** Below this width the inspector covers the text instead of standing beside it. */
export const NARROW = '(max-width: 1099px)';
/** Below this width the library and the codebook cover the text as well. */
export const SMALL = '(max-width: 799px)';
/** Below this height the drawer is closed until it is asked for. */
export const LOW = '(max-height: 519px)';

/** Documents and what is said of codes are worked on beside the codebook, in one arrangement; all other views share another. */
const isWork = (page: PageKind): boolean => page === 'document' || page === 'code' || page === 'versions';

const DEFAULT: Kept = {
  ...ARRANGEMENTS.code,
  sizes: {},
  view: 'passages',
  page: 'document',
  other: ARRANGEMENTS.compare,
};

const KEPT: z.ZodType<Kept> = z.object({
  sizes: z.record(z.string(), z.number().positive()).catch(DEFAULT.sizes),
  left: z.boolean().catch(DEFAULT.left),
  drawer: z.boolean().catch(DEFAULT.drawer),
  inspector: z.boolean().catch(DEFAULT.inspector),
  tall: z.boolean().catch(DEFAULT.tall),
  view: z.enum(DRAWER_VIEWS).catch(DEFAULT.view),
  page: z.enum(PAGES).catch(DEFAULT.page),
  other: z
    .object({ left: z.boolean(), drawer: z.boolean(), inspector: z.boolean(), tall: z.boolean() })
    .catch(DEFAULT.other),
});

/** Which panes are open and how large they are. */
export const usePanes = create<Panes>((set) => ({
  ...DEFAULT,
  projectId: null,
  inspectorOver: false,
  leftOver: false,
  drawerOver: false,
  enter: (projectId) =>
    set({
      ...DEFAULT,
      ...(projectId === null ? {} : recall(projectId, 'panes', KEPT)),
      projectId,
      inspectorOver: false,
      leftOver: false,
      drawerOver: false,
    }),
  remember: (sizes) => set((now) => ({ sizes: { ...now.sizes, ...sizes } })),
  toggle: (pane, open) =>
    set((now) => {
      if (pane === 'inspector' && matchMedia(NARROW).matches)
        return { inspectorOver: open ?? !now.inspectorOver };
      if (pane === 'left' && matchMedia(SMALL).matches) return { leftOver: open ?? !now.leftOver };
      if (pane === 'drawer' && matchMedia(LOW).matches) return { drawerOver: open ?? !now.drawerOver };
      return { [pane]: open ?? !now[pane] };
    }),
  turn: (page) =>
    set((now) => {
      if (page === now.page) return now;
      if (isWork(page) === isWork(now.page)) return { page };
      const { left, drawer, inspector, tall, other } = now;
      return { page, ...other, other: { left, drawer, inspector, tall } };
    }),
  arrange: (layout) =>
    set({ ...ARRANGEMENTS[layout], inspectorOver: false, leftOver: false, drawerOver: false }),
  show: (view) => set(matchMedia(LOW).matches ? { view, drawerOver: true } : { view, drawer: true }),
}));

/**
 * Says which layout the panes stand in.
 * @returns null where the person has opened or closed one since
 */
export function layoutOf({ left, drawer, inspector, tall }: Arrangement): Layout | null {
  const same = (layout: Layout) => {
    const each = ARRANGEMENTS[layout];
    return (
      each.left === left &&
      each.drawer === drawer &&
      each.inspector === inspector &&
      (!drawer || each.tall === tall)
    );
  };
  return LAYOUTS.find(same) ?? null;
}

usePanes.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { sizes, left, drawer, inspector, tall, view, page, other } = now;
  keep(now.projectId, 'panes', { sizes, left, drawer, inspector, tall, view, page, other });
});

useWorkspace.subscribe((now, before) => {
  if (now.projectId !== null && now.projectId === before.projectId) usePanes.getState().turn(now.page);
});
