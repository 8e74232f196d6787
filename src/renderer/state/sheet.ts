import { create } from 'zustand';

/** What can be laid over the page by a command. */
export type Sheet =
  | 'new'
  | 'coder'
  | 'rename'
  | 'export'
  | 'exportProject'
  | 'report'
  | 'kept'
  | 'keys'
  | 'help'
  | 'settings'
  | 'goTo';

interface Sheets {
  readonly sheet: Sheet | null;
  readonly show: (sheet: Sheet | null) => void;
}

/** The sheet that lies over the page, if one does. */
export const useSheet = create<Sheets>((set) => ({ sheet: null, show: (sheet) => set({ sheet }) }));

/** What the palette's field begins with; null while the palette is closed. */
export const usePaletteField = create<{ typed: string | null }>(() => ({ typed: null }));

/** Opens the palette. @param typed what its field begins with: a prefix, or nothing */
export const openPalette = (typed: string): void => usePaletteField.setState({ typed });
