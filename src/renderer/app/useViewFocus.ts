import { useEffect } from 'react';
import { useWorkspace } from '../state/workspace.ts';

/**
 * Takes the focus where this view came to the front to be worked in.
 * @param find what takes it; null while that is not there yet
 */
export function useViewFocus(find: () => HTMLElement | null | undefined): void {
  const takesFocus = useWorkspace((workspace) => workspace.viewFocus);
  useEffect(() => {
    const element = takesFocus ? find() : null;
    if (element === null || element === undefined) return;
    element.focus();
    useWorkspace.setState({ viewFocus: false });
  });
}
