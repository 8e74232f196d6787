import { removeCodings } from '../picker/remove.ts';
import { movePassage, moveUnit, takeAll } from '../reader/move.ts';
import { currentTarget, ownCodings, selectedPassage } from '../reader/target.ts';
import { usePanes } from '../state/panes.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CODING_PANES, hasTarget, hasText, PASSAGE_PANES } from './conditions.ts';
import type { Command } from './registry.ts';

function own() {
  const { reading } = useReader.getState();
  const target = currentTarget();
  return reading === null || target === null ? [] : ownCodings(reading, target);
}

/** One own code goes at once; of several, a list asks which. */
function removeCodes(): unknown {
  const target = currentTarget();
  const codings = own();
  if (target === null || codings.length === 0) return undefined;
  if (codings.length === 1) return removeCodings(codings);
  return useReader.getState().pick('remove', target);
}

/** Peels off one layer: selected words, then a selected passage. */
function clear(): void {
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select(null);
}

/** What can be done in the text; without one, each says so. */
export const READER_COMMANDS: readonly Command[] = [
  {
    id: 'reader.code',
    title: 'reader.code',
    group: 'coding',
    keys: ['C'],
    panes: CODING_PANES,
    when: hasTarget,
    run: () => {
      const target = currentTarget();
      if (target !== null) useReader.getState().pick('apply', target);
    },
  },
  {
    id: 'reader.removeCodes',
    title: 'reader.removeCodes',
    group: 'coding',
    keys: ['X'],
    panes: CODING_PANES,
    when: (context) => {
      const verdict = hasTarget(context);
      return verdict === true && own().length === 0 ? 'reader.nothingToRemove' : verdict;
    },
    run: removeCodes,
  },
  {
    id: 'reader.comment',
    title: 'reader.comment',
    group: 'coding',
    keys: ['Shift+M'],
    panes: PASSAGE_PANES,
    when: (context) => {
      const verdict = hasTarget(context);
      if (verdict !== true) return verdict;
      return selectedPassage(useReader.getState().reading) === null ? 'reader.noPassage' : true;
    },
    run: () => {
      usePanes.getState().toggle('inspector', true);
      useReader.setState({ commenting: true });
    },
  },
  {
    id: 'reader.nextUnit',
    title: 'reader.nextUnit',
    group: 'reader',
    keys: ['J'],
    panes: ['reader'],
    when: hasText,
    run: () => moveUnit(1, false),
  },
  {
    id: 'reader.previousUnit',
    title: 'reader.previousUnit',
    group: 'reader',
    keys: ['K'],
    panes: ['reader'],
    when: hasText,
    run: () => moveUnit(-1, false),
  },
  {
    id: 'reader.extendDown',
    title: 'reader.extendDown',
    group: 'reader',
    keys: ['Shift+J'],
    panes: ['reader'],
    when: hasText,
    run: () => moveUnit(1, true),
  },
  {
    id: 'reader.extendUp',
    title: 'reader.extendUp',
    group: 'reader',
    keys: ['Shift+K'],
    panes: ['reader'],
    when: hasText,
    run: () => moveUnit(-1, true),
  },
  {
    id: 'reader.takeAll',
    title: 'reader.takeAll',
    group: 'reader',
    keys: ['Mod+A'],
    panes: ['reader'],
    when: hasText,
    run: takeAll,
  },
  {
    id: 'passages.next',
    title: 'reader.nextPassage',
    group: 'reader',
    keys: [']'],
    panes: PASSAGE_PANES,
    when: hasText,
    run: () => movePassage(1),
  },
  {
    id: 'passages.previous',
    title: 'reader.previousPassage',
    group: 'reader',
    keys: ['['],
    panes: PASSAGE_PANES,
    when: hasText,
    run: () => movePassage(-1),
  },
  {
    id: 'selection.clear',
    title: 'reader.clear',
    group: 'reader',
    keys: ['Escape'],
    panes: ['reader', 'margin'],
    when: () => (useWorkspace.getState().selection === null ? 'reader.nothingSelected' : true),
    run: clear,
  },
];
