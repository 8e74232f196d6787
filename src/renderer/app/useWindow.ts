import { useCallback, useSyncExternalStore } from 'react';
import { LOW, NARROW, SMALL } from '../state/panes.ts';

/** From this width on the panes at the sides begin wider. */
const LARGE = '(min-width: 1920px)';

/** Whether a media query holds, now and after every change. */
function useMedia(media: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const query = matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(media).matches);
}

/** How much room the window has: in a `narrow` one the inspector lies over the text, in a `small` one the trees do too. */
export function useWindow(): 'small' | 'narrow' | 'usual' | 'large' {
  const isSmall = useMedia(SMALL);
  const isNarrow = useMedia(NARROW);
  const isLarge = useMedia(LARGE);
  return isSmall ? 'small' : isNarrow ? 'narrow' : isLarge ? 'large' : 'usual';
}

/** Whether the window is so low that the drawer is there only when asked for. */
export const useIsLow = (): boolean => useMedia(LOW);
