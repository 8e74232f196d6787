import { hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { openPalette } from '../state/sheet.ts';

/** Commands that open the palette, each looking in another place. */
export const PALETTE_COMMANDS: readonly Command[] = [
  {
    id: 'palette.open',
    title: 'command.palette.open',
    group: 'anywhere',
    keys: ['Mod+K'],
    run: () => openPalette(''),
  },
  {
    id: 'palette.goTo',
    title: 'command.palette.goTo',
    group: 'anywhere',
    keys: ['Mod+P'],
    when: hasProject,
    run: () => openPalette('@'),
  },
];
