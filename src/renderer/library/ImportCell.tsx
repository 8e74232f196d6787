import { Button as AriaButton } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useProgressText } from './ImportRow.tsx';
import { showImport, useImporting } from './importing.ts';

/** In the status line, while the page of an import is put aside: how far it is, and the way back to it. */
export function ImportCell() {
  const t = useText();
  const progressText = useProgressText();
  const { run, shown } = useImporting();
  if (run === null || shown) return null;
  // Of a single file it is its pages that count.
  const only = run.files.length === 1 ? run.files[0]?.progress : undefined;
  return (
    <span className="cell">
      <AriaButton className="menu-btn" onPress={() => showImport(true)}>
        {run.outcome === null
          ? only === undefined
            ? t('import.running', { finished: run.finished, total: run.total })
            : progressText(only)
          : t('import.reportWaits')}
      </AriaButton>
    </span>
  );
}
