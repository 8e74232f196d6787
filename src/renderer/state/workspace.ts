import { create } from 'zustand';
import { keep, recall } from './storage.ts';
import { closed, opened, type PageTab, type Tab, tabKey, type ViewKind } from './tabs.ts';
import { KEPT, type Kept, NOTHING, type Selection } from './workspace-kept.ts';

export { PAGES, type PageKind, type Selection } from './workspace-kept.ts';

/** Where the reader is asked to go; a new object each time, so that asking twice goes twice. */
export interface Destination {
  readonly documentId: string;
  /** Offset of the first unit to show; without it, where this document was last left. */
  readonly start?: number;
  /** End of the words to show; they are brought into sight and outlined for a moment. */
  readonly end?: number;
  /** Whether these words are selected on arriving; they are, unless said otherwise. */
  readonly take?: boolean;
  /** Whether the reader takes the focus. */
  readonly focus: boolean;
}

/** A place that was looked at: back and forward go through them. */
export type Place =
  | { readonly kind: 'document'; readonly documentId: string; readonly start: number }
  | PageTab;

export interface Workspace extends Kept {
  readonly projectId: string | null;
  readonly destination: Destination | null;
  /** Whether the view that came to the front just now takes the focus; it says so by taking it. */
  readonly viewFocus: boolean;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  /** Takes up what was open in this project when it was left. */
  readonly enter: (projectId: string | null) => void;
  /** Shows a document in the reader, in its tab. `to.focus` is true unless said otherwise. */
  readonly open: (
    documentId: string | null,
    to?: {
      readonly start?: number;
      readonly end?: number;
      readonly take?: boolean;
      readonly focus?: boolean;
    },
  ) => void;
  /** Brings a view to the front, in its tab. @param focus whether it takes the focus; it does, unless said otherwise */
  readonly show: (view: ViewKind, focus?: boolean) => void;
  /** Brings the page of a code to the front, in its tab. @param focus as for `show` */
  readonly showCode: (codeId: string, focus?: boolean) => void;
  /** Closes a tab; the one beside it comes to the front. */
  readonly close: (key: string) => void;
  readonly reorder: (tabs: readonly Tab[]) => void;
  /** Goes back to, or forward again to, where one was before jumping. */
  readonly travel: (step: -1 | 1) => void;
  readonly select: (selection: Selection | null) => void;
  readonly selectCode: (codeId: string | null) => void;
  readonly selectCase: (caseId: string) => void;
  readonly inspect: (inspected: Workspace['inspected']) => void;
  readonly rememberPlace: (documentId: string, start: number) => void;
  readonly rememberCodes: (codeIds: readonly string[]) => void;
  readonly fold: (ids: readonly string[]) => void;
  /** Puts a code on a digit key (0 for key 1), or with null takes what is there off it. */
  readonly pin: (index: number, codeId: string | null) => void;
}

const RECENT_MAX = 12;
const PLACES_MAX = 50;

/** What is in front beside documents; null where a document is, or a page of no code. */
export function pageInFront({ page, pageCodeId }: Pick<Kept, 'page' | 'pageCodeId'>): PageTab | null {
  if (page === 'document') return null;
  if (page !== 'code') return { kind: page };
  return pageCodeId === null ? null : { kind: page, codeId: pageCodeId };
}

/** Where one is now, for the way back; nothing without a document. */
function here(now: Kept): readonly Place[] {
  const { page, documentId, places } = now;
  const inFront = pageInFront(now);
  if (inFront !== null) return [inFront];
  if (page !== 'document') return [];
  return documentId === null ? [] : [{ kind: 'document', documentId, start: places[documentId] ?? 0 }];
}

/** What makes a view or the page of a code the page in front. */
const showing = (now: Workspace, tab: PageTab, focus: boolean) =>
  ({
    page: tab.kind,
    tabs: opened(now.tabs, tab),
    viewFocus: focus,
    ...(tab.kind === 'code' ? { pageCodeId: tab.codeId } : {}),
  }) as const;

/** The same, with a way back to where one was. */
function turning(now: Workspace, tab: PageTab, focus: boolean): Partial<Workspace> {
  const inFront = pageInFront(now);
  const stays = inFront !== null && tabKey(inFront) === tabKey(tab);
  return {
    ...showing(now, tab, focus),
    ...(stays ? {} : { back: [...now.back, ...here(now)].slice(-PLACES_MAX), forward: [] }),
  };
}

/** What makes another tab the page in front, or the empty reader. */
function fronting(now: Workspace, front: Tab | undefined): Partial<Workspace> {
  if (front !== undefined && front.kind !== 'document') return showing(now, front, false);
  const documentId = front?.documentId ?? null;
  return {
    page: 'document',
    documentId,
    destination: documentId === null ? null : { documentId, focus: true },
    ...(now.documentId === documentId ? {} : { selection: null }),
  };
}

/** What is open, selected and remembered in the open project. Screen state only: nothing of it is in the project file. */
export const useWorkspace = create<Workspace>((set) => ({
  ...NOTHING,
  projectId: null,
  destination: null,
  viewFocus: false,
  back: [],
  forward: [],
  enter: (projectId) =>
    set((now) =>
      now.projectId === projectId
        ? now
        : {
            ...NOTHING,
            ...(projectId === null ? {} : recall(projectId, 'workspace', KEPT)),
            projectId,
            destination: null,
            viewFocus: false,
            back: [],
            forward: [],
          },
    ),
  open: (documentId, to = {}) =>
    set((now) => {
      if (documentId === null) return { page: 'document', documentId, destination: null, selection: null };
      const jumps = now.page !== 'document' || now.documentId !== documentId || to.start !== undefined;
      return {
        page: 'document',
        documentId,
        tabs: opened(now.tabs, { kind: 'document', documentId }),
        destination: { documentId, focus: true, ...to },
        ...(jumps ? { back: [...now.back, ...here(now)].slice(-PLACES_MAX), forward: [] } : {}),
        ...(now.documentId === documentId ? {} : { selection: null }),
      };
    }),
  show: (kind, focus = true) => set((now) => turning(now, { kind }, focus)),
  showCode: (codeId, focus = true) => set((now) => turning(now, { kind: 'code', codeId }, focus)),
  close: (key) =>
    set((now) => {
      const { tabs, front } = closed(now.tabs, key);
      const isShown =
        now.documentId !== null && key === tabKey({ kind: 'document', documentId: now.documentId });
      if (now.page !== 'document') {
        const inFront = pageInFront(now);
        // Behind a view a document goes without another coming up in its place.
        if (inFront !== null && key !== tabKey(inFront))
          return isShown ? { tabs, documentId: null, destination: null, selection: null } : { tabs };
      } else if (!isShown) return { tabs };
      return { ...fronting({ ...now, tabs }, front), tabs };
    }),
  reorder: (tabs) => set({ tabs }),
  travel: (step) =>
    set((now) => {
      const from = step < 0 ? now.back : now.forward;
      const place = from.at(-1);
      if (place === undefined) return now;
      const rest = from.slice(0, -1);
      const left = here(now);
      const way = {
        back: step < 0 ? rest : [...now.back, ...left],
        forward: step < 0 ? [...now.forward, ...left] : rest,
      };
      if (place.kind !== 'document') return { ...showing(now, place, true), ...way };
      const { documentId, start } = place;
      return {
        page: 'document',
        documentId,
        tabs: opened(now.tabs, { kind: 'document', documentId }),
        destination: { documentId, start, focus: true },
        selection: null,
        ...way,
      };
    }),
  select: (selection) =>
    set((now) => ({
      selection,
      inspected: selection === null ? (now.inspected === 'text' ? null : now.inspected) : 'text',
    })),
  selectCode: (codeId) => set({ codeId, inspected: codeId === null ? null : 'code' }),
  selectCase: (caseId) => set({ caseId, inspected: 'case' }),
  inspect: (inspected) => set({ inspected }),
  rememberPlace: (documentId, start) => set((now) => ({ places: { ...now.places, [documentId]: start } })),
  rememberCodes: (codeIds) =>
    set((now) => ({
      lastCodes: codeIds,
      recentCodes: [...codeIds, ...now.recentCodes.filter((id) => !codeIds.includes(id))].slice(
        0,
        RECENT_MAX,
      ),
    })),
  fold: (folded) => set({ folded }),
  pin: (index, codeId) =>
    set(({ pinned }) => ({
      pinned: Array.from({ length: 9 }, (_, at) => {
        const before = pinned[at] ?? null;
        if (at === index) return codeId;
        // A code has one key: it leaves the one it had.
        return before === codeId ? null : before;
      }),
    })),
}));

useWorkspace.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const kept = Object.fromEntries(Object.keys(NOTHING).map((name) => [name, now[name as keyof Kept]]));
  keep(now.projectId, 'workspace', kept);
});
