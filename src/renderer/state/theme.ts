import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** The themes to choose from; `system` follows the system's own. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Appearance {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** How the program looks to this user, in every project. */
export const useAppearance = create<Appearance>((set) => ({
  theme: recall<Theme>(null, 'theme') ?? 'system',
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
    keep(null, 'theme', now.theme);
  });
}

/** Goes to the next theme: from what is seen now to its opposite, so that one press always shows a difference. */
export function nextTheme(): void {
  const { theme, setTheme } = useAppearance.getState();
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  setTheme(dark ? 'light' : 'dark');
}
