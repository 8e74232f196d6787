import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { inVivo } from '../reader/coding.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { textOfBlock } from '../reader/useGoal.ts';
import { showSelection } from '../reader/useSelection.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { applyCode, type Choice } from './apply.ts';
import { type Option, optionsOf } from './options.ts';
import { isTaken, rankCodes } from './rank.ts';

/** Returns the focus to the paragraph it came from. */
function backToText(root: HTMLElement | null): void {
  const { cursor, stopPicking } = useReader.getState();
  stopPicking();
  if (root !== null) textOfBlock(root, cursor.head)?.focus({ preventScroll: true });
}

/** Selects the words again that were selected. */
function selectAgain(root: HTMLElement | null): void {
  const { selection } = useWorkspace.getState();
  if (root !== null && selection?.kind === 'span') showSelection(root, selection);
}

/** The rows for what was typed. */
function useOptions(typed: string, target: Target, codebook: Codebook) {
  const stripes = useReader((state) => state.reading?.stripes);
  const recent = useWorkspace((workspace) => workspace.recentCodes);
  return useMemo(() => {
    const inDocument = new Set(stripes?.flatMap(({ codeId }) => codeId ?? []));
    const here = stripes?.filter(({ start, end }) => start === target.start && end === target.end);
    const on = new Set(here?.flatMap(({ codeId }) => codeId ?? []));
    const ranked = rankCodes(codebook.codes, typed, { inDocument, recent });
    return optionsOf(ranked, typed, on, isTaken(codebook.codes, typed));
  }, [codebook, typed, recent, stripes, target]);
}

function choiceOf(option: Option | undefined): Choice | null {
  if (option === undefined) return null;
  return option.kind === 'create'
    ? { create: option.name }
    : { codeId: option.ranked.code.id, name: option.ranked.code.name };
}

/**
 * What the picker knows and does while it is open.
 * @param scroller what the text scrolls in, to return to
 */
export function usePicker(scroller: RefObject<HTMLElement | null>, target: Target, codebook: Codebook) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<string | null>(null);
  const { options, more } = useOptions(typed, target, codebook);
  const last = options.length - 1;
  const active = Math.min(at, last);
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
    setNote(null);
  };
  const close = () => {
    backToText(scroller.current);
    selectAgain(scroller.current);
  };
  const choose = async (index: number, stay: boolean) => {
    const choice = choiceOf(options[index]);
    if (choice === null) return;
    if (stay) {
      // At once: who types on while the answer comes means the next code.
      type('');
      setNote((await applyCode(target, choice)) ?? null);
      return;
    }
    backToText(scroller.current);
    getSelection()?.removeAllRanges();
    if ((await applyCode(target, choice)) === undefined) selectAgain(scroller.current);
  };
  const withWords = () => {
    backToText(scroller.current);
    getSelection()?.removeAllRanges();
    void inVivo(target);
  };
  const create = () => (options[last]?.kind === 'create' ? choose(last, false) : undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (key === 'ArrowDown') setAt(active >= last ? 0 : active + 1);
    else if (key === 'ArrowUp') setAt(active <= 0 ? last : active - 1);
    else if (key === 'Escape' || key === 'Tab') close();
    else if (key === 'Enter' && altKey) withWords();
    else if (key === 'Enter') void (shiftKey ? create() : choose(active, ctrlKey || metaKey));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { typed, type, options, more, active, note, choose, onKeyDown };
}
