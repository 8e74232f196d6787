import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Selection } from 'react-aria-components';
import { useWorkspace } from '../state/workspace.ts';
import { chosenWith, useChosen } from './chosen.ts';
import { between } from './rows.ts';

/** The key or press that a choice comes from. */
interface Cause {
  readonly adds: boolean;
  readonly extends: boolean;
  /** The row that had the focus, or was pressed. */
  readonly from: string | null;
}

const keyAt = (target: EventTarget): string | null =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : null) ?? null;

/** @returns the one row that is in one of two choices only: the one that was pressed */
const changed = (before: readonly string[], after: readonly string[]): string | undefined =>
  after.find((id) => !before.includes(id)) ?? before.find((id) => !after.includes(id));

/**
 * Chooses rows of the tree as lists do: a press chooses one, with Ctrl or ⌘ it adds one or takes it away, with Shift it takes
 * all up to there. Shift with the arrows and Ctrl+A do the same by keyboard, Space takes the row that has the focus.
 * @param rows ids of what stands in the tree, as unfolded
 * @param draft the key of a row that is not one
 */
export function useChoosing(rows: readonly string[], draft: string) {
  const codeId = useWorkspace((state) => state.codeId);
  const chosen = useChosen((state) => state.chosen);
  const selected = chosenWith(codeId, chosen);
  const cause = useRef<Cause>({ adds: false, extends: false, from: null });
  const anchor = useRef<string | null>(null);
  const note = ({ target, ctrlKey, metaKey, shiftKey }: PointerEvent | KeyboardEvent) => {
    cause.current = { adds: ctrlKey || metaKey, extends: shiftKey, from: keyAt(target) };
  };
  const choose = (ids: readonly string[], front: string) => {
    useChosen.setState({ chosen: ids.length > 1 ? ids : [] });
    const { selectCode } = useWorkspace.getState();
    // Several have no one page in the inspector: it stays with the code that it shows, if that is among them.
    if (ids.length <= 1) selectCode(front);
    else if (codeId === null || !ids.includes(codeId)) useWorkspace.setState({ codeId: front });
  };
  const onSelectionChange = (next: Selection) => {
    if (next === 'all') return choose(rows, rows[0] ?? '');
    const after = [...next].map(String).filter((id) => id !== draft);
    const pressed = changed(selected, after);
    if (cause.current.extends) {
      anchor.current ??= cause.current.from;
      // The row that the keys have come to is what the list itself added last.
      const to = (next as { currentKey?: unknown }).currentKey ?? pressed;
      if (typeof to !== 'string') return;
      if (!rows.includes(anchor.current ?? '')) anchor.current = to;
      return choose(between(rows, anchor.current, to), anchor.current ?? to);
    }
    if (pressed === undefined) return;
    anchor.current = pressed;
    if (cause.current.adds) return choose(after, after.includes(pressed) ? pressed : (after.at(-1) ?? ''));
    choose([pressed], pressed);
  };
  return {
    selectedKeys: selected,
    onSelectionChange,
    watch: {
      onPointerDownCapture: (event: PointerEvent) => {
        note(event);
        if (!event.shiftKey) anchor.current = keyAt(event.target);
      },
      onKeyDownCapture: (event: KeyboardEvent) => {
        note(event);
        if (event.shiftKey) anchor.current ??= keyAt(event.target);
        else if (event.key.startsWith('Arrow')) anchor.current = null;
        if (event.key !== 'Escape' || selected.length < 2) return;
        event.stopPropagation();
        useChosen.setState({ chosen: [] });
      },
    },
  };
}
