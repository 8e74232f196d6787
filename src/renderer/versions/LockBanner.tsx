import './versions.css';
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lockVersion } from './actions.ts';

/** Says above the codebook that it is locked, and as what. */
export function LockBanner() {
  const t = useText();
  const { data: versions } = useQuery(api.codebookVersions.list.queryOptions());
  const { data: project } = useQuery(api.project.state.queryOptions());
  const held = versions?.find(({ isLocked }) => isLocked);
  if (held === undefined) return null;
  return (
    <div className="vs-banner" role="status">
      <Icon of={Lock} size={14} />
      <p className="grow" title={t('versions.banner.body')}>
        <b dir="auto">{t('versions.banner', { name: held.name })}</b>
      </p>
      {project?.readOnly === null ? (
        <Button look="plain" onPress={() => void lockVersion(held, false)}>
          {t('versions.banner.unlock')}
        </Button>
      ) : null}
    </div>
  );
}
