import { create } from 'zustand';

/** What can be laid over the page by a command. */
export type Sheet = 'new' | 'coder' | 'rename' | 'export' | 'keys';

interface Sheets {
  readonly sheet: Sheet | null;
  readonly show: (sheet: Sheet | null) => void;
}

/** The sheet that lies over the page, if one does. */
export const useSheet = create<Sheets>((set) => ({ sheet: null, show: (sheet) => set({ sheet }) }));
