import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { closeFind, find, findNext, hitsOf } from './find.ts';

function onKeyDown(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return;
  const goes = event.key === 'Enter' || event.key === 'F3';
  if (goes) findNext(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') closeFind();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Looks for words in the open document: all are marked, one after the other is shown. */
export function FindBar() {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const finding = useReader((state) => state.finding);
  const loaded = useReader((state) => state.reading?.loaded);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  if (finding === null || loaded === undefined) return null;
  const total = hitsOf(loaded, finding.query).length;
  return (
    <search className="bar rd-find" data-own-keys onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="field grow"
        type="search"
        dir="auto"
        spellCheck={false}
        aria-label={t('reader.find.label')}
        placeholder={t('reader.find.label')}
        value={finding.query}
        onChange={(event) => find(event.target.value)}
      />
      <output className="num quiet">
        {finding.query.trim() === ''
          ? ''
          : total === 0
            ? t('reader.find.none')
            : t('reader.find.at', { at: finding.at + 1, total })}
      </output>
      <IconButton
        label={t('reader.find.previous')}
        icon={ChevronUp}
        keys="Shift+Enter"
        isDisabled={total === 0}
        onPress={() => findNext(-1)}
      />
      <IconButton
        label={t('reader.find.next')}
        icon={ChevronDown}
        keys="Enter"
        isDisabled={total === 0}
        onPress={() => findNext(1)}
      />
      <IconButton label={t('reader.find.close')} icon={X} keys="Escape" onPress={closeFind} />
    </search>
  );
}
