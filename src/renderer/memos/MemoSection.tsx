import './memos.css';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { MemoRow, NewMemoTarget } from '../../contract/memos.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { holderOf } from '../reader/useFollow.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { Icon } from '../ui/Icon.tsx';
import { isSameTarget, useDesk } from './desk.ts';
import { MemoEditor } from './MemoEditor.tsx';
import { MemoEntry } from './MemoEntry.tsx';

/** Back to the text, if there is one: the next key is for it again. */
function leave(): void {
  const { writing, stop } = useDesk.getState();
  stop();
  // The words that were selected are a passage now.
  if (writing?.target.kind === 'span' && writing.about?.kind === 'passage') {
    const { document: documentId } = writing.target;
    useWorkspace.getState().select({ kind: 'passage', documentId, passageId: writing.about.id });
  }
  holderOf(document.body, useReader.getState().cursor.head)?.focus({ preventScroll: true });
}

const NONE: readonly MemoRow[] = [];

/**
 * The memos about one thing, read and written in place: a section of the inspector.
 * @param command what writes one here from the keyboard, where something does
 * @param title what the section is called, where several stand below one another
 */
export function MemoSection({
  target,
  command,
  title,
}: {
  target: NewMemoTarget;
  command?: string;
  title?: string;
}) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data } = useQuery({
    ...api.memos.list.queryOptions({ input: target.kind === 'span' ? {} : { target } }),
    enabled: target.kind !== 'span',
  });
  const memos = target.kind === 'span' ? NONE : (data ?? NONE);
  const writing = useDesk((desk) => desk.writing);
  const here =
    writing !== null && writing.place === 'inspector' && isSameTarget(writing.target, target)
      ? writing
      : null;
  const me = project?.coder?.id;
  const canWrite = project?.readOnly === null;
  const edit = (memoId: string | null) => useDesk.getState().write('inspector', target, memoId);
  const isListed = memos.some(({ id }) => id === here?.memoId);
  const shown = here === null || isListed ? memos : [undefined, ...memos];
  return (
    <section className="in-sec">
      <h3>
        {title ?? t('memos.title')}
        {command === undefined ? null : (
          <span className="end">
            <CommandKbd command={command} boxed />
          </span>
        )}
      </h3>
      {/* One list: a new memo keeps its place in it, and so its focus, when it comes back from the project. */}
      {shown.map((memo) =>
        here !== null && memo?.id === (isListed ? here.memoId : undefined) ? (
          <MemoEditor key={`writing-${here.key}`} writing={here} memo={memo} onLeave={leave} />
        ) : memo === undefined ? null : (
          <MemoEntry
            key={memo.id}
            memo={memo}
            onEdit={canWrite && memo.createdBy === me ? () => edit(memo.id) : undefined}
          />
        ),
      )}
      {here !== null || !canWrite ? null : (
        <Button className="in-add" onPress={() => edit(null)}>
          <Icon of={Plus} />
          <span className="grow">{t('memos.write')}</span>
        </Button>
      )}
    </section>
  );
}
