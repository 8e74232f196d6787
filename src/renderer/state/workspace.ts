import * as z from 'zod';
import { create } from 'zustand';
import { Region } from '../../contract/common.ts';
import { keep, recall } from './storage.ts';
import { closed, opened, type Tab, tabKey, VIEW_KINDS, type ViewKind } from './tabs.ts';

/** What is selected in a document: a span of its current version, a passage, or a part of a page that is none yet. */
export type Selection =
  | { readonly kind: 'span'; readonly documentId: string; readonly start: number; readonly end: number }
  | { readonly kind: 'passage'; readonly documentId: string; readonly passageId: string }
  | {
      readonly kind: 'region';
      readonly documentId: string;
      /** Both where the text of its page begins. */
      readonly start: number;
      readonly end: number;
      readonly region: Region;
    };

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

/** What stands in the middle: the document in the reader, or a view over the project. */
export const PAGES = ['document', ...VIEW_KINDS] as const;
export type PageKind = (typeof PAGES)[number];

/** A place that was looked at: back and forward go through them. */
export type Place =
  | { readonly kind: 'document'; readonly documentId: string; readonly start: number }
  | { readonly kind: ViewKind };

interface Kept {
  /** What stands in the tabs, in their order. */
  readonly tabs: readonly Tab[];
  /** What kind of page is in front. */
  readonly page: PageKind;
  /** The document in the reader: of the tab that is in front, or that was before a view came to the front. */
  readonly documentId: string | null;
  /** The selected code: the codebook marks it, the drawer shows its passages. */
  readonly codeId: string | null;
  /** The case that was looked at last. */
  readonly caseId: string | null;
  /** What was selected in the text. */
  readonly selection: Selection | null;
  /** What the inspector shows: whichever was chosen last. */
  readonly inspected: 'code' | 'text' | 'document' | 'case' | null;
  /** For each document, the offset of the first unit in sight when it was left. */
  readonly places: Readonly<Record<string, number>>;
  /** Codes and cases that are folded in the two trees. */
  readonly folded: readonly string[];
  /** Codes applied last, newest first. */
  readonly recentCodes: readonly string[];
  /** The codes applied by the last command, which Repeat applies again. */
  readonly lastCodes: readonly string[];
  /** Codes on the digit keys: index 0 is key 1. */
  readonly pinned: readonly (string | null)[];
}

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

const NOTHING: Kept = {
  tabs: [],
  page: 'document',
  documentId: null,
  codeId: null,
  caseId: null,
  selection: null,
  inspected: null,
  places: {},
  folded: [],
  recentCodes: [],
  lastCodes: [],
  pinned: [],
};
const Ids = z.array(z.string());
const AnOffset = z.int().nonnegative();
/** What a later or an earlier version has kept may look otherwise: then the part begins anew, alone. */
const KEPT: z.ZodType<Kept> = z.object({
  tabs: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('document'), documentId: z.string() }),
        z.object({ kind: z.enum(VIEW_KINDS) }),
      ]),
    )
    .catch([]),
  page: z.enum(PAGES).catch('document'),
  documentId: z.string().nullable().catch(null),
  codeId: z.string().nullable().catch(null),
  caseId: z.string().nullable().catch(null),
  selection: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('span'), documentId: z.string(), start: AnOffset, end: AnOffset }),
      z.object({ kind: z.literal('passage'), documentId: z.string(), passageId: z.string() }),
      z.object({
        kind: z.literal('region'),
        documentId: z.string(),
        start: AnOffset,
        end: AnOffset,
        region: Region,
      }),
    ])
    .nullable()
    .catch(null),
  inspected: z.enum(['code', 'text', 'document', 'case']).nullable().catch(null),
  places: z.record(z.string(), AnOffset).catch({}),
  folded: Ids.catch([]),
  recentCodes: Ids.catch([]),
  lastCodes: Ids.catch([]),
  pinned: z.array(z.string().nullable()).catch([]),
});
const RECENT_MAX = 12;
const PLACES_MAX = 50;

/** Where one is now, for the way back; nothing without a document. */
function here({ page, documentId, places }: Kept): readonly Place[] {
  if (page !== 'document') return [{ kind: page }];
  return documentId === null ? [] : [{ kind: 'document', documentId, start: places[documentId] ?? 0 }];
}

/** What makes a view the page in front. */
const showing = (now: Workspace, kind: ViewKind, focus: boolean) =>
  ({ page: kind, tabs: opened(now.tabs, { kind }), viewFocus: focus }) as const;

/** What makes another tab the page in front, or the empty reader. */
function fronting(now: Workspace, front: Tab | undefined): Partial<Workspace> {
  if (front !== undefined && front.kind !== 'document') return showing(now, front.kind, false);
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
  show: (view, focus = true) =>
    set((now) => ({
      ...showing(now, view, focus),
      ...(now.page === view ? {} : { back: [...now.back, ...here(now)].slice(-PLACES_MAX), forward: [] }),
    })),
  close: (key) =>
    set((now) => {
      const { tabs, front } = closed(now.tabs, key);
      const isShown =
        now.documentId !== null && key === tabKey({ kind: 'document', documentId: now.documentId });
      if (now.page !== 'document') {
        // Behind a view a document goes without another coming up in its place.
        if (key !== tabKey({ kind: now.page }))
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
      if (place.kind !== 'document') return { ...showing(now, place.kind, true), ...way };
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
