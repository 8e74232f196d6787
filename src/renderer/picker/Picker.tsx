import './picker.css';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { textOfBlock } from '../reader/useGoal.ts';
import { showSelection } from '../reader/useSelection.ts';
import { brief } from '../reader/words.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { applyCode, type Choice } from './apply.ts';
import { OptionRow } from './OptionRow.tsx';
import { optionsOf } from './options.ts';
import { PickerFoot } from './PickerFoot.tsx';
import { rankCodes } from './rank.ts';
import { useUnder } from './useUnder.ts';

/** As large as the picker gets, px. */
const SIZE = { width: 432, height: 336 };

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

function Box({
  scroller,
  codebook,
  target,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
  target: Target;
}) {
  const t = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<string | null>(null);
  const reading = useReader((state) => state.reading);
  const recent = useWorkspace((workspace) => workspace.recentCodes);
  const place = useUnder(scroller, target, SIZE);
  const stripes = reading?.stripes;
  const { options, more } = useMemo(() => {
    const inDocument = new Set(stripes?.flatMap(({ codeId }) => codeId ?? []));
    const on = stripes?.filter(({ start, end }) => start === target.start && end === target.end);
    return optionsOf(
      rankCodes(codebook.codes, typed, { inDocument, recent }),
      typed,
      new Set(on?.flatMap(({ codeId }) => codeId ?? [])),
    );
  }, [codebook, typed, recent, stripes, target]);
  const active = Math.min(at, options.length - 1);
  const placed = place !== null;
  // What has no place yet is hidden, and what is hidden takes no focus.
  useLayoutEffect(() => {
    if (placed) field.current?.focus({ preventScroll: true });
  }, [placed]);

  const close = () => {
    backToText(scroller.current);
    selectAgain(scroller.current);
  };
  const choose = async (choice: Choice | null, stay: boolean) => {
    if (choice === null) return;
    if (!stay) {
      backToText(scroller.current);
      getSelection()?.removeAllRanges();
    }
    const said = await applyCode(target, choice);
    if (!stay) return said === undefined ? selectAgain(scroller.current) : undefined;
    setNote(said ?? null);
    setTyped('');
    setAt(0);
  };
  const choiceAt = (index: number): Choice | null => {
    const option = options[index];
    if (option === undefined) return null;
    return option.kind === 'create'
      ? { create: option.name }
      : { codeId: option.ranked.code.id, name: option.ranked.code.name };
  };
  const move = (to: number) => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = options.length - 1;
    if (event.key === 'ArrowDown') move(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') move(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'Enter' && event.shiftKey)
      void choose(typed.trim() === '' ? null : choiceAt(last), false);
    else if (event.key === 'Enter') void choose(choiceAt(active), event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = reading?.loaded.text.slice(target.start, target.end) ?? '';
  const title = t('picker.title', { quote: brief(words) });
  const empty = codebook.codes.length === 0 ? 'picker.noCodes' : 'picker.nothing';
  return (
    <div
      role="dialog"
      aria-label={title}
      className="float pk"
      style={{
        insetBlockStart: place?.y ?? 0,
        insetInlineStart: place?.x ?? 0,
        maxBlockSize: place?.room ?? 0,
        visibility: place === null ? 'hidden' : 'visible',
      }}
      onBlur={(event) => {
        // Going to another window leaves the field the active one: it is to be there on coming back.
        const left =
          !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
        if (left) useReader.getState().stopPicking();
      }}
    >
      <div className="pk-about clip">{title}</div>
      <input
        className="pk-in"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length === 0 ? undefined : `${id}-${active}`}
        aria-autocomplete="list"
        aria-label={t('picker.find')}
        placeholder={t('picker.find')}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        ref={field}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setNote(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="pk-list" role="listbox" id={`${id}-list`} aria-label={t('picker.list')} ref={list}>
        {options.map((option, index) => (
          <OptionRow
            key={option.kind === 'code' ? option.ranked.code.id : 'create'}
            option={option}
            id={`${id}-${index}`}
            active={index === active}
            onChoose={(stay) => void choose(choiceAt(index), stay)}
          />
        ))}
      </div>
      {note === null && options.some(({ kind }) => kind === 'code') ? null : (
        <p className="pk-note">{note ?? t(empty)}</p>
      )}
      <PickerFoot more={more} />
    </div>
  );
}

/** Finds a code by typing and applies it, under the passage it is for. Keyboard: see `PickerFoot`. */
export function Picker({
  scroller,
  codebook,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
}) {
  const picking = useReader((state) => state.picking);
  if (picking?.what !== 'apply') return null;
  const { start, end } = picking.target;
  return <Box key={`${start}-${end}`} scroller={scroller} codebook={codebook} target={picking.target} />;
}
