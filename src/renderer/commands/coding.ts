import { applyCode } from '../picker/apply.ts';
import { inVivo, knownCodes } from '../reader/coding.ts';
import { chooseEnd, moveEnd } from '../reader/ends.ts';
import { currentTarget } from '../reader/target.ts';
import type { Target } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CODING_PANES, hasTarget } from './conditions.ts';
import type { Command } from './registry.ts';

/** Runs something on what coding acts on now. */
function onTarget(action: (target: Target) => unknown): unknown {
  const target = currentTarget();
  return target === null ? undefined : action(target);
}

/** Names of codes that are still in the codebook; for what was applied or pinned some time ago. */
function stillThere(ids: readonly (string | null)[]) {
  const codes = knownCodes();
  return ids.flatMap((id) => codes.find((code) => code.id === id && code.codable) ?? []);
}

/** The nine commands of the digit keys: each applies the code that is pinned to it. */
const DIGITS: readonly Command[] = Array.from({ length: 9 }, (_, index): Command => {
  const pinned = () => stillThere([useWorkspace.getState().pinned[index] ?? null])[0];
  return {
    id: `coding.pinned${index + 1}`,
    title: `coding.pinned.${(index + 1) as 1}`,
    group: 'coding',
    keys: [String(index + 1)],
    panes: CODING_PANES,
    when: (context) => {
      const verdict = hasTarget(context);
      return verdict === true && pinned() === undefined ? 'coding.noPinned' : verdict;
    },
    run: () => {
      const code = pinned();
      return code && onTarget((target) => applyCode(target, { codeId: code.id, name: code.name }));
    },
  };
});

/** Commands that code without the picker, and that move the ends of what is coded. */
export const CODING_COMMANDS: readonly Command[] = [
  ...DIGITS,
  {
    id: 'coding.repeat',
    title: 'coding.repeat',
    group: 'coding',
    keys: ['R'],
    panes: CODING_PANES,
    when: (context) => {
      const verdict = hasTarget(context);
      const none = verdict === true && stillThere(useWorkspace.getState().lastCodes).length === 0;
      return none ? 'coding.noLast' : verdict;
    },
    run: () => {
      const codes = stillThere(useWorkspace.getState().lastCodes);
      const name = codes.map((code) => code.name).join(', ');
      return onTarget((target) => applyCode(target, { codeIds: codes.map(({ id }) => id), name }));
    },
  },
  {
    id: 'coding.inVivo',
    title: 'coding.inVivo',
    group: 'coding',
    keys: ['V'],
    panes: CODING_PANES,
    when: hasTarget,
    run: () => onTarget(inVivo),
  },
  {
    id: 'coding.chooseStart',
    title: 'coding.chooseStart',
    group: 'coding',
    keys: ['Shift+Alt+ArrowUp'],
    panes: ['reader', 'margin'],
    when: hasTarget,
    run: () => chooseEnd('start'),
  },
  {
    id: 'coding.chooseEnd',
    title: 'coding.chooseEnd',
    group: 'coding',
    keys: ['Shift+Alt+ArrowDown'],
    panes: ['reader', 'margin'],
    when: hasTarget,
    run: () => chooseEnd('end'),
  },
  {
    id: 'coding.endBack',
    title: 'coding.endBack',
    group: 'coding',
    keys: ['Shift+Alt+ArrowLeft'],
    panes: ['reader', 'margin'],
    when: hasTarget,
    run: () => moveEnd(-1),
  },
  {
    id: 'coding.endOn',
    title: 'coding.endOn',
    group: 'coding',
    keys: ['Shift+Alt+ArrowRight'],
    panes: ['reader', 'margin'],
    when: hasTarget,
    run: () => moveEnd(1),
  },
];
