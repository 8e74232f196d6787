import { canWrite, hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { useSheet } from '../state/sheet.ts';
import { bringOver, importForeign } from './importing.ts';

/** Commands for what other programs wrote. */
export const EXCHANGE_COMMANDS: readonly Command[] = [
  {
    id: 'exchange.import',
    title: 'command.exchange.import',
    group: 'project',
    when: canWrite,
    run: () => importForeign(),
  },
  {
    id: 'attachments.show',
    title: 'command.attachments.show',
    group: 'project',
    when: hasProject,
    run: () => useSheet.getState().show('kept'),
  },
  { id: 'exchange.bringOver', title: 'command.exchange.bringOver', group: 'project', run: () => bringOver() },
];
