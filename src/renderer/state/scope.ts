import { create } from 'zustand';
import { Scope } from '../../contract/scope.ts';
import { keep, recall } from './storage.ts';

/** A scope that holds everything. */
export const EVERYTHING: Scope = {
  documents: [],
  cases: [],
  attributes: [],
  codes: [],
  coders: [],
  text: '',
};

export interface ScopeState {
  readonly projectId: string | null;
  /** The one filter that every view, count and export obeys. */
  readonly scope: Scope;
  readonly enter: (projectId: string | null) => void;
  readonly change: (part: Partial<Scope>) => void;
  readonly clear: () => void;
}

/** What the person looks at now: kept in their app data, sent along with every question that counts or lists. */
export const useScope = create<ScopeState>((set) => ({
  projectId: null,
  scope: EVERYTHING,
  enter: (projectId) =>
    set({
      projectId,
      scope: (projectId === null ? undefined : recall(projectId, 'scope', Scope)) ?? EVERYTHING,
    }),
  change: (part) => set(({ scope }) => ({ scope: { ...scope, ...part } })),
  clear: () => set({ scope: EVERYTHING }),
}));

/** Whether a scope narrows anything. */
export function narrows({ documents, cases, attributes, codes, coders, text }: Scope): boolean {
  return [documents, cases, attributes, codes, coders].some(({ length }) => length > 0) || text !== '';
}

useScope.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  keep(now.projectId, 'scope', now.scope);
});
