import { Button as AriaButton } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { showImport, useImporting } from './importing.ts';

/** In the status line, while the page of an import is put aside: how far it is, and the way back to it. */
export function ImportCell() {
  const t = useText();
  const { run, shown } = useImporting();
  if (run === null || shown) return null;
  return (
    <span className="cell">
      <AriaButton className="menu-btn" onPress={() => showImport(true)}>
        {run.outcome === null
          ? t('import.running', { finished: run.finished, total: run.total })
          : t('import.reportWaits')}
      </AriaButton>
    </span>
  );
}
