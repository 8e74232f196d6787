import { useDragAndDrop } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { moveCode } from './actions.ts';
import { placeOfDrop } from './tree.ts';

/** The type under which a code is dragged: nothing else of this page or another can be mistaken for one. */
export const CODE_TYPE = 'application/x-colligo-code';

/** Lets codes be dragged within the tree, with the same result as the keys and "Move to…". */
export function useCodeDrag(codes: readonly CodeRow[], mayWrite: boolean) {
  const nameOf = (key: string) => codes.find((code) => code.id === key)?.name ?? '';
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayWrite,
    getItems: (keys) =>
      [...keys].map((key) => ({ [CODE_TYPE]: String(key), 'text/plain': nameOf(String(key)) })),
    getDropOperation: () => 'move',
    onMove: ({ keys, target }) => {
      const [key] = keys;
      const code = codes.find((each) => each.id === key);
      if (code === undefined) return;
      const place = placeOfDrop(codes, code.id, { id: String(target.key), position: target.dropPosition });
      if (place !== null) void moveCode(code, place);
    },
  });
  return dragAndDropHooks;
}
