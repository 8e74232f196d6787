import { Lock } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { CodebookVersion } from '../../contract/codebook-versions.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useVersionsView } from './state.ts';

/** The named states, newest first; the chosen one is compared. */
export function VersionList({
  versions,
  present,
}: {
  versions: readonly CodebookVersion[];
  present: CodebookVersion;
}) {
  const t = useText();
  const { formatDate } = useIntl();
  const coders = useCoders();
  return (
    <ListBox
      aria-label={t('versions.list')}
      className="rows vs-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[present.id]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys];
        if (id === undefined) return;
        const { to } = useVersionsView.getState();
        useVersionsView.setState({ from: String(id), to: to === id ? null : to });
      }}
    >
      {versions.map(({ id, name, note, codes, isLocked, isNow, createdAt, createdBy }) => {
        const date = formatDate(createdAt, { day: 'numeric', month: 'short', year: 'numeric' });
        const coder = coders.nameOf(createdBy);
        const marks = [isLocked ? t('versions.locked') : '', isNow ? t('versions.isNow') : '']
          .filter(Boolean)
          .join(', ');
        const row = t('versions.row', { name, codes, date, coder });
        return (
          <ListBoxItem
            key={id}
            id={id}
            textValue={marks === '' ? row : t('versions.row.marks', { row, marks })}
            className="vs-version"
          >
            <span className="vs-head">
              <bdi className="clip">{name}</bdi>
              {isLocked ? <Icon of={Lock} size={12} /> : null}
              {marks === '' ? null : <span className="faint small">{marks}</span>}
            </span>
            <span className="faint small" dir="auto">
              {t('versions.meta', { date, coder, codes })}
            </span>
            {note === '' ? null : (
              <span className="quiet small vs-note" dir="auto">
                {note}
              </span>
            )}
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
