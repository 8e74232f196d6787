import { ANALYSE_COMMANDS } from '../analyse/commands.ts';
import { APP_COMMANDS } from '../app/commands.ts';
import { TABLE_COMMANDS } from '../attributes/table/commands.ts';
import { CODE_COMMANDS } from '../code/commands.ts';
import { CODEBOOK_COMMANDS } from '../codebook/commands.ts';
import { BOOK_COMMANDS } from '../codebook-exchange/commands.ts';
import { CODING_COMMANDS } from '../commands/coding.ts';
import { PAGING_COMMANDS } from '../commands/paging.ts';
import { READER_COMMANDS } from '../commands/reader.ts';
import { READING_COMMANDS } from '../commands/reading.ts';
import type { Command } from '../commands/registry.ts';
import { COMPARE_COMMANDS } from '../compare/commands.ts';
import { DRAWER_COMMANDS } from '../drawer/commands.ts';
import { EXCHANGE_COMMANDS } from '../exchange/commands.ts';
import { INSPECTOR_COMMANDS } from '../inspector/commands.ts';
import { LIBRARY_COMMANDS } from '../library/commands.ts';
import { MEMO_COMMANDS } from '../memos/commands.ts';
import { MEMO_LIST_COMMANDS } from '../memos/list-commands.ts';
import { PAIR_COMMANDS, PARALLEL_COMMANDS } from '../parallel/commands.ts';
import { PASSAGES_COMMANDS } from '../passages/commands.ts';
import { REPORT_COMMANDS } from '../report/commands.ts';
import { SCOPE_COMMANDS } from '../scope/commands.ts';
import { SEARCH_COMMANDS } from '../search/commands.ts';
import { TAB_COMMANDS } from '../tabs/commands.ts';
import { VERSIONS_COMMANDS } from '../versions/commands.ts';

/**
 * Every command there is, by id, whether or not it is registered now: the help teaches keys of the workbench on the
 * start page too.
 */
export const KNOWN_COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    ...APP_COMMANDS,
    ...TAB_COMMANDS,
    ...DRAWER_COMMANDS,
    ...SEARCH_COMMANDS,
    ...SCOPE_COMMANDS,
    ...LIBRARY_COMMANDS,
    ...EXCHANGE_COMMANDS,
    ...CODEBOOK_COMMANDS,
    ...BOOK_COMMANDS,
    ...CODE_COMMANDS,
    ...VERSIONS_COMMANDS,
    ...READER_COMMANDS,
    ...READING_COMMANDS,
    ...PAGING_COMMANDS,
    ...CODING_COMMANDS,
    ...INSPECTOR_COMMANDS,
    ...MEMO_COMMANDS,
    ...MEMO_LIST_COMMANDS,
    ...PASSAGES_COMMANDS,
    ...COMPARE_COMMANDS,
    ...TABLE_COMMANDS,
    ...REPORT_COMMANDS,
    ...PAIR_COMMANDS,
    ...PARALLEL_COMMANDS,
    ...ANALYSE_COMMANDS,
  ].map((command) => [command.id, command]),
);

/** A command that opens a topic of the help is found there, not among the keys. */
export const isTopicCommand = (id: string): boolean => id.startsWith('help.topic.');
