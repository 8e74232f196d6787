import { useMutation, useQuery } from '@tanstack/react-query';
import type { CodebookVersion, RestoredCode } from '../../contract/codebook-versions.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Changes } from './Changes.tsx';

/** How many codes of a list are named. */
const NAMED = 12;

function Codes({ title, codes }: { title: string; codes: readonly RestoredCode[] }) {
  const t = useText();
  if (codes.length === 0) return null;
  return (
    <section className="vs-kind">
      <h3 dir="auto">{title}</h3>
      <ul>
        {codes.slice(0, NAMED).map(({ id, name, codings }) => (
          <li key={id} dir="auto">
            {codings === 0 ? name : t('versions.restore.code', { name, codings })}
          </li>
        ))}
        {codes.length > NAMED ? (
          <li className="quiet">{t('versions.restore.more', { count: codes.length - NAMED })}</li>
        ) : null}
      </ul>
    </section>
  );
}

/** Says what going back to a version would do, and does it. */
export function RestoreDialog({ version, onClose }: { version: CodebookVersion; onClose: () => void }) {
  const t = useText();
  const { data: plan } = useQuery(
    api.codebookVersions.restorePlan.queryOptions({ input: { version: version.id } }),
  );
  const restore = useMutation({ ...api.codebookVersions.restore.mutationOptions(), onSuccess: onClose });
  if (plan === undefined) return null;
  const { back, gone, kept, group, changes } = plan;
  const isSame = back.length + gone.length + kept.length + changes.length === 0;
  return (
    <Dialog title={t('versions.restore.title', { name: version.name })} onClose={onClose} wide>
      <div className="vs-plan">
        {isSame ? <p>{t('versions.restore.same')}</p> : null}
        <Codes title={t('versions.restore.kept', { count: kept.length, group })} codes={kept} />
        <Codes title={t('versions.restore.gone', { count: gone.length })} codes={gone} />
        <Codes title={t('versions.restore.back', { count: back.length })} codes={back} />
        {changes.length === 0 ? null : (
          <details>
            <summary>{t('versions.restore.changed', { count: changes.length })}</summary>
            <Changes changes={changes} />
          </details>
        )}
        {isSame ? null : <p className="quiet">{t('versions.restore.safe')}</p>}
      </div>
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button
          look="primary"
          autoFocus
          isDisabled={isSame || restore.isPending}
          onPress={() => restore.mutate({ version: version.id })}
        >
          {t('versions.restore.confirm')}
        </Button>
      </Actions>
    </Dialog>
  );
}
