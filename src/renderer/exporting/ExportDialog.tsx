import './exporting.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ENDINGS, type Format, takesCitation, takesFiles, takesUnits } from '../../contract/exports.ts';
import { fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useExtent } from '../scope/useExtent.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Working } from '../ui/Working.tsx';
import { CitationDialog } from './CitationDialog.tsx';
import { CitationRow } from './CitationRow.tsx';
import { citationIn, keepCitation, recallCitation } from './citation.ts';
import { FIRST, FormatFields, namesCoders, type Wish } from './FormatFields.tsx';
import { LossTable } from './LossTable.tsx';
import { useWriting } from './useWriting.ts';
import { Written } from './Written.tsx';

/**
 * Asks how the dataset shall be written and where, writes it, and says what was written.
 * @param begin the format that is offered first
 */
export function ExportDialog({ begin, onClose }: { begin?: Format; onClose: () => void }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const [wish, setWish] = useState<Wish>(begin === undefined ? FIRST : { ...FIRST, format: begin });
  const { projectId } = useWorkspace.getState();
  const [draft, setDraft] = useState(() => recallCitation(projectId));
  const [isCiting, setCiting] = useState(false);
  const [hidden, setHidden] = useState(false);
  const extent = useExtent(t('export.extent'));
  const { at, write, cancel } = useWriting();
  const choose = async () => {
    setHidden(true);
    const { format, form, texts, images, pseudonyms, units, refi } = wish;
    const title = fileNameFor(project?.title ?? '');
    const name = format === 'refi' ? title : t('export.name', { title });
    const choice = await chooseSave(name + (ENDINGS[format] ?? (form === 'zip' ? '.zip' : '')));
    setHidden(false);
    if (choice === null) return;
    await write({
      grant: choice.grant,
      format,
      texts: texts && takesFiles(format),
      images: images && takesFiles(format),
      pseudonyms: pseudonyms && namesCoders(format),
      ...(units !== null && takesUnits(format) ? { units } : {}),
      ...(takesCitation(format) ? { citation: citationIn(draft) } : {}),
      ...(format === 'refi' ? { refi } : {}),
      ...extent.part,
    });
  };
  const isProject = wish.format === 'refi';
  if (hidden) return null;
  if (at.phase === 'done') return <Written written={at.dataset} onClose={onClose} />;
  if (at.phase === 'writing') {
    return (
      <Dialog title={t('export.writing.title')} onClose={cancel}>
        <Working label={t('export.writing.title')} share={at.share} onCancel={cancel}>
          {t(isProject ? 'export.refi.writing' : 'export.writing')}
        </Working>
      </Dialog>
    );
  }
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
    <Dialog wide={isProject} title={t(isProject ? 'export.refi.title' : 'export.title')} onClose={onClose}>
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
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button autoFocus look="primary" onPress={() => void choose()}>
          {t('export.choose')}
        </Button>
      </Actions>
    </Dialog>
  );
}
