import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { Findings } from './Findings.tsx';
import { type Finding, findHelp } from './find.ts';
import { LIBRARY } from './library.ts';
import { type Place, useHelp } from './open.ts';
import { Topics } from './Topics.tsx';

/** The field, and under it the topics or what was found. The arrows and Enter act in the list while the field keeps the focus. */
export function Finder({ present, onGo }: { present: Place | null; onGo: (to: Place) => void }) {
  const t = useText();
  const id = useId();
  const query = useHelp((help) => help.query);
  const [at, setAt] = useState(0);
  const looked = useDeferredValue(query);
  const findings = useMemo(() => findHelp(LIBRARY.values(), looked), [looked]);
  const isSearching = query.trim() !== '';
  const active = Math.min(at, findings.length - 1);
  const open = (finding: Finding | undefined) =>
    finding === undefined ? undefined : onGo({ topic: finding.topic, anchor: finding.anchor });
  const type = (next: string) => {
    useHelp.setState({ query: next });
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (!isSearching) {
      if (event.key !== 'ArrowDown') return;
      const list = document.getElementById(`${id}-topics`);
      (list?.querySelector<HTMLElement>('[aria-current=page]') ?? list?.querySelector('button'))?.focus();
    } else if (event.key === 'ArrowDown') setAt(active >= findings.length - 1 ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setAt(active <= 0 ? findings.length - 1 : active - 1);
    else if (event.key === 'Enter') open(findings[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="hp-side">
      <SearchField className="hp-find" aria-label={t('help.find')} value={query} onChange={type} autoFocus>
        <Input
          className="field"
          placeholder={t('help.find')}
          dir="auto"
          onKeyDown={onKeyDown}
          {...(isSearching && findings.length > 0
            ? {
                role: 'combobox',
                'aria-expanded': true,
                'aria-controls': `${id}-findings`,
                'aria-activedescendant': `${id}-${active}`,
              }
            : {})}
        />
      </SearchField>
      <p className="hidden-visually" role="status">
        {isSearching ? t('help.count', { count: findings.length }) : ''}
      </p>
      {isSearching ? (
        <Findings id={id} findings={findings} active={active} onOpen={open} />
      ) : (
        <Topics id={`${id}-topics`} present={present?.topic ?? null} onGo={onGo} />
      )}
    </div>
  );
}
