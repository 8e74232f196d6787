import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { leaveOut, pickedIn, usePicked } from './pictures.ts';

/** The pictures that were picked, each to be left out again; where there are none, how one is picked. */
export function Pictures() {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const pictures = pickedIn(usePicked(), project?.id ?? null);
  if (pictures.length === 0)
    return (
      <p className="hint report-more">
        {t('report.pictures.none', { command: t('command.report.addPicture') })}
      </p>
    );
  return (
    <ul className="report-more report-pictures" aria-label={t('report.pictures')}>
      {pictures.map((picture, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one picture may be in it twice
        <li key={place}>
          <bdi className="cut">{picture.title}</bdi>
          <IconButton
            icon={X}
            label={t('report.pictures.remove', { title: picture.title })}
            onPress={() => leaveOut(picture)}
          />
        </li>
      ))}
    </ul>
  );
}
