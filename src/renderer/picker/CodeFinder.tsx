import { type KeyboardEventHandler, type Ref, useEffect, useId, useRef } from 'react';
import { useText } from '../messages/intl.tsx';
import { OptionRow } from './OptionRow.tsx';
import type { Option } from './options.ts';

/**
 * The field of a picker with the list below it, as a combobox: the focus stays in the field, and one row is the active one.
 * @param label what the field is for
 * @param onChoose called with the number of a row; `stay` where the box is to stay open
 * @param onUnder called with the number of a code's row, to create what was typed under it
 */
export function CodeFinder({
  label,
  typed,
  options,
  active,
  fieldRef,
  autoFocus = false,
  onType,
  onKeyDown,
  onChoose,
  onUnder,
}: {
  label: string;
  typed: string;
  options: readonly Option[];
  active: number;
  fieldRef?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  onType: (typed: string) => void;
  onKeyDown: KeyboardEventHandler;
  onChoose: (index: number, stay: boolean) => void;
  onUnder: (index: number) => void;
}) {
  const t = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      <input
        className="pk-in"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length === 0 ? undefined : `${id}-${active}`}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the box was asked for, to type into
        autoFocus={autoFocus}
        {...(fieldRef === undefined ? {} : { ref: fieldRef })}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="pk-list" role="listbox" id={`${id}-list`} aria-label={t('picker.list')} ref={list}>
        {options.map((option, index) => (
          <OptionRow
            key={option.kind === 'code' ? option.ranked.code.id : option.parent === null ? 'create' : 'under'}
            option={option}
            id={`${id}-${index}`}
            active={index === active}
            onChoose={(stay) => onChoose(index, stay)}
            onUnder={() => onUnder(index)}
          />
        ))}
      </div>
    </>
  );
}
