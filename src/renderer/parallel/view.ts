import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from '../state/storage.ts';

/** How the panes go together: by the passages of the code, by how far each has been read, or each for itself. */
export const SYNCS = ['code', 'proportion', 'free'] as const;
export type Sync = (typeof SYNCS)[number];

/** Documents that can stand side by side. */
export const LEAST = 2;
export const MOST = 4;

interface Kept {
  /** In the order of their panes; fewer than `LEAST` while they are being chosen. */
  readonly documents: readonly string[];
  /** The code whose passages are read beside one another; null for the commonest that they share. */
  readonly codeId: string | null;
  readonly sync: Sync;
}

export interface ParallelView extends Kept {
  readonly projectId: string | null;
  /** Whether documents are being chosen, with those to begin with. */
  readonly choosing: readonly string[] | null;
  /** Two passages to go to, as soon as it is known which pair they are. */
  readonly aim: readonly string[] | null;
  /** Which of the pairs is the present one, from 0. */
  readonly at: number;
  /** The pane that has, or last had, the focus, from 0. */
  readonly pane: number;
  /** Goes up each time the present pair is to be brought into sight. */
  readonly asked: number;
}

const DEFAULT: Kept = { documents: [], codeId: null, sync: 'code' };

const KEPT: z.ZodType<Kept> = z.object({
  documents: z.array(z.uuid()).max(MOST).catch([]),
  codeId: z.uuid().nullable().catch(DEFAULT.codeId),
  sync: z.enum(SYNCS).catch(DEFAULT.sync),
});

const BEGIN: Omit<ParallelView, keyof Kept | 'projectId'> = {
  choosing: null,
  aim: null,
  at: 0,
  pane: 0,
  asked: 0,
};

/** What is read side by side, kept for each project. */
export const useParallel = create<ParallelView>(() => ({ ...DEFAULT, ...BEGIN, projectId: null }));

/** Takes up what was read side by side in a project when it was left; null where none is open. */
export function enterParallel(projectId: string | null): void {
  const kept = projectId === null ? undefined : recall(projectId, 'parallel', KEPT);
  useParallel.setState({ ...DEFAULT, ...kept, ...BEGIN, projectId });
}

/** Puts documents side by side, in this order, from their first pair on. */
export function readTogether(documents: readonly string[]): void {
  useParallel.setState(({ asked }) => ({ ...BEGIN, documents, asked: asked + 1 }));
}

/** Takes a document away from beside the others; where one is left, others are chosen to go with it. */
export function closePane(documentId: string): void {
  useParallel.setState(({ documents, pane }) => {
    const rest = documents.filter((id) => id !== documentId);
    return {
      documents: rest,
      pane: Math.min(pane, Math.max(0, rest.length - 1)),
      choosing: rest.length < LEAST ? rest : null,
    };
  });
}

/** Chooses the code whose passages are read beside one another. */
export function readByCode(codeId: string): void {
  useParallel.setState(({ asked }) => ({ codeId, at: 0, asked: asked + 1 }));
}

/** Makes a pair the present one, and brings it into sight. */
export function goToPair(at: number): void {
  useParallel.setState(({ asked }) => ({ at, asked: asked + 1 }));
}

useParallel.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { documents, codeId, sync } = now;
  keep(now.projectId, 'parallel', { documents, codeId, sync });
});
