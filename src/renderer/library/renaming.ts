import { create } from 'zustand';

interface Renaming {
  /** The document or case whose name is being edited in its row. */
  readonly id: string | null;
  /** Whether a new case is being named in a row of its own; nothing is written before it has a name. */
  readonly isNaming: boolean;
  readonly rename: (id: string) => void;
  readonly nameCase: () => void;
  readonly stop: () => void;
}

/** What is being named in the rows of the library. */
export const useRenaming = create<Renaming>((set) => ({
  id: null,
  isNaming: false,
  rename: (id) => set({ id, isNaming: false }),
  nameCase: () => set({ id: null, isNaming: true }),
  stop: () => set({ id: null, isNaming: false }),
}));
