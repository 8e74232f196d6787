import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { MemoRow } from '../../contract/memos.ts';
import { api } from '../client/shell.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { follow, removeMemo } from './go.ts';
import { titleOf } from './words.ts';

/**
 * A memo as it reads, with who wrote it and when.
 * @param onEdit opens it for writing; undefined where it is another person's, or the project cannot be written
 */
export function MemoEntry({ memo, onEdit }: { memo: MemoRow; onEdit: (() => void) | undefined }) {
  const t = useText();
  const { formatDate } = useIntl();
  const coders = useCoders();
  const title = titleOf(memo);
  const { data: project } = useQuery(api.project.state.queryOptions());
  // Who has just written for the first time is not in the list of coders yet.
  const isOwn = memo.createdBy === project?.coder?.id;
  const name = (isOwn ? project?.coder?.name : undefined) ?? coders.nameOf(memo.createdBy);
  return (
    <article className="memo" aria-label={title}>
      {memo.title === '' ? null : (
        <h4 className="serif">
          <bdi>{memo.title}</bdi>
        </h4>
      )}
      {memo.target.kind === 'pair' ? (
        <p className="faint small">
          {t('memos.on.pair')} <bdi>{memo.about}</bdi>
        </p>
      ) : null}
      <Markdown source={memo.body} onFollow={(url) => void follow(url)} />
      <footer>
        <span className="faint small grow">
          {t('memos.by', {
            name,
            date: formatDate(memo.createdAt, { day: 'numeric', month: 'long' }),
          })}
        </span>
        {onEdit === undefined ? null : (
          <>
            <IconButton label={t('memos.edit', { title })} icon={Pencil} onPress={onEdit} />
            <IconButton
              label={t('memos.remove', { title })}
              icon={Trash2}
              onPress={() => void removeMemo(memo)}
            />
          </>
        )}
      </footer>
    </article>
  );
}
