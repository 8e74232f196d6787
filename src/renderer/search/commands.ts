import { hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { usePanes } from '../state/panes.ts';
import { useSearch } from './state.ts';

/** The command that opens the search of the project, and puts the cursor into its field. */
export const SEARCH_COMMANDS: readonly Command[] = [
  {
    id: 'drawer.search',
    title: 'command.drawer.search',
    group: 'anywhere',
    keys: ['Mod+Shift+F'],
    when: hasProject,
    run: () => {
      useSearch.setState({ asked: true });
      usePanes.getState().show('search');
    },
  },
];
