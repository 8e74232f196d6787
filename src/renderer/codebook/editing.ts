import { create } from 'zustand';
import type { Place } from './tree.ts';

/** What is being edited in the codebook: at most one thing at a time. */
export type Editing =
  | { readonly kind: 'rename'; readonly codeId: string }
  | { readonly kind: 'create'; readonly place: Place }
  | { readonly kind: 'move' | 'copy'; readonly codeIds: readonly string[] }
  | { readonly kind: 'merge'; readonly codeIds: readonly string[] }
  | { readonly kind: 'split'; readonly codeId: string }
  | { readonly kind: 'replace' | 'colours'; readonly codeId: string | null }
  | { readonly kind: 'paste' }
  | { readonly kind: 'ready' };

interface State {
  readonly editing: Editing | null;
  readonly edit: (editing: Editing | null) => void;
}

/** What is being edited, and the way to begin or end it. */
export const useEditing = create<State>((set) => ({ editing: null, edit: (editing) => set({ editing }) }));
