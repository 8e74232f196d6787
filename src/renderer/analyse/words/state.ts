import { useLayoutEffect } from 'react';
import * as z from 'zod';
import { create } from 'zustand';
import { CONTEXT_KINDS, CONTEXT_SORTS } from '../../../contract/words.ts';
import { keep, recall } from '../../state/storage.ts';
import { useWorkspace } from '../../state/workspace.ts';

const Own = z.array(z.string()).max(5000);

const KEPT = z.object({
  /** Languages whose stop list does not hold. */
  resting: z.array(z.string()).catch([]),
  /** Left out and never left out in this project, beside the lists. */
  add: Own.catch([]),
  keep: Own.catch([]),
  /** Shorter words are left out; letters. */
  minLength: z.int().min(1).max(50).catch(1),
  numbers: z.boolean().catch(false),
  /** Whether only words in coded passages count. */
  coded: z.boolean().catch(false),
  /** The case or document that is compared with all others. */
  group: z
    .object({ by: z.enum(['case', 'document']), id: z.uuid() })
    .nullable()
    .catch(null),
  /** The keyword in context: what was asked for last. */
  query: z.string().max(500).catch(''),
  kind: z.enum(CONTEXT_KINDS).catch('words'),
  sort: z.enum(CONTEXT_SORTS).catch('place'),
});
type Kept = z.infer<typeof KEPT>;

export interface WordViews extends Kept {
  readonly projectId: string | null;
  /** What stands in the field of the keyword. */
  readonly typed: string;
  /** Whether the concordance is asked to take the focus; it answers by setting this back. */
  readonly asked: boolean;
}

const DEFAULT: Kept = KEPT.parse({});

/** What the views of words show, kept for each project. */
export const useWordViews = create<WordViews>(() => ({
  ...DEFAULT,
  projectId: null,
  typed: '',
  asked: false,
}));

/** Takes up what was shown in this project when it was left; to be called by each view of words. */
export function useEnteredWords(): void {
  const projectId = useWorkspace((workspace) => workspace.projectId);
  useLayoutEffect(() => {
    if (useWordViews.getState().projectId === projectId) return;
    const kept = (projectId === null ? undefined : recall(projectId, 'words', KEPT)) ?? DEFAULT;
    useWordViews.setState({ ...kept, projectId, typed: kept.query, asked: false });
  }, [projectId]);
}

useWordViews.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const kept = Object.fromEntries(Object.keys(DEFAULT).map((name) => [name, now[name as keyof Kept]]));
  keep(now.projectId, 'words', kept);
});
