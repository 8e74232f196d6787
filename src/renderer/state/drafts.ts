import { useEffect } from 'react';
import { create } from 'zustand';
import { shellKind } from '../client/shell.ts';

/** How many fields hold words that are typed but not yet in the project. */
export const useDrafts = create<{ open: number }>(() => ({ open: 0 }));

/**
 * Counts a field as unsaved while it is; the status line then does not say "Saved". Closing the page sends the words off,
 * and a browser asks first; the desktop window would not ask but refuse to close, so there it is not held back.
 * @param dirty whether the field differs from what is in the project
 */
export function useDraft(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const stay = (event: BeforeUnloadEvent) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (shellKind() === 'browser') event.preventDefault();
    };
    useDrafts.setState(({ open }) => ({ open: open + 1 }));
    window.addEventListener('beforeunload', stay);
    return () => {
      useDrafts.setState(({ open }) => ({ open: open - 1 }));
      window.removeEventListener('beforeunload', stay);
    };
  }, [dirty]);
}
