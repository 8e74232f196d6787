import { useQuery } from '@tanstack/react-query';
import { Trash2, X } from 'lucide-react';
import type { MemoRow } from '../../contract/memos.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDesk } from './desk.ts';
import { removeMemo, showTarget } from './go.ts';
import { MemoEditor } from './MemoEditor.tsx';
import { MemoEntry } from './MemoEntry.tsx';

/** Back to the list, to the row of the memo that was open. */
function leave(): void {
  const { writing, stop } = useDesk.getState();
  stop();
  const row = writing?.memoId ?? '';
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>('[data-pane=passages] [role=grid]');
    (list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row)}"]`) ?? list)?.focus();
  });
}

/** The memo that is open beside the list; nothing where none is. */
export function MemoDesk({ memos }: { memos: readonly MemoRow[] }) {
  const t = useText();
  const writing = useDesk((desk) => desk.writing);
  const { data: project } = useQuery(api.project.state.queryOptions());
  if (writing === null || writing.place !== 'drawer') return null;
  const memo = memos.find(({ id }) => id === writing.memoId);
  const isOwn = memo === undefined || memo.createdBy === project?.coder?.id;
  const about = memo?.about ?? '';
  return (
    <section className="mm-desk" aria-label={t('memos.one')}>
      <div className="mm-desk-h">
        <span className="faint small">{t(`memos.on.${writing.target.kind}`)}</span>
        {memo === undefined || about === '' ? null : (
          <button type="button" className="link clip small" onClick={() => showTarget(memo)}>
            <bdi>{about}</bdi>
          </button>
        )}
        <span className="grow" />
        {memo === undefined || !isOwn ? null : (
          <IconButton label={t('memos.removeThis')} icon={Trash2} onPress={() => void removeMemo(memo)} />
        )}
        <IconButton label={t('memos.close')} icon={X} onPress={leave} />
      </div>
      {isOwn && project?.readOnly === null ? (
        <MemoEditor key={writing.key} writing={writing} memo={memo} onLeave={leave} />
      ) : memo === undefined ? null : (
        <MemoEntry memo={memo} onEdit={undefined} />
      )}
    </section>
  );
}
