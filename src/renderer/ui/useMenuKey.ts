import { useEffect } from 'react';

/** What inside a row hears the other mouse button. */
const HEARS = '.in';

/**
 * Opens the menu of the row that has the focus by the menu key and by Shift+F10. The browser would tell the row of it,
 * which belongs to the tree; the menu belongs to what is inside.
 */
export function useMenuKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      const { target } = event;
      if (!(target instanceof Element) || target.role !== 'row') return;
      event.preventDefault();
      target
        .querySelector(HEARS)
        ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
