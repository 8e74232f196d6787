import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** What a stripe takes its colour from. */
export const COLOURINGS = ['code', 'branch', 'coder'] as const;
export type Colouring = (typeof COLOURINGS)[number];

const Kept = z.object({
  codes: z.boolean().catch(true),
  notes: z.boolean().catch(true),
  coders: z.boolean().catch(true),
  onlyBranch: z.boolean().catch(false),
  colouring: z.enum(COLOURINGS).catch('code'),
});

/** What the margin shows, as the person chose it for this project. */
export interface MarginChoice {
  readonly codes: boolean;
  /** Comments and memos on passages. */
  readonly notes: boolean;
  /** Initials of coders, where there are several. */
  readonly coders: boolean;
  /** Only the selected code and the codes under it. */
  readonly onlyBranch: boolean;
  readonly colouring: Colouring;
}

interface MarginState extends MarginChoice {
  readonly projectId: string | null;
  readonly enter: (projectId: string | null) => void;
}

const DEFAULT: MarginChoice = {
  codes: true,
  notes: true,
  coders: true,
  onlyBranch: false,
  colouring: 'code',
};

/** What is shown in the margin: kept in the person's app data, by project. */
export const useMargin = create<MarginState>((set) => ({
  ...DEFAULT,
  projectId: null,
  enter: (projectId) =>
    set({ ...DEFAULT, ...(projectId === null ? {} : recall(projectId, 'margin', Kept)), projectId }),
}));

useMargin.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const { codes, notes, coders, onlyBranch, colouring } = now;
  keep(now.projectId, 'margin', { codes, notes, coders, onlyBranch, colouring });
});
