import { type DragEvent, useState } from 'react';
import { useWorkspace } from '../state/workspace.ts';
import { movedTab } from './actions.ts';

/** Only tabs are taken here: files and codes that are dragged across go on to who wants them. */
const TYPE = 'application/x-colligo-tab';

interface Over {
  readonly index: number;
  readonly side: 'before' | 'after';
}

/** Half of the tab the pointer is over, in the direction of the writing. */
function sideOf(event: DragEvent): Over['side'] {
  const box = event.currentTarget.getBoundingClientRect();
  const isFirstHalf = event.clientX < box.x + box.width / 2;
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  return isFirstHalf !== isMirrored ? 'before' : 'after';
}

/** Moves tabs by dragging. @returns what each tab listens to, by its place, and where a drop would land */
export function useTabDrag() {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  const dragOf = (index: number) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TYPE, String(index));
      event.dataTransfer.effectAllowed = 'move';
      setFrom(index);
    },
    onDragOver: (event: DragEvent) => {
      if (from === null) return;
      event.preventDefault();
      const side = sideOf(event);
      setOver((now) => (now?.index === index && now.side === side ? now : { index, side }));
    },
    onDrop: (event: DragEvent) => {
      if (from === null) return;
      event.preventDefault();
      const gap = index + (sideOf(event) === 'after' ? 1 : 0);
      const { tabs, reorder } = useWorkspace.getState();
      reorder(movedTab(tabs, from, gap > from ? gap - 1 : gap));
      end();
    },
    onDragEnd: end,
  });
  const dropAt = (index: number) => (over?.index === index && from !== index ? over.side : null);
  return { dragOf, dropAt };
}
