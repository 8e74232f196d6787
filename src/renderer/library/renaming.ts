import { create } from 'zustand';

/** The document whose title is being edited in its row. */
export const useRenaming = create<{ documentId: string | null }>(() => ({ documentId: null }));
