import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { usePanes } from '../state/panes.ts';
import { Button } from '../ui/Button.tsx';

/** How many steps stand here; the drawer has all of them. */
const SHOWN = 6;

/** The steps that touched a passage, newest first, with whose they were and when. */
export function PassageHistory({ passageId }: { passageId: string }) {
  const t = useText();
  const { formatDate, formatTime } = useIntl();
  const { data: steps } = useQuery(
    api.passages.history.queryOptions({ input: { passage: passageId, limit: 50 } }),
  );
  const told = steps?.filter(({ kind }) => kind !== 'undo' && kind !== 'redo') ?? [];
  if (told.length === 0) return null;
  const when = (at: string) =>
    new Date(at).toDateString() === new Date().toDateString()
      ? formatTime(at)
      : formatDate(at, { day: 'numeric', month: 'short' });
  return (
    <section className="in-sec">
      <h3>{t('inspector.history')}</h3>
      <ol className="in-history">
        {told.slice(0, SHOWN).map(({ id, label, coder, at, undone }) => (
          <li key={id} className={undone ? 'is-undone' : undefined}>
            <bdi title={coder.name}>{label}</bdi>
            <time className="num" dateTime={at}>
              {when(at)}
            </time>
          </li>
        ))}
      </ol>
      {told.length > SHOWN ? (
        <Button look="plain" onPress={() => usePanes.getState().show('history')}>
          {t('inspector.history.all')}
        </Button>
      ) : null}
    </section>
  );
}
