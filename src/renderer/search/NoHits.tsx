import { useText } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { search } from './find.ts';
import { type Run, useSearch } from './state.ts';

/** What can be written, by example; and what was searched before. A press searches for it. */
export function HowTo() {
  const t = useText();
  const isNarrow = useScope(({ scope }) => narrows(scope));
  const { recent, inside } = useSearch();
  const go = (query: string) => {
    useSearch.setState({ typed: query });
    void search(query, inside);
  };
  return (
    <div className="how-to">
      <Empty title={t(isNarrow ? 'search.empty.scoped' : 'search.empty.title')}>
        <dl className="syntax">
          {(['words', 'phrase', 'prefix'] as const).map((kind) => (
            <div key={kind}>
              <dt>
                <code>{t(`search.example.${kind}`)}</code>
              </dt>
              <dd>{t(`search.empty.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </Empty>
      {recent.length === 0 ? null : (
        <section className="empty" aria-label={t('search.empty.recent')}>
          <p className="f-label">{t('search.empty.recent')}</p>
          <ul>
            {recent.map((query) => (
              <li key={query}>
                <button type="button" className="link" onClick={() => go(query)}>
                  <bdi>{query}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Says that nothing was found, and what to try. */
export function NoHits({ run: { query, kind, isScoped } }: { run: Run }) {
  const t = useText();
  const clear = useScope((state) => state.clear);
  return (
    <Empty
      title={t(isScoped ? 'search.none.scoped' : 'search.none.title', { query })}
      actions={
        <>
          {kind === 'substring' ? null : (
            <Button
              onPress={() => {
                useSearch.setState({ inside: true });
                void search(query, true);
              }}
            >
              {t('search.none.inside')}
            </Button>
          )}
          {isScoped ? <Button onPress={clear}>{t('search.none.clear')}</Button> : null}
        </>
      }
    >
      {kind === 'substring' ? null : <p>{t('search.none.body')}</p>}
    </Empty>
  );
}
