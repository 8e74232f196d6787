import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** What is selected in a document: a span of its current version, or a passage. */
export type Selection =
  | { readonly kind: 'span'; readonly documentId: string; readonly start: number; readonly end: number }
  | { readonly kind: 'passage'; readonly documentId: string; readonly passageId: string };

/** Where the reader is asked to go; a new object each time, so that asking twice goes twice. */
export interface Destination {
  readonly documentId: string;
  /** Offset of the first unit to show; without it, where this document was last left. */
  readonly start?: number;
}

interface Kept {
  /** The document in the reader. */
  readonly documentId: string | null;
  /** The selected code: the codebook marks it, the drawer shows its passages. */
  readonly codeId: string | null;
  /** For each document, the offset of the first unit in sight when it was left. */
  readonly places: Readonly<Record<string, number>>;
  /** Codes and cases that are folded in the two trees. */
  readonly folded: readonly string[];
  /** Codes applied last, newest first. */
  readonly recentCodes: readonly string[];
}

export interface Workspace extends Kept {
  readonly projectId: string | null;
  readonly selection: Selection | null;
  /** Whether the inspector shows the selected code or what is selected in the text: whichever was chosen last. */
  readonly inspected: 'code' | 'text' | null;
  readonly destination: Destination | null;
  /** Takes up what was open in this project when it was left. */
  readonly enter: (projectId: string | null) => void;
  readonly open: (documentId: string | null, start?: number) => void;
  readonly select: (selection: Selection | null) => void;
  readonly selectCode: (codeId: string | null) => void;
  readonly rememberPlace: (documentId: string, start: number) => void;
  readonly rememberCodes: (codeIds: readonly string[]) => void;
  readonly fold: (ids: readonly string[]) => void;
}

const NOTHING: Kept = { documentId: null, codeId: null, places: {}, folded: [], recentCodes: [] };
const RECENT_MAX = 12;

/** What is open, selected and remembered in the open project. Screen state only: nothing of it is in the project file. */
export const useWorkspace = create<Workspace>((set) => ({
  ...NOTHING,
  projectId: null,
  selection: null,
  inspected: null,
  destination: null,
  enter: (projectId) =>
    set((now) =>
      now.projectId === projectId
        ? now
        : {
            ...NOTHING,
            ...(projectId === null ? {} : recall<Partial<Kept>>(projectId, 'workspace')),
            projectId,
            selection: null,
            inspected: null,
            destination: null,
          },
    ),
  open: (documentId, start) =>
    set((now) => ({
      documentId,
      destination: documentId === null ? null : { documentId, ...(start === undefined ? {} : { start }) },
      ...(now.documentId === documentId ? {} : { selection: null }),
    })),
  select: (selection) =>
    set((now) => ({
      selection,
      inspected: selection === null ? (now.inspected === 'text' ? null : now.inspected) : 'text',
    })),
  selectCode: (codeId) => set({ codeId, inspected: codeId === null ? null : 'code' }),
  rememberPlace: (documentId, start) => set((now) => ({ places: { ...now.places, [documentId]: start } })),
  rememberCodes: (codeIds) =>
    set((now) => ({
      recentCodes: [...codeIds, ...now.recentCodes.filter((id) => !codeIds.includes(id))].slice(
        0,
        RECENT_MAX,
      ),
    })),
  fold: (folded) => set({ folded }),
}));

useWorkspace.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { documentId, codeId, places, folded, recentCodes } = now;
  keep(now.projectId, 'workspace', { documentId, codeId, places, folded, recentCodes });
});
