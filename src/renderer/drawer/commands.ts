import { hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { SEARCH_COMMANDS } from '../search/commands.ts';
import { usePanes } from '../state/panes.ts';

/** Commands that open the lists at the foot. */
export const DRAWER_COMMANDS: readonly Command[] = [
  {
    id: 'drawer.passages',
    title: 'command.drawer.passages',
    group: 'anywhere',
    when: hasProject,
    run: () => usePanes.getState().show('passages'),
  },
  ...SEARCH_COMMANDS,
  {
    id: 'drawer.memos',
    title: 'command.drawer.memos',
    group: 'anywhere',
    keys: ['Mod+Shift+M'],
    when: hasProject,
    run: () => usePanes.getState().show('memos'),
  },
  {
    id: 'drawer.history',
    title: 'command.drawer.history',
    group: 'anywhere',
    keys: ['Mod+Shift+H'],
    when: hasProject,
    run: () => usePanes.getState().show('history'),
  },
];
