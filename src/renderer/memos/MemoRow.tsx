import { GridListItem } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { MemoRow as Memo } from '../../contract/memos.ts';
import type { Coders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { plainWords, titleOf } from './words.ts';

/** As much of a memo as a line can show. */
const LINE = 300;

/** One memo on a line: what it is about, its title and first words, who wrote it and when. */
export function MemoRow({ memo, coders, isOpen }: { memo: Memo; coders: Coders; isOpen: boolean }) {
  const t = useText();
  const { formatDate } = useIntl();
  const title = titleOf(memo);
  const words = memo.title === '' ? '' : plainWords(memo.body).slice(0, LINE);
  const isWords = memo.target.kind === 'passage' || memo.target.kind === 'pair';
  const kind = t(`memos.kind.${memo.target.kind}`);
  const first = memo.title === '' ? plainWords(memo.body).slice(0, LINE) : memo.title;
  return (
    <GridListItem
      id={memo.id}
      className={isOpen ? 'mm-row is-on' : 'mm-row'}
      textValue={t('memos.row', { title, kind, about: memo.about })}
    >
      <span className="kind">{kind}</span>
      <span className="words clip serif" dir="auto">
        <b>{first}</b>
        {words === '' ? null : ` ${words}`}
      </span>
      <bdi className={isWords ? 'about clip serif' : 'about clip'}>{memo.about}</bdi>
      {coders.several ? <span className="coder">{coders.initialsOf(memo.createdBy)}</span> : null}
      <time className="num" dateTime={memo.createdAt}>
        {formatDate(memo.createdAt, { day: 'numeric', month: 'short' })}
      </time>
    </GridListItem>
  );
}
