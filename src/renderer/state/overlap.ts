import * as z from 'zod';
import { create } from 'zustand';
import type { Target } from './reader.ts';
import { keep, recall } from './storage.ts';

/** What happens to words that get a code of which a part has it already: a passage more, a longer one, or nothing. */
export const OVERLAP_RULES = ['both', 'extend', 'leave'] as const;
export type OverlapRule = (typeof OVERLAP_RULES)[number];

const Kept = z.object({ rule: z.enum(OVERLAP_RULES).nullable().catch(null) });

/** The question which rule is to hold, while it stands. */
interface Asking {
  readonly target: Target;
  /** Of the code, or of several. */
  readonly name: string;
  readonly answer: (rule: OverlapRule | null) => void;
}

interface OverlapState {
  readonly projectId: string | null;
  /** Null until the person has been asked. */
  readonly rule: OverlapRule | null;
  readonly asking: Asking | null;
  readonly enter: (projectId: string | null) => void;
  /** Asks once, and keeps the answer. @returns null where the question was put away */
  readonly ask: (target: Target, name: string) => Promise<OverlapRule | null>;
}

/** What the person has chosen for overlaps: kept in the person's app data, by project. */
export const useOverlap = create<OverlapState>((set, get) => ({
  projectId: null,
  rule: null,
  asking: null,
  enter: (projectId) => {
    get().asking?.answer(null);
    const kept = projectId === null ? undefined : recall(projectId, 'overlap', Kept);
    set({ projectId, rule: kept?.rule ?? null });
  },
  ask: (target, name) => {
    get().asking?.answer(null);
    return new Promise((resolve) => {
      const answer = (rule: OverlapRule | null) => {
        set(rule === null ? { asking: null } : { asking: null, rule });
        resolve(rule);
      };
      set({ asking: { target, name, answer } });
    });
  },
}));

useOverlap.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId || now.rule === before.rule) return;
  keep(now.projectId, 'overlap', { rule: now.rule });
});
