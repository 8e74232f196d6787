import './palette.css';
import { Search } from 'lucide-react';
import { type FocusEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { usePaletteField } from '../state/sheet.ts';
import { Icon } from '../ui/Icon.tsx';
import { PREFIXES, readTyped } from './prefixes.ts';
import { RowView } from './RowView.tsx';
import { groupTitle } from './rows.ts';
import type { TextHits } from './useHits.ts';
import { usePalette } from './usePalette.ts';

/** What stands under the list: how far the search has come, or why there is nothing. */
function Note({ typed, text, isEmpty }: { typed: string; text: TextHits; isEmpty: boolean }) {
  const t = useText();
  const { mode, query } = readTyped(typed);
  const { searched, documents, done, failed } = text;
  if (failed !== null) return <p className="pl-note">{failed}</p>;
  if (!done) return <p className="pl-note num">{t('palette.searching', { searched, documents })}</p>;
  if (!isEmpty) return null;
  if (mode !== 'text') return <p className="pl-note">{t('palette.nothing')}</p>;
  return <p className="pl-note">{t(query.length < 2 ? 'palette.typeText' : 'palette.nothingText')}</p>;
}

function Box({ first }: { first: string }) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  const close = () => {
    usePaletteField.setState({ typed: null });
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  const { typed, type, groups, text, active, choose, onKeyDown } = usePalette(first, close);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(first.length, first.length);
  }, [first]);
  useEffect(() => {
    list.current?.querySelectorAll('[role=option]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  // Going to another window leaves the field the active one: it is to be there on coming back.
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const left =
      !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
    if (left) usePaletteField.setState({ typed: null });
  };
  let index = -1;
  return (
    <div role="dialog" aria-label={t('palette.title')} className="float pl" data-own-keys onBlur={onBlur}>
      <div className="pl-field">
        <Icon of={Search} />
        <input
          ref={field}
          role="combobox"
          aria-expanded={groups.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          aria-autocomplete="list"
          aria-label={t('palette.title')}
          placeholder={t('palette.all')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <kbd>{PREFIXES.map(({ sign }) => sign).join(' ')}</kbd>
      </div>
      <div className="pl-list" role="listbox" id={`${id}-list`} aria-label={t('palette.list')} ref={list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of options
          <div role="group" key={group.id} aria-labelledby={`${id}-${group.id}`}>
            <div className="pl-head" id={`${id}-${group.id}`}>
              {t(groupTitle(group.id))}
              {group.more === 0 ? null : <span>{t('palette.more', { count: group.more })}</span>}
            </div>
            {group.found.map((found) => {
              index += 1;
              return (
                <RowView
                  key={found.row.key}
                  found={found}
                  id={`${id}-${index}`}
                  active={index === active}
                  onChoose={() => choose(found.row)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <Note typed={typed} text={text} isEmpty={groups.length === 0} />
    </div>
  );
}

/** One field for everything that has a name: commands, codes, documents, headings, and the words of the texts. */
export function Palette() {
  const typed = usePaletteField((state) => state.typed);
  return typed === null ? null : <Box key={typed} first={typed} />;
}
