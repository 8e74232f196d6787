import { canChangeCodes } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { askExport, askMerge } from './state.ts';

/** Commands for codebooks as files. */
export const BOOK_COMMANDS: readonly Command[] = [
  {
    id: 'codebook.export',
    title: 'command.book.export',
    group: 'codebook',
    run: () => askExport(),
  },
  {
    id: 'codebook.merge',
    title: 'command.book.merge',
    group: 'codebook',
    when: canChangeCodes,
    run: () => askMerge(),
  },
];
