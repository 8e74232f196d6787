import { textOf } from '../messages/intl.tsx';
import { announce } from '../ui/announce.ts';
import { type CommandContext, commandContext, paneOf } from './context.ts';
import { matchesKeys } from './keys.ts';
import { type Command, keysOf, useRegistry } from './registry.ts';

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

/** After a letter that is no command, further letters belong to the list's own search for this long. */
const SEARCH_MS = 1000;

const isTyped = (event: KeyboardEvent) =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';

/** What text fields do themselves: cut and copy, undo, go about in the text, make it bold. */
const EDITS = /^Mod\+(Shift\+)?([ABCIUVXYZ]|Arrow\w+|Home|End|Backspace|Delete|Enter)$/;

/**
 * Whether a chord can be nothing to a text field: then what is bound to it everywhere acts there, too. Alt alone may write
 * a letter, as AltGr does, which some systems report as Ctrl and Alt.
 */
const isBeyondText = (keys: string, event: KeyboardEvent): boolean =>
  /^(Shift\+)?F\d+$|^Alt\+Page(Up|Down)$/.test(keys) ||
  (keys.startsWith('Mod+') && !EDITS.test(keys) && !event.getModifierState('AltGraph'));

function applies(command: Command, keys: string, event: KeyboardEvent, context: CommandContext): boolean {
  if (!matchesKeys(keys, event)) return false;
  return command.panes === undefined || (context.pane !== null && command.panes.includes(context.pane));
}

/** What is bound to the pane goes before what is bound everywhere: arrows with Alt move a code in the codebook. */
function inOrder(): readonly Command[] {
  const all = [...useRegistry.getState().commands.values()];
  return [
    ...all.filter(({ panes }) => panes !== undefined),
    ...all.filter(({ panes }) => panes === undefined),
  ];
}

/**
 * Binds the keys of all registered commands. While a text field is edited, only chords act that are nothing to it; all
 * rest while an input method composes, and while a menu or dialog is open, which have keys of their own.
 * @param target where to listen
 * @returns a function that stops listening
 */
export function bindKeys(target: Window): () => void {
  let searchedAt = Number.NEGATIVE_INFINITY;
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing || event.key === 'Process' || event.defaultPrevented) return;
    const element = event.target instanceof Element ? event.target : null;
    if (element?.closest('[role=dialog], [role=alertdialog], [role=menu]')) return;
    // Some elements have all keys for themselves, some those that they name.
    const own = element?.closest<HTMLElement>('[data-own-keys]')?.dataset['ownKeys'];
    if (own === 'true' || own?.split(' ').includes(event.key)) return;
    // Enter and Space press a button, whatever pane it stands in.
    if ((event.key === 'Enter' || event.key === ' ') && element?.closest('button, a[href], summary')) return;
    const typing = element?.closest(TYPING) !== null && element !== null;
    const inList = element?.closest('[role=treegrid], [role=grid], [role=listbox]') != null;
    const searching = inList && isTyped(event) && event.timeStamp - searchedAt < SEARCH_MS;
    const context: CommandContext = { ...commandContext(), pane: paneOf(element) };
    for (const command of searching ? [] : inOrder()) {
      const keys = keysOf(command, context.kind).filter(
        (chord) => !typing || (command.panes === undefined && isBeyondText(chord, event)),
      );
      if (!keys.some((chord) => applies(command, chord, event, context))) continue;
      event.preventDefault();
      event.stopPropagation();
      const verdict = command.when?.(context) ?? true;
      if (verdict === true) void command.run(context);
      else announce(textOf(verdict));
      return;
    }
    if (!typing && isTyped(event) && inList) {
      searchedAt = event.timeStamp;
    }
  };
  // Before the lists' own handlers, which would take a letter for a search.
  target.addEventListener('keydown', listen, { capture: true });
  return () => target.removeEventListener('keydown', listen, { capture: true });
}
