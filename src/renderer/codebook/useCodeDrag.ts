import { useDragAndDrop } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { useIsLocked } from '../versions/useIsLocked.ts';
import { moveCodes } from './actions.ts';
import { placeOfDrop, topmost } from './tree.ts';

/** The type under which a code is dragged: nothing else of this page or another can be mistaken for one. */
export const CODE_TYPE = 'application/x-colligo-code';

/**
 * Lets codes be dragged within the tree, with the same result as the keys and "Move to…". While the codebook is locked they can
 * be dragged onto words all the same; dropped in the tree, they say why they stay.
 */
export function useCodeDrag(codes: readonly CodeRow[], mayWrite: boolean) {
  const isLocked = useIsLocked();
  const nameOf = (key: string) => codes.find((code) => code.id === key)?.name ?? '';
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayWrite,
    getItems: (keys) =>
      [...keys].map((key) => ({ [CODE_TYPE]: String(key), 'text/plain': nameOf(String(key)) })),
    getDropOperation: () => (isLocked ? 'cancel' : 'move'),
    onDragEnd: ({ x, y, dropOperation }) => {
      const isHere = document.elementFromPoint(x, y)?.closest('[data-pane=codebook]') != null;
      if (isLocked && dropOperation === 'cancel' && isHere) say(textOf('command.locked'));
    },
    onMove: ({ keys, target }) => {
      const moved = topmost(codes, [...keys].map(String));
      const ids = moved.map(({ id }) => id);
      const place = placeOfDrop(codes, ids, { id: String(target.key), position: target.dropPosition });
      if (moved.length > 0 && place !== null) void moveCodes(moved, place);
    },
  });
  return dragAndDropHooks;
}
