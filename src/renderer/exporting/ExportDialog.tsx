import './exporting.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ENDINGS, takesCitation, takesFiles, takesUnits } from '../../contract/exports.ts';
import { fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { api } from '../client/shell.ts';
import { useTasks } from '../inspector/tasks.ts';
import { useText } from '../messages/intl.tsx';
import { useExtent } from '../scope/useExtent.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { CitationDialog } from './CitationDialog.tsx';
import { CitationRow } from './CitationRow.tsx';
import { citationIn, keepCitation, recallCitation } from './citation.ts';
import { FIRST, FormatFields, namesCoders, type Wish } from './FormatFields.tsx';
import { LossTable } from './LossTable.tsx';
import { Written } from './Written.tsx';

/** Asks how the dataset shall be written and where, writes it, and says what was written. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const [wish, setWish] = useState<Wish>(FIRST);
  const { projectId } = useWorkspace.getState();
  const [draft, setDraft] = useState(() => recallCitation(projectId));
  const [isCiting, setCiting] = useState(false);
  const [hidden, setHidden] = useState(false);
  const extent = useExtent(t('export.extent'));
  const { mutate, data: written, isPending } = useMutation(api.exports.dataset.mutationOptions());
  const choose = async () => {
    const name = t('export.name', { title: fileNameFor(project?.title ?? '') });
    setHidden(true);
    const { format, form, texts, images, pseudonyms, units, refi } = wish;
    const choice = await chooseSave(name + (ENDINGS[format] ?? (form === 'zip' ? '.zip' : '')));
    setHidden(false);
    if (choice === null) return;
    mutate(
      {
        grant: choice.grant,
        format,
        texts: texts && takesFiles(format),
        images: images && takesFiles(format),
        pseudonyms: pseudonyms && namesCoders(format),
        ...(units !== null && takesUnits(format) ? { units } : {}),
        ...(takesCitation(format) ? { citation: citationIn(draft) } : {}),
        ...(format === 'refi' ? { refi } : {}),
        ...extent.part,
      },
      {
        onSuccess: (result) => {
          announce(t('export.done', { name: result.name }));
          useTasks.getState().tick('export');
        },
      },
    );
  };
  const isProject = wish.format === 'refi';
  if (hidden) return null;
  if (written !== undefined) return <Written written={written} onClose={onClose} />;
  if (isCiting) {
    return (
      <CitationDialog
        draft={draft}
        projectTitle={project?.title ?? ''}
        onDone={(said) => {
          setDraft(said);
          keepCitation(projectId, said);
          setCiting(false);
        }}
        onClose={() => setCiting(false)}
      />
    );
  }
  return (
    <Dialog wide={isProject} title={t('export.title')} onClose={onClose}>
      <p className="quiet">{t(isProject ? 'export.refi.about' : 'export.about')}</p>
      <div className="export-form">
        {extent.field}
        <FormatFields wish={wish} onChange={setWish} />
        {takesCitation(wish.format) ? (
          <CitationRow citation={citationIn(draft)} onPress={() => setCiting(true)} />
        ) : null}
        {isProject ? <LossTable refi={wish.refi} pseudonyms={wish.pseudonyms} {...extent.part} /> : null}
      </div>
      <Actions>
        {isPending ? (
          <p className="grow quiet" role="status">
            {t('export.writing')}
          </p>
        ) : null}
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button autoFocus look="primary" isDisabled={isPending} onPress={() => void choose()}>
          {t('export.choose')}
        </Button>
      </Actions>
    </Dialog>
  );
}
