import { type RefObject, useEffect } from 'react';
import { useShownPages } from '../state/pages.ts';
import { useWorkspace } from '../state/workspace.ts';
import { between } from './RegionFrame.tsx';
import { selectRegion } from './region.ts';
import type { PageView } from './view.ts';

/** A press that moves less than this, px, draws nothing. */
const LEAST = 4;

/** While a part of a page is being marked, dragging on a page draws it. Coding it, or leaving the document, ends that. */
export function useMarking(root: RefObject<HTMLElement | null>, views: readonly PageView[]): void {
  const marking = useShownPages((shown) => shown.marking);
  const kind = useWorkspace((workspace) => workspace.selection?.kind);
  useEffect(() => {
    if (marking && kind === 'passage') useShownPages.setState({ marking: false, untouched: false });
  }, [marking, kind]);
  useEffect(() => () => useShownPages.setState({ marking: false, untouched: false, reshaping: null }), []);
  useEffect(() => {
    const element = root.current;
    if (element === null || !marking) return;
    const abort = new AbortController();
    const { signal } = abort;
    let from: { page: HTMLElement; x: number; y: number } | null = null;
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        const page = event.target.closest<HTMLElement>('[data-page]');
        if (page === null || event.target.closest('.pg-frame') !== null) return;
        const box = page.getBoundingClientRect();
        from = { page, x: event.clientX - box.left, y: event.clientY - box.top };
      },
      { signal },
    );
    window.addEventListener(
      'pointermove',
      (event) => {
        if (from === null) return;
        const box = from.page.getBoundingClientRect();
        const to = { x: event.clientX - box.left, y: event.clientY - box.top };
        if (Math.abs(to.x - from.x) < LEAST || Math.abs(to.y - from.y) < LEAST) return;
        const number = Number(from.page.dataset['page']);
        const view = views[number - 1];
        useShownPages.setState({ untouched: false });
        if (view !== undefined) selectRegion(between(view, number, from, to));
      },
      { signal },
    );
    const end = () => {
      from = null;
    };
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
    return () => abort.abort();
  }, [root, views, marking]);
}
