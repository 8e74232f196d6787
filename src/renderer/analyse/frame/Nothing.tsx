import { HelpLink } from '../../help/HelpLink.tsx';
import type { MessageId } from '../../messages/en.ts';
import { useText } from '../../messages/intl.tsx';
import { useScope } from '../../state/scope.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useAnalysis } from '../state.ts';

/** Why there is nothing to see; `counting` while that is not known. */
export type Lack = 'counting' | 'documents' | 'codes' | 'scope' | 'codings' | 'cases' | 'meetings' | 'few';

/** What leads out is called; for the others the words say what to do. */
const WAYS: Partial<Record<Lack, MessageId>> = {
  scope: 'analyse.empty.scope.way',
  codings: 'analyse.empty.codings.way',
  cases: 'analyse.empty.cases.way',
  meetings: 'analyse.empty.meetings.way',
  few: 'analyse.empty.few.way',
};

/** Says why there is no picture, and offers the way out. @param onWay what the way out does, where it is the view's own */
export function Nothing({ lack, onWay }: { lack: Lack; onWay?: () => void }) {
  const t = useText();
  const clear = useScope((state) => state.clear);
  const coder = useAnalysis((analysis) => analysis.coder);
  if (lack === 'counting')
    return (
      <p className="ana-empty quiet" role="status">
        {t('analyse.counting')}
      </p>
    );
  const ownWays: Partial<Record<Lack, () => void>> = {
    scope: clear,
    // One coder may have coded nothing where others have.
    ...(coder === null ? {} : { codings: () => useAnalysis.setState({ coder: null }) }),
  };
  const way = onWay ?? ownWays[lack];
  const words = WAYS[lack];
  return (
    <div className="ana-empty">
      <Empty
        title={t(`analyse.empty.${lack}`)}
        actions={
          way === undefined || words === undefined ? undefined : <Button onPress={way}>{t(words)}</Button>
        }
      >
        <p>
          {t(`analyse.empty.${lack}.body`)} <HelpLink to="comparing" />
        </p>
      </Empty>
    </div>
  );
}
