import { HelpLink } from '../help/HelpLink.tsx';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { useComparison } from './view.ts';

/** Why there is nothing to compare. */
export type Lack = 'documents' | 'codes' | 'cases' | 'scope' | 'rows';

/** Says why there is no table, and offers the way out. */
export function NoTable({ lack }: { lack: Lack }) {
  const t = useText();
  const clear = useScope((state) => state.clear);
  const ways: Partial<Record<Lack, { words: string; go: () => void }>> = {
    cases: {
      words: t('compare.empty.cases.documents'),
      go: () => useComparison.setState({ columns: { by: 'document' } }),
    },
    scope: { words: t('compare.empty.scope.clear'), go: clear },
    rows: { words: t('compare.empty.rows.all'), go: () => useComparison.setState({ hideEmpty: false }) },
  };
  const way = ways[lack];
  return (
    <div className="cmp-empty">
      <Empty
        title={t(`compare.empty.${lack}`)}
        actions={way === undefined ? undefined : <Button onPress={way.go}>{way.words}</Button>}
      >
        <p>
          {t(`compare.empty.${lack}.body`)} <HelpLink to="comparing" />
        </p>
      </Empty>
    </div>
  );
}
