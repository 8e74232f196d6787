import './exchange.css';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Working } from '../ui/Working.tsx';
import { cancelExchange, dismissExchange, type Exchange, useExchange } from './importing.ts';
import { Missing } from './Missing.tsx';
import { Report } from './Report.tsx';

/** How far the reading is, with the way out. */
function Reading({ run }: { run: Exchange }) {
  const t = useText();
  const { at } = run;
  const share = at.phase === 'reading' ? at.share : undefined;
  return (
    <Working
      label={t('exchange.title', { name: run.name })}
      share={share}
      onCancel={at.phase === 'writing' ? undefined : cancelExchange}
    >
      {at.phase === 'reading' ? <bdi>{at.of === '' ? run.name : at.of}</bdi> : t('exchange.writing')}
    </Working>
  );
}

/** What came of it. */
function Outcome({ run: { at } }: { run: Exchange }) {
  const t = useText();
  return (
    <>
      {at.phase === 'done' ? <Report report={at.report} /> : null}
      {at.phase === 'cancelled' ? <p>{t('exchange.cancelled')}</p> : null}
      {at.phase === 'failed' ? (
        <Notice tone="danger" title={at.problem.what}>
          <p>{[at.problem.safe, at.problem.remedy].filter(Boolean).join(' ')}</p>
        </Notice>
      ) : null}
      <Actions>
        <Button autoFocus look="primary" onPress={dismissExchange}>
          {t('ui.close')}
        </Button>
      </Actions>
    </>
  );
}

/** An import from another program: how far it is, then its report. */
export function ExchangeDialog() {
  const t = useText();
  const run = useExchange((state) => state.run);
  if (run === null || run.at.phase === 'choosing') return null;
  if (run.at.phase === 'missing')
    return (
      <Dialog wide title={t('exchange.missing', { name: run.name })} onClose={cancelExchange}>
        <Missing files={run.at.files} />
      </Dialog>
    );
  const runs = run.at.phase === 'reading' || run.at.phase === 'writing';
  return (
    <Dialog
      wide
      title={t(runs ? 'exchange.title' : 'exchange.done', { name: run.name })}
      onClose={runs ? cancelExchange : dismissExchange}
    >
      {runs ? <Reading run={run} /> : <Outcome run={run} />}
    </Dialog>
  );
}
