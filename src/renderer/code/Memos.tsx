import '../memos/memos.css';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { api } from '../client/shell.ts';
import { writeInList } from '../memos/commands.ts';
import { useDesk } from '../memos/desk.ts';
import { MemoEntry } from '../memos/MemoEntry.tsx';
import { useText } from '../messages/intl.tsx';
import { usePanes } from '../state/panes.ts';
import { Icon } from '../ui/Icon.tsx';

/** The memos about a code. They are written in the list at the foot, so that the inspector can show the same ones. */
export function Memos({
  codeId,
  canWrite,
  me,
}: {
  codeId: string;
  canWrite: boolean;
  me: string | undefined;
}) {
  const t = useText();
  const target = { kind: 'code', id: codeId } as const;
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: { target } }));
  const edit = (memoId: string) => {
    usePanes.getState().show('memos');
    useDesk.getState().write('drawer', target, memoId);
  };
  return (
    <section className="in-sec">
      <h3>{t('codePage.memos')}</h3>
      {memos?.map((memo) => (
        <MemoEntry
          key={memo.id}
          memo={memo}
          onEdit={canWrite && memo.createdBy === me ? () => edit(memo.id) : undefined}
        />
      ))}
      {canWrite ? (
        <Button className="in-add" onPress={() => writeInList(target)}>
          <Icon of={Plus} />
          <span className="grow">{t('codePage.memo.write')}</span>
        </Button>
      ) : null}
    </section>
  );
}
