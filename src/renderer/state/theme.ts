import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** The themes to choose from; `system` follows the system's own, and so does `contrast`, in black and white. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export interface Appearance {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

const SHAPE = z.enum(THEMES);

/** The browser's own copy: known before the engine has answered, so that the page does not begin in the other theme. */
const COPY = 'colligo/theme';

function copied(): Theme {
  try {
    return SHAPE.safeParse(localStorage.getItem(COPY)).data ?? 'system';
  } catch {
    return 'system'; // A browser that keeps nothing: the engine will say.
  }
}

function copy(theme: Theme): void {
  try {
    localStorage.setItem(COPY, theme);
  } catch {
    // See above.
  }
}

/** How the program looks to this user, in every project. */
export const useAppearance = create<Appearance>((set) => ({
  theme: copied(),
  setTheme: (theme) => set({ theme }),
}));

/** Puts the theme on the document, now and after every change; `system` leaves the choice to the system. */
export function applyTheme(): void {
  const paint = ({ theme }: Appearance) => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  paint(useAppearance.getState());
  useAppearance.subscribe((now) => {
    paint(now);
    copy(now.theme);
    keep(null, 'theme', now.theme);
  });
}

/** Takes the theme that this user chose last, here or in another browser, once the program's screen has been read. */
export function recallTheme(): void {
  const theme = recall(null, 'theme', SHAPE);
  if (theme !== undefined) useAppearance.getState().setTheme(theme);
}

/** Goes to the next theme: from what is seen now to its opposite, so that one press always shows a difference. */
export function nextTheme(): void {
  const { theme, setTheme } = useAppearance.getState();
  const follows = theme === 'system' || theme === 'contrast';
  const dark = theme === 'dark' || (follows && matchMedia('(prefers-color-scheme: dark)').matches);
  setTheme(dark ? 'light' : 'dark');
}
