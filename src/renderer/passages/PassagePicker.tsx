import { type KeyboardEvent, useMemo } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import type { OneCode } from '../picker/apply.ts';
import { CodeFinder } from '../picker/CodeFinder.tsx';
import { type Uses, useFinder } from '../picker/useFinder.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { applyToPassages, stopPicking, usePicking } from './picking.ts';

const NOWHERE: ReadonlySet<string> = new Set();
const UNKNOWN: Uses = { inDocument: NOWHERE, on: NOWHERE };

function Finder({ ids, codebook }: { ids: readonly string[]; codebook: Codebook }) {
  const t = useText();
  const finder = useFinder(codebook, UNKNOWN);
  const { options } = finder;
  const take = (choice: OneCode | null, stay: boolean) => {
    if (choice === null) return;
    void applyToPassages(ids, choice);
    if (stay) finder.type('');
    else stopPicking();
  };
  const choose = (row: number, stay: boolean) => take(finder.choiceAt(row), stay);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { shiftKey, ctrlKey, metaKey } = event;
    if (event.key === 'Enter') choose(shiftKey ? finder.creating : finder.active, ctrlKey || metaKey);
    else if (!finder.move(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className="pk-about clip" aria-hidden="true">
        {t('passages.pick', { count: ids.length })}
      </div>
      <CodeFinder
        label={t('picker.find')}
        typed={finder.typed}
        options={options}
        active={finder.active}
        autoFocus
        onType={finder.type}
        onKeyDown={onKeyDown}
        onChoose={choose}
        onUnder={(row) => take(finder.underAt(row), false)}
      />
      {options.some(({ kind }) => kind === 'code') ? null : (
        <p className="pk-note">{t(codebook.codes.length === 0 ? 'picker.noCodes' : 'picker.nothing')}</p>
      )}
    </>
  );
}

/** Finds a code by typing and applies it to the passages that were chosen in the list, above their rows. */
export function PassagePicker({ codebook }: { codebook: Codebook }) {
  const t = useText();
  const { picking, anchor } = usePicking();
  const at = useMemo(() => ({ current: anchor }), [anchor]);
  if (picking?.what !== 'apply') return null;
  return (
    <Popover
      className="float ps-pick"
      triggerRef={at}
      isOpen
      placement="top start"
      offset={4}
      onOpenChange={stopPicking}
    >
      <Dialog aria-label={t('passages.pick', { count: picking.ids.length })} className="ps-pick-in">
        <Finder ids={picking.ids} codebook={codebook} />
      </Dialog>
    </Popover>
  );
}
