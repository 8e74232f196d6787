import './report.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useExtent } from '../scope/useExtent.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Working } from '../ui/Working.tsx';
import { Fields } from './Fields.tsx';
import { pickedIn, usePicked } from './pictures.ts';
import { FIRST, type Wish } from './wish.ts';

/** Asks what the report shall hold and where it goes, writes it, and says what was written. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const [wish, setWish] = useState<Wish>(FIRST);
  const [hidden, setHidden] = useState(false);
  const extent = useExtent(t('report.extent'));
  const pictures = pickedIn(usePicked(), project?.id ?? null);
  const [writing] = useState(() => new AbortController());
  const {
    mutate,
    data: written,
    isPending,
  } = useMutation({
    mutationKey: api.report.write.mutationKey(),
    mutationFn: (input: Parameters<typeof api.report.write.call>[0]) =>
      api.report.write.call(input, { signal: writing.signal }),
    meta: { handled: true },
    onError: (error) => (writing.signal.aborted ? undefined : showProblem(error)),
  });
  /** What is being written is given up, and nothing of it stays. */
  const leave = () => {
    writing.abort();
    onClose();
  };
  const choose = async () => {
    const title = fileNameFor(project?.title ?? '');
    setHidden(true);
    const choice = await chooseSave(`${t('report.name', { title })}.${wish.format}`);
    setHidden(false);
    if (choice === null) return;
    const { sections, tables, ...rest } = wish;
    mutate(
      {
        ...rest,
        grant: choice.grant,
        sections: [...sections],
        tables: [...tables],
        pictures: sections.includes('pictures') ? [...pictures] : [],
        ...extent.part,
      },
      { onSuccess: ({ name }) => announce(t('report.done', { name })) },
    );
  };
  if (hidden) return null;
  if (written !== undefined)
    return (
      <Dialog title={t('report.done', { name: written.name })} onClose={onClose}>
        <p className="quiet">
          {t('report.done.sum', { ...written, kilobytes: Math.ceil(written.bytes / 1000) })}
        </p>
        <Actions>
          <Button autoFocus look="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </Actions>
      </Dialog>
    );
  if (isPending)
    return (
      <Dialog title={t('report.title')} onClose={leave}>
        <Working label={t('report.title')} share={undefined} onCancel={leave}>
          {t('report.writing')}
        </Working>
      </Dialog>
    );
  return (
    <Dialog title={t('report.title')} onClose={leave}>
      <p className="quiet">{t('report.about')}</p>
      <div className="report-form">
        {extent.field}
        <Fields wish={wish} onChange={setWish} />
      </div>
      <Actions>
        <Button look="plain" onPress={leave}>
          {t('ui.cancel')}
        </Button>
        <Button autoFocus look="primary" onPress={() => void choose()}>
          {t('report.choose')}
        </Button>
      </Actions>
    </Dialog>
  );
}
