import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { aboutPlace, writeAbout } from '../memos/commands.ts';
import { inVivo } from '../reader/coding.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { holderOf } from '../reader/useFollow.ts';
import { showSelection } from '../reader/useSelection.ts';
import { type Picking, type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { applyCode, type OneCode } from './apply.ts';
import type { PickerKey } from './PickerFoot.tsx';
import { replaceBy } from './replace.ts';
import { type Uses, useFinder } from './useFinder.ts';

/** Returns the focus to the paragraph it came from. */
function backToText(root: HTMLElement | null): void {
  const { cursor, stopPicking } = useReader.getState();
  stopPicking();
  if (root !== null) holderOf(root, cursor.head)?.focus({ preventScroll: true });
}

/** Selects the words again that were selected. */
function selectAgain(root: HTMLElement | null): void {
  const { selection } = useWorkspace.getState();
  if (root !== null && selection?.kind === 'span') showSelection(root, selection);
}

/** What is known of the codes at the place the picker is open for. */
function useUses({ start, end }: Target, without: string | undefined): Uses {
  const stripes = useReader((state) => state.reading?.stripes);
  return useMemo(() => {
    const here = stripes?.filter((stripe) => stripe.start === start && stripe.end === end);
    return {
      inDocument: new Set(stripes?.flatMap(({ codeId }) => codeId ?? [])),
      on: new Set(here?.flatMap(({ codeId }) => codeId ?? [])),
      without,
    };
  }, [stripes, start, end, without]);
}

/**
 * What the picker knows and does while it is open.
 * @param scroller what the text scrolls in, to return to
 */
export function usePicker(
  scroller: RefObject<HTMLElement | null>,
  { target, replaces }: Picking,
  codebook: Codebook,
) {
  const finder = useFinder(codebook, useUses(target, replaces?.codeId));
  const [note, setNote] = useState<string | null>(null);
  // From Tab until the memo is there, keys are for neither.
  const leaving = useRef(false);
  const type = (next: string) => {
    if (leaving.current) return;
    finder.type(next);
    setNote(null);
  };
  const close = () => {
    backToText(scroller.current);
    selectAgain(scroller.current);
  };
  const take = async (choice: OneCode | null, stay: boolean) => {
    if (choice === null || leaving.current) return;
    if (stay && replaces === null) {
      // At once: who types on while the answer comes means the next code.
      type('');
      setNote((await applyCode(target, choice))?.note ?? null);
      return;
    }
    backToText(scroller.current);
    getSelection()?.removeAllRanges();
    const done = replaces === null ? await applyCode(target, choice) : await replaceBy(replaces, choice);
    if (done === undefined) selectAgain(scroller.current);
  };
  const choose = (row: number, stay: boolean) => void take(finder.choiceAt(row), stay);
  const createUnder = (row: number) => void take(finder.underAt(row), false);
  const withWords = () => {
    backToText(scroller.current);
    getSelection()?.removeAllRanges();
    void inVivo(target);
  };
  /** Applies what is meant, if anything is meant yet, and goes on to the memo about the passage. */
  const toMemo = async () => {
    if (leaving.current) return;
    leaving.current = true;
    const choice = finder.touched ? finder.choiceAt(finder.active) : null;
    const applied = choice === null ? null : await applyCode(target, choice);
    leaving.current = false;
    if (applied === undefined) return;
    useReader.getState().stopPicking();
    getSelection()?.removeAllRanges();
    await writeAbout(applied === null ? aboutPlace(target) : { kind: 'passage', id: applied.passageId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const mayAdd = replaces === null;
    if (key === 'Escape' || (key === 'Tab' && (shiftKey || !mayAdd))) close();
    else if (key === 'Tab') void toMemo();
    else if (key === 'Enter' && altKey && mayAdd) withWords();
    else if (key === 'Enter') choose(shiftKey ? finder.creating : finder.active, ctrlKey || metaKey);
    else if (!finder.move(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const apply: PickerKey = {
    keys: 'Enter',
    title: replaces === null ? 'picker.apply' : 'picker.replace',
    run: () => choose(finder.active, false),
  };
  const away: PickerKey = { keys: 'Escape', title: 'picker.close', run: close };
  const more: readonly PickerKey[] = [
    { keys: 'Mod+Enter', title: 'picker.stay', run: () => choose(finder.active, true) },
    { keys: 'Tab', title: 'picker.memo', run: () => void toMemo() },
    { keys: 'Alt+Enter', title: 'picker.inVivo', run: withWords },
  ];
  const keys = replaces === null ? [apply, ...more, away] : [apply, away];
  return { ...finder, type, note, choose, createUnder, onKeyDown, keys };
}
