import './search.css';
import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { DrawerViews } from '../drawer/DrawerViews.tsx';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { cancelSearch, kindOf, outcomeOf, search } from './find.ts';
import { HitList } from './HitList.tsx';
import { HowTo, NoHits } from './NoHits.tsx';
import { enterSearch, type Run, useSearch } from './state.ts';

/** Searches again where the scope has changed since. */
function useScopeObeyed(): void {
  const scope = useScope((state) => state.scope);
  const before = useRef(scope);
  useEffect(() => {
    if (before.current === scope) return;
    before.current = scope;
    const { run, inside } = useSearch.getState();
    if (run !== null) void search(run.query, inside);
  }, [scope]);
}

/** The field, and whether parts of words count. */
function Query() {
  const t = useText();
  const { typed, inside, asked } = useSearch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!asked) return;
    useSearch.setState({ asked: false });
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return (
    <>
      <SearchField
        className="search-in"
        aria-label={t('search.field')}
        maxLength={500}
        value={typed}
        onChange={(next) => useSearch.setState({ typed: next })}
        onSubmit={(query) => void search(query, inside)}
        onClear={() => void search('', inside)}
      >
        <Input ref={field} className="field" dir="auto" placeholder={t('search.placeholder')} />
      </SearchField>
      <IconButton
        label={t('search.go')}
        icon={SearchIcon}
        isDisabled={typed.trim() === ''}
        onPress={() => void search(typed, inside)}
      />
      <Check
        isSelected={kindOf(typed, inside) === 'substring'}
        isDisabled={kindOf(typed, false) === 'substring'}
        onChange={(next) => {
          useSearch.setState({ inside: next });
          void search(typed, next);
        }}
      >
        {t('search.inside')}
      </Check>
    </>
  );
}

/** How far the search is, and the way to stop it; then what it has found. */
function Progress({ run }: { run: Run }) {
  const t = useText();
  const { state, total, searched, documents, hits } = run;
  const running = state === 'running';
  // That there is nothing is said below, at length.
  if (state === 'done' && total === 0) return null;
  const words = running ? t('search.progress', { total, searched, documents }) : outcomeOf(run);
  const more = !running && total > hits.length ? ` · ${t('search.first', { shown: hits.length })}` : '';
  return (
    <>
      <span className="n clip" title={words + more}>
        {words}
        {more}
      </span>
      {running ? (
        <Button look="plain" onPress={cancelSearch}>
          {t('search.cancel')}
        </Button>
      ) : null}
    </>
  );
}

/** The search of the project: words in all documents in scope, found while one looks on, each a way to its place. */
export function Search() {
  useLayoutEffect(enterSearch, []);
  useScopeObeyed();
  const run = useSearch((state) => state.run);
  return (
    <>
      <div className="pane-h search-h">
        <DrawerViews />
        <Query />
        {run === null ? null : <Progress run={run} />}
      </div>
      <div className="pane-b">
        {run === null ? (
          <HowTo />
        ) : run.hits.length > 0 ? (
          <HitList hits={run.hits} />
        ) : run.state === 'done' ? (
          <NoHits run={run} />
        ) : null}
      </div>
    </>
  );
}
