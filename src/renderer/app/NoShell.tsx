import './no-shell.css';
import { useText } from '../messages/intl.tsx';

/** Stands in the page when no engine answers at all: says what is safe and what to do. */
export function NoShell({ error }: { error: unknown }) {
  const t = useText();
  return (
    <main className="no-shell">
      <h1>{t('noShell.title')}</h1>
      <p>{t('noShell.safe')}</p>
      <p>{t('noShell.remedy')}</p>
      <p className="faint small">{error instanceof Error ? error.message : String(error)}</p>
    </main>
  );
}
