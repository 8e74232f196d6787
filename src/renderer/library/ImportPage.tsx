import './import.css';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ImportRow } from './ImportRow.tsx';
import { cancelImport, dismissImport, type Import, showImport, useImporting } from './importing.ts';

/** Finding words comes after the text is known, and takes about this much of the time. */
const SEGMENTING = 0.1;

/** How much of the file that is being read is done, from 0 to 1. */
function shareOf({ files }: Import): number {
  const progress = files.find(({ state }) => state === 'reading')?.progress;
  if (progress === undefined || progress.stage === 'reading') return 0;
  const { stage, share } = progress;
  return stage === 'parsing' ? share * (1 - SEGMENTING) : 1 - SEGMENTING + share * SEGMENTING;
}

/** What the import comes to, in one sentence. */
function Sum({ run }: { run: Import }) {
  const t = useText();
  const { outcome } = run;
  if (outcome === null) {
    return (
      <div>
        <p className="quiet num">{t('import.running', { finished: run.finished, total: run.total })}</p>
        <progress
          className="progress"
          aria-label={t('import.title')}
          max={Math.max(run.total, 1)}
          value={run.total === 0 ? undefined : run.finished + shareOf(run)}
        />
      </div>
    );
  }
  if (outcome.kind === 'done') {
    const { imported, failed, skipped } = outcome;
    return <p>{t('import.announce', { imported, failed, skipped })}</p>;
  }
  if (outcome.kind === 'cancelled') return <p>{t('import.cancelled')}</p>;
  return (
    <Notice tone="danger" title={outcome.problem.what}>
      <p>{[outcome.problem.safe, outcome.problem.remedy].filter(Boolean).join(' ')}</p>
    </Notice>
  );
}

/** The page of an import: a row for each file, how far it is, and a report that stays until it is dismissed. */
export function ImportPage() {
  const t = useText();
  const run = useImporting((importing) => importing.run);
  if (run === null) return null;
  const first = run.files.find((file) => file.documentId !== undefined)?.documentId;
  return (
    <div className="import-page">
      <div className="bar">
        <h2>{t('import.title')}</h2>
        <span className="grow" />
        {run.outcome === null ? (
          <Button look="plain" onPress={() => showImport(false)}>
            {t('import.aside')}
          </Button>
        ) : null}
      </div>
      <div className="import-body">
        <ul className="import-files" aria-busy={run.outcome === null}>
          {run.files.map((file) => (
            // A cancelled import adds nothing, and what was read until then must not look as if it were there.
            <ImportRow key={file.index} file={file} isDropped={run.outcome?.kind === 'cancelled'} />
          ))}
        </ul>
        <div className="import-foot">
          <div className="grow">
            <Sum run={run} />
          </div>
          {run.outcome === null ? (
            <Button onPress={cancelImport}>{t('ui.cancel')}</Button>
          ) : (
            <>
              <Button autoFocus={first === undefined} onPress={dismissImport}>
                {t('ui.dismiss')}
              </Button>
              {first === undefined ? null : (
                <Button
                  autoFocus
                  look="primary"
                  onPress={() => {
                    dismissImport();
                    useWorkspace.getState().open(first);
                  }}
                >
                  {t('import.openFirst')}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </div>
  );
}
