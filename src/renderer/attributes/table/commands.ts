import { canWrite } from '../../commands/conditions.ts';
import type { Command } from '../../commands/registry.ts';
import type { MessageId } from '../../messages/en.ts';
import { copyTable, useShownLines } from './copy.ts';
import { chooseTable } from './importing/state.ts';
import { showOwners, useAttributeTable } from './state.ts';

/** For `when`: there must be a table to copy. */
const hasTable = (): true | MessageId => (useShownLines.getState().shown === null ? 'caseTable.none' : true);

/** Commands of the table of cases and documents; they are registered while it is in front. */
export const TABLE_COMMANDS: readonly Command[] = [
  {
    id: 'attributes.owners',
    title: 'command.attributes.owners',
    group: 'compare',
    keys: ['Alt+ArrowDown'],
    panes: ['cases'],
    run: () => showOwners(useAttributeTable.getState().of === 'case' ? 'document' : 'case'),
  },
  {
    id: 'attributes.import',
    title: 'command.attributes.import',
    group: 'compare',
    when: canWrite,
    run: chooseTable,
  },
  {
    id: 'attributes.copyTable',
    title: 'command.attributes.copyTable',
    group: 'compare',
    when: hasTable,
    run: copyTable,
  },
];
