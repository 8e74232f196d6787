import type { MemoRow } from '../../contract/memos.ts';
import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { canWrite } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { useDesk } from './desk.ts';
import { removeMemo } from './go.ts';

/** The memo whose row has the focus, else the one that is open. */
function targetMemo(): MemoRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('.mm-row[data-key]');
  const id = row?.dataset['key'] ?? useDesk.getState().writing?.memoId;
  return queryClient.getQueryData(api.memos.list.queryKey({ input: {} }))?.find((memo) => memo.id === id);
}

/** Commands of the list of memos, while it is shown. */
export const MEMO_LIST_COMMANDS: readonly Command[] = [
  {
    id: 'memo.remove',
    title: 'command.memo.remove',
    group: 'passages',
    keys: ['Delete'],
    panes: ['passages'],
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true && targetMemo() === undefined ? 'memos.noMemo' : verdict;
    },
    run: () => {
      const memo = targetMemo();
      return memo === undefined ? undefined : removeMemo(memo);
    },
  },
];
