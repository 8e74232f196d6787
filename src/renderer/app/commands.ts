import { canWrite, hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { HELP_COMMANDS } from '../help/commands.ts';
import { PALETTE_COMMANDS } from '../palette/commands.ts';
import { SAMPLE_COMMANDS } from '../start/commands.ts';
import { LAYOUTS, usePanes } from '../state/panes.ts';
import { useSheet } from '../state/sheet.ts';
import { PANE_KINDS } from '../state/tabs.ts';
import { nextTheme } from '../state/theme.ts';
import { lay, showView } from './lay.ts';
import { cyclePane } from './panes.ts';
import { closeProject, openProject, saveCopy } from './project.ts';
import { redo, undo } from './undo.ts';

/** Layouts by digit. */
const LAYOUT_DIGITS = { read: 1, code: 2, compare: 3, analyse: 4 } as const;

/** Views that no layout is made for, by digit. */
const VIEW_DIGITS = [
  ['parallel', 5],
  ['cases', 6],
] as const;

/** Commands that hold everywhere. Where a browser claims a key for itself, the second list gives one it leaves alone. */
export const APP_COMMANDS: readonly Command[] = [
  ...PALETTE_COMMANDS,
  {
    id: 'history.undo',
    title: 'command.undo',
    group: 'anywhere',
    keys: ['Mod+Z'],
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true && context.project?.undo === null ? 'command.nothingToUndo' : verdict;
    },
    run: () => undo(),
  },
  {
    id: 'history.redo',
    title: 'command.redo',
    group: 'anywhere',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true && context.project?.redo === null ? 'command.nothingToRedo' : verdict;
    },
    run: () => redo(),
  },
  {
    id: 'project.new',
    title: 'command.project.new',
    group: 'project',
    keys: ['Mod+N'],
    keysInBrowser: ['Mod+Alt+N'],
    run: () => useSheet.getState().show('new'),
  },
  {
    id: 'project.open',
    title: 'command.project.open',
    group: 'project',
    keys: ['Mod+O'],
    run: () => openProject(),
  },
  ...SAMPLE_COMMANDS,
  {
    id: 'project.saveCopy',
    title: 'command.project.saveCopy',
    group: 'project',
    keys: ['Mod+Shift+S'],
    when: hasProject,
    run: ({ project }) => saveCopy(project?.title ?? ''),
  },
  {
    id: 'project.rename',
    title: 'command.project.rename',
    group: 'project',
    when: canWrite,
    run: () => useSheet.getState().show('rename'),
  },
  {
    id: 'exports.dataset',
    title: 'command.dataset',
    group: 'project',
    keys: ['Mod+E'],
    when: hasProject,
    run: () => useSheet.getState().show('export'),
  },
  {
    id: 'exports.project',
    title: 'command.exports.project',
    group: 'project',
    when: hasProject,
    run: () => useSheet.getState().show('exportProject'),
  },
  {
    id: 'project.close',
    title: 'command.project.close',
    group: 'project',
    keys: ['Mod+Shift+W'],
    keysInBrowser: ['Mod+Alt+W'],
    when: hasProject,
    run: () => closeProject(),
  },
  {
    id: 'help.keys',
    title: 'command.keys',
    group: 'anywhere',
    keys: ['?', 'Shift+F1'],
    run: () => useSheet.getState().show('keys'),
  },
  {
    id: 'settings.open',
    title: 'command.settings',
    group: 'anywhere',
    keys: ['Mod+,'],
    run: () => useSheet.getState().show('settings'),
  },
  { id: 'view.theme', title: 'command.theme.next', group: 'view', run: () => nextTheme() },
  ...LAYOUTS.map(
    (layout): Command => ({
      id: `layout.${layout}`,
      title: `command.layout.${layout}`,
      group: 'view',
      keys: [`Mod+${LAYOUT_DIGITS[layout]}`],
      keysInBrowser: [`Mod+Alt+${LAYOUT_DIGITS[layout]}`],
      when: hasProject,
      run: () => lay(layout),
    }),
  ),
  ...VIEW_DIGITS.map(
    ([view, digit]): Command => ({
      id: `view.${view}`,
      title: `command.view.${view}`,
      group: 'view',
      keys: [`Mod+${digit}`],
      keysInBrowser: [`Mod+Alt+${digit}`],
      when: hasProject,
      run: () => showView(view),
    }),
  ),
  {
    id: 'pane.next',
    title: 'command.pane.next',
    group: 'view',
    keys: ['F6'],
    run: () => cyclePane(1),
  },
  {
    id: 'pane.previous',
    title: 'command.pane.previous',
    group: 'view',
    keys: ['Shift+F6'],
    run: () => cyclePane(-1),
  },
  {
    id: 'pane.inspector',
    title: 'command.pane.inspector',
    group: 'view',
    keys: ['I'],
    panes: [
      'reader',
      ...PANE_KINDS,
      'margin',
      'passages',
      'codebook',
      'inspector',
      'status',
      'title',
      'scope',
    ],
    when: hasProject,
    run: () => usePanes.getState().toggle('inspector'),
  },
  {
    id: 'pane.drawer',
    title: 'command.pane.drawer',
    group: 'view',
    keys: ['Mod+J'],
    when: hasProject,
    run: () => usePanes.getState().toggle('drawer'),
  },
  {
    id: 'pane.left',
    title: 'command.pane.left',
    group: 'view',
    keys: ['Mod+B'],
    when: hasProject,
    run: () => usePanes.getState().toggle('left'),
  },
  ...HELP_COMMANDS,
];
