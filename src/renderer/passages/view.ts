import { create } from 'zustand';

/** Which passages the drawer lists. */
export interface PassagesView {
  /** Of the selected code in all documents, or of the open document. */
  readonly of: 'code' | 'document';
  /** Whether those of the codes under the selected one are listed too. */
  readonly below: boolean;
}

/** What was chosen for the drawer, for as long as the program runs. */
export const usePassagesView = create<PassagesView>(() => ({ of: 'code', below: false }));
