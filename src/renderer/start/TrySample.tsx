import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { api } from '../client/shell.ts';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { Beginning } from './Beginning.tsx';

/** Offers the sample; to somebody who has worked in it, as they left it, or from its beginning. */
export function TrySample() {
  const t = useText();
  const afresh = useCommand('sample.afresh');
  const { data } = useQuery(api.sample.state.queryOptions());
  if (!data?.ships) return null;
  return (
    <>
      <Beginning
        command="sample.open"
        icon={BookOpen}
        title={data.isThere ? t('start.sample.again') : t('start.sample')}
        hint={data.isThere ? t('start.sample.again.hint') : t('start.sample.hint')}
      />
      {data.isThere ? (
        <AriaButton className="afresh" onPress={afresh.run}>
          {t('start.sample.afresh')}
        </AriaButton>
      ) : null}
    </>
  );
}
