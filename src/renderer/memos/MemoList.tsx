import { GridList } from 'react-aria-components';
import type { MemoRow as Memo } from '../../contract/memos.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { Rows } from '../ui/Rows.tsx';
import { useDesk } from './desk.ts';
import { showMemo } from './go.ts';
import { MemoRow } from './MemoRow.tsx';

/** The memos, a line each. Only what is in sight is on the page. A press or Enter opens one and shows what it is about. */
export function MemoList({ rows }: { rows: readonly Memo[] }) {
  const t = useText();
  const coders = useCoders();
  const open = useDesk(({ writing }) => (writing?.place === 'drawer' ? writing.memoId : null));
  return (
    <Rows>
      <GridList
        aria-label={t('memos.list')}
        className="rows mm-list"
        items={rows}
        dependencies={[coders, open]}
        onAction={(key) => {
          const memo = rows.find(({ id }) => id === key);
          if (memo !== undefined) showMemo(memo);
        }}
      >
        {(memo) => <MemoRow memo={memo} coders={coders} isOpen={memo.id === open} />}
      </GridList>
    </Rows>
  );
}
