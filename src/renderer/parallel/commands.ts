import { canWrite } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { textOf } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { notedPanes } from './pairs.ts';
import { useShownPairs } from './shown.ts';
import { goToPair, SYNCS, useParallel } from './view.ts';

/** For `when`: there must be a passage to go to. */
const hasPairs = (): true | MessageId =>
  useShownPairs.getState().tuples.length === 0 ? 'parallel.noPair' : true;

/** Goes to the next pair, or the one before; from the last to the first again. */
function go(step: 1 | -1): void {
  const { length } = useShownPairs.getState().tuples;
  goToPair((useParallel.getState().at + step + length) % length);
}

/** The passage of the present pair in the pane that has the focus. */
function present() {
  const { documents, tuples } = useShownPairs.getState();
  const { at, pane } = useParallel.getState();
  const [document, stripe] = [documents[pane], tuples[at]?.[pane]];
  return document && stripe ? { documentId: document.id, stripe } : null;
}

/** Shows the passage in the reader, selected. */
function open(): void {
  const here = present();
  if (here === null) return;
  const { documentId, stripe } = here;
  const { open: show, select } = useWorkspace.getState();
  show(documentId, { start: stripe.start });
  const [passageId] = stripe.passageIds;
  if (passageId !== undefined) select({ kind: 'passage', documentId, passageId });
}

function canNote(context: CommandContext): true | MessageId {
  const verdict = canWrite(context);
  if (verdict !== true) return verdict;
  const { at, pane } = useParallel.getState();
  const tuple = useShownPairs.getState().tuples[at];
  return tuple === undefined || notedPanes(tuple, pane) === null ? 'parallel.note.few' : true;
}

/** Goes on to the next way in which the panes go together, and says which. */
function nextSync(): void {
  const { sync } = useParallel.getState();
  const next = SYNCS[(SYNCS.indexOf(sync) + 1) % SYNCS.length] ?? 'code';
  useParallel.setState({ sync: next });
  announce(textOf('parallel.synced', { sync: textOf(`parallel.sync.${next}`) }));
}

/** Commands of pairs; they are registered while some are in front. */
export const PAIR_COMMANDS: readonly Command[] = [
  {
    id: 'parallel.next',
    title: 'command.parallel.next',
    group: 'compare',
    keys: ['N'],
    panes: ['parallel'],
    when: hasPairs,
    run: () => go(1),
  },
  {
    id: 'parallel.previous',
    title: 'command.parallel.previous',
    group: 'compare',
    keys: ['P'],
    panes: ['parallel'],
    when: hasPairs,
    run: () => go(-1),
  },
  {
    id: 'parallel.sync',
    title: 'command.parallel.sync',
    group: 'compare',
    keys: ['S'],
    panes: ['parallel'],
    run: nextSync,
  },
  {
    id: 'parallel.note',
    title: 'command.parallel.note',
    group: 'compare',
    keys: ['M'],
    panes: ['parallel'],
    when: canNote,
    run: () => document.querySelector<HTMLElement>('[data-pane=parallel] textarea')?.focus(),
  },
  {
    id: 'parallel.open',
    title: 'command.parallel.open',
    group: 'compare',
    keys: ['Enter'],
    panes: ['parallel'],
    when: () => (present() === null ? 'parallel.noPassage' : true),
    run: open,
  },
];

/** Commands of documents side by side, while their page is in front. */
export const PARALLEL_COMMANDS: readonly Command[] = [
  {
    id: 'parallel.choose',
    title: 'command.parallel.choose',
    group: 'compare',
    run: () => useParallel.setState(({ documents }) => ({ choosing: documents })),
  },
];
