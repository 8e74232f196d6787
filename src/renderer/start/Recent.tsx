import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { RecentProject } from '../../contract/project.ts';
import { openFrom } from '../app/project.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { ask } from '../ui/ask.ts';
import { IconButton } from '../ui/IconButton.tsx';

async function forget(token: string): Promise<void> {
  const done = {
    mutationFn: () => api.project.forget.call({ token }).then(() => true),
    mutationKey: api.project.forget.mutationKey(),
  };
  await write(done, undefined);
  await queryClient.invalidateQueries({ queryKey: api.project.recent.key() });
}

/** Says when, as near as a person needs it: a time today, a word for yesterday, else a date. */
function useWhen(): (moment: string) => string {
  const t = useText();
  const { formatDate, formatTime } = useIntl();
  return (moment) => {
    const then = new Date(moment);
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    if (then >= midnight) return t('start.today', { time: formatTime(then) });
    midnight.setDate(midnight.getDate() - 1);
    if (then >= midnight) return t('start.yesterday');
    const year = then.getFullYear() === midnight.getFullYear() ? {} : { year: 'numeric' as const };
    return formatDate(then, { day: 'numeric', month: 'long', ...year });
  };
}

/** One project that was open before. */
function Row({ project }: { project: RecentProject }) {
  const t = useText();
  const when = useWhen();
  const open = async () => {
    if (!project.missing) return openFrom({ token: project.token });
    const { title, folder } = project;
    const gone = await ask({
      title: t('start.missing.title'),
      body: t('start.recent.missingLong', { title, folder }),
      confirm: t('start.missing.confirm'),
    });
    if (gone) await forget(project.token);
  };
  return (
    <li className="rec">
      <AriaButton className="rec-open" onPress={() => void open()}>
        <b className="rec-title clip">
          <bdi>{project.title}</bdi>
        </b>
        <time className="num" dateTime={project.openedAt}>
          {when(project.openedAt)}
        </time>
        <span className="m num clip">
          {t('start.recent.counts', { documents: project.documents, codes: project.codes })}
          <span className="faint folder">
            <bdi>{project.folder}</bdi>
          </span>
        </span>
        <span className="m w">
          {project.missing ? t('start.recent.missing') : project.synced ? t('start.recent.synced') : ''}
        </span>
      </AriaButton>
      <IconButton
        label={t('start.recent.forget', { title: project.title })}
        icon={X}
        size={12}
        onPress={() => void forget(project.token)}
      />
    </li>
  );
}

/** The projects opened on this computer, newest first. */
export function Recent() {
  const t = useText();
  const { data } = useQuery(api.project.recent.queryOptions());
  if (data === undefined) return null;
  if (data.length === 0) {
    return (
      <div className="none">
        <p>{t('start.recent.empty')}</p>
        <p className="quiet">{t('start.recent.emptyHint')}</p>
      </div>
    );
  }
  return (
    <ul className="recents">
      {data.map((project) => (
        <Row key={project.token} project={project} />
      ))}
    </ul>
  );
}
