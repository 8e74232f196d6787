import type { KeyboardEvent } from 'react';
import { useText } from '../messages/intl.tsx';
import type { Stripe } from '../reader/stripes.ts';
import { readableWords } from '../reader/text.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { brief, countWords } from '../reader/words.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { inspectStripe, removeStripe, showStripe } from './actions.ts';
import type { MarginView } from './useMarginView.ts';

/** Opens the menu of a stripe at an element. */
export type OnMenu = (stripe: Stripe, at: Element) => void;

/** Whether the selected passage is one that this stripe stands for. */
export function useIsSelected({ passageIds }: Stripe): boolean {
  return useWorkspace(
    ({ selection }) => selection?.kind === 'passage' && passageIds.includes(selection.passageId),
  );
}

/** What has the focus in the margin: names, and what stands for those that have no place. */
export const STOPS = '.mg-name, .mg-more';

/** Lets the focus go on to a neighbour before what holds it is taken away. */
function leave(name: HTMLElement): void {
  const stops = [...(name.closest('.mg')?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  const at = stops.indexOf(name);
  (stops[at + 1] ?? stops[at - 1])?.focus();
}

function onKeyDown(event: KeyboardEvent<HTMLElement>, stripe: Stripe, onMenu: OnMenu): void {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) onMenu(stripe, event.currentTarget);
  else if (key === 'Enter' && !shiftKey) inspectStripe(stripe);
  else if (key === 'Delete' && !shiftKey) {
    leave(event.currentTarget);
    removeStripe(stripe);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The name of a code beside its stripe: the button that selects the passage. Without a code, its note is the name. */
export function Name({
  stripe,
  y,
  codebook,
  view,
  stop,
  onMenu,
}: {
  stripe: Stripe;
  /** px from the row's top. */
  y: number;
  codebook: Codebook;
  view: MarginView;
  /** Whether Tab reaches it. */
  stop: boolean;
  onMenu: OnMenu;
}) {
  const t = useText();
  const selected = useIsSelected(stripe);
  const reading = useReader((state) => state.reading);
  const { codeId, coderIds, start, end } = stripe;
  const isNote = codeId === null || !view.codes;
  const note = brief(view.noteOf(stripe), 80);
  const name = isNote ? t('margin.comment', { words: note }) : nameOf(codebook, codeId);
  const words =
    reading === null ? 0 : countWords(readableWords(reading.loaded, { start, end }), reading.language);
  const people = coderIds.map(view.coders.nameOf).join(', ');
  return (
    <li style={{ insetBlockStart: y }} className="mg-label">
      <button
        type="button"
        tabIndex={stop ? 0 : -1}
        className={`mg-name${selected ? ' is-on' : ''}${isNote ? ' note' : ''}`}
        style={view.styleOf(stripe)}
        aria-label={t(people === '' ? 'margin.plain' : 'margin.name', { name, words, people })}
        aria-pressed={selected}
        aria-haspopup="menu"
        title={name}
        onClick={() => showStripe(stripe)}
        onDoubleClick={() => inspectStripe(stripe)}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(stripe, event.currentTarget);
        }}
        onKeyDown={(event) => onKeyDown(event, stripe, onMenu)}
      >
        <bdi className="clip">{isNote ? note : name}</bdi>
        {view.initials ? (
          <span className="coder">{coderIds.map(view.coders.initialsOf).join(' ')}</span>
        ) : null}
      </button>
    </li>
  );
}

/** The first words of a comment or memo, in the face of what somebody wrote. */
export function Note({ y, words }: { y: number; words: string }) {
  return (
    <li className="mg-label mg-note clip" style={{ insetBlockStart: y }} dir="auto">
      {brief(words, 80)}
    </li>
  );
}
