import { create } from 'zustand';

/** The document that was chosen in the views along documents; null for none in particular. */
export const useAlongDocument = create<{ readonly documentId: string | null }>(() => ({ documentId: null }));
