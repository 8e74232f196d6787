import './no-shell.css';
import { Component, type ReactNode } from 'react';
import { problemOf } from '../client/problem.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';

/** What stands there instead of a page that failed to show itself. */
function Stopped({ error }: { error: unknown }) {
  const t = useText();
  const copy = () => void navigator.clipboard.writeText(problemOf(error).details);
  return (
    <main className="no-shell">
      <div role="alert">
        <h1>{t('problem.page')}</h1>
        <p>{t('problem.page.safe')}</p>
        <p>{t('problem.page.remedy')}</p>
      </div>
      <div className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {t('problem.page.reload')}
        </Button>
        <Button look="plain" onPress={copy}>
          {t('ui.copyDetails')}
        </Button>
      </div>
    </main>
  );
}

/** Catches a fault of the page itself, which would otherwise leave nothing to see, and says what is safe and what to do. */
export class Fault extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('Nothing was thrown.') };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Stopped error={error} />;
  }
}
