import { hasProject } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { useWorkspace } from '../state/workspace.ts';
import { closeTab, frontIndex, movedTab, stepTab } from './actions.ts';

function hasTab(context: CommandContext): true | MessageId {
  const verdict = hasProject(context);
  return verdict === true && context.workspace.tabs.length === 0 ? 'tabs.none' : verdict;
}

/** Whether the front tab can move so many places. */
const canMove = (step: 1 | -1) => (context: CommandContext) => {
  const verdict = hasTab(context);
  if (verdict !== true) return verdict;
  const to = frontIndex() + step;
  return to < 0 || to >= context.workspace.tabs.length || frontIndex() < 0 ? 'tabs.atEdge' : true;
};

function move(step: 1 | -1): void {
  const { tabs, reorder } = useWorkspace.getState();
  reorder(movedTab(tabs, frontIndex(), frontIndex() + step));
}

/** Commands of the tabs, and of the way back. */
export const TAB_COMMANDS: readonly Command[] = [
  {
    id: 'tab.close',
    title: 'command.tab.close',
    group: 'view',
    keys: ['Mod+W'],
    keysInBrowser: ['Alt+W'],
    when: hasTab,
    run: () => {
      const front = useWorkspace.getState().tabs[frontIndex()];
      if (front !== undefined) closeTab(front);
    },
  },
  {
    id: 'tab.next',
    title: 'command.tab.next',
    group: 'view',
    keys: ['Mod+PageDown'],
    keysInBrowser: ['Alt+PageDown'],
    when: hasTab,
    run: () => stepTab(1),
  },
  {
    id: 'tab.previous',
    title: 'command.tab.previous',
    group: 'view',
    keys: ['Mod+PageUp'],
    keysInBrowser: ['Alt+PageUp'],
    when: hasTab,
    run: () => stepTab(-1),
  },
  {
    id: 'tab.moveBack',
    title: 'command.tab.moveBack',
    group: 'view',
    keys: ['Mod+Shift+PageUp'],
    keysInBrowser: ['Alt+Shift+PageUp'],
    when: canMove(-1),
    run: () => move(-1),
  },
  {
    id: 'tab.moveOn',
    title: 'command.tab.moveOn',
    group: 'view',
    keys: ['Mod+Shift+PageDown'],
    keysInBrowser: ['Alt+Shift+PageDown'],
    when: canMove(1),
    run: () => move(1),
  },
  {
    id: 'travel.back',
    title: 'command.travel.back',
    group: 'view',
    keys: ['Alt+ArrowLeft'],
    when: ({ workspace }) => (workspace.back.length === 0 ? 'tabs.noBack' : true),
    run: () => useWorkspace.getState().travel(-1),
  },
  {
    id: 'travel.forward',
    title: 'command.travel.forward',
    group: 'view',
    keys: ['Alt+ArrowRight'],
    when: ({ workspace }) => (workspace.forward.length === 0 ? 'tabs.noForward' : true),
    run: () => useWorkspace.getState().travel(1),
  },
];
