import { X } from 'lucide-react';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { closePane, useParallel } from './view.ts';

/** What stands above a pane: the title and the length of its document, and what takes it away. */
export function Head({
  document,
  number,
  lacking,
}: {
  document: DocumentRow;
  number: number;
  /** How many passages of the code it has, where it has none in the present pair; else null. */
  lacking: number | null;
}) {
  const t = useText();
  const isPresent = useParallel((view) => view.pane === number);
  const { id, title, words, inScope } = document;
  return (
    <div className={isPresent ? 'sbs-head is-on' : 'sbs-head'} style={{ gridColumn: number * 2 + 1 }}>
      <h2 className="clip" title={title}>
        <bdi>{title}</bdi>
      </h2>
      {lacking === null ? (
        <span className="faint small sbs-size">
          {inScope ? t('parallel.words', { words }) : t('parallel.outside')}
        </span>
      ) : (
        <span className="small sbs-only">
          {inScope ? t('parallel.only', { count: lacking }) : t('parallel.outside')}
        </span>
      )}
      <IconButton label={t('parallel.close', { title })} icon={X} onPress={() => closePane(id)} />
    </div>
  );
}
