import './import.css';
import { Check, Minus, TriangleAlert } from 'lucide-react';
import type { ImportFile } from '../../contract/imports.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { cancelImport, dismissImport, type Import, showImport, useImporting } from './importing.ts';

const ICONS = { done: Check, failed: TriangleAlert, skipped: Minus } as const;

/** One file: a shape, its name, how it stands, and what should be known about it. */
function Row({ file, isDropped }: { file: ImportFile; isDropped: boolean }) {
  const t = useText();
  if (isDropped && file.state !== 'failed' && file.state !== 'skipped') {
    return (
      <li className="imp">
        <span />
        <bdi className="clip quiet">{file.name}</bdi>
        <span className="st">{t('import.state.dropped')}</span>
      </li>
    );
  }
  const icon = file.state === 'waiting' || file.state === 'reading' ? undefined : ICONS[file.state];
  const isTrouble = file.state === 'failed' || file.state === 'skipped';
  const said = file.words === undefined ? undefined : t('import.words', { words: file.words });
  return (
    <li className={file.state === 'failed' ? 'imp err' : 'imp'}>
      {icon === undefined ? <span /> : <Icon of={icon} />}
      <bdi className={file.state === 'waiting' ? 'clip quiet' : 'clip'}>{file.name}</bdi>
      <span className="st num">{said ?? t(`import.state.${file.state}`)}</span>
      {isTrouble && file.message !== undefined ? <p className="sub">{file.message}</p> : null}
      {file.notices?.map((notice) => (
        <p className="sub" key={notice}>
          {notice}
        </p>
      ))}
    </li>
  );
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
          aria-label={t('import.title')}
          max={Math.max(run.total, 1)}
          value={run.total === 0 ? undefined : run.finished}
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
            <Row key={file.index} file={file} isDropped={run.outcome?.kind === 'cancelled'} />
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
