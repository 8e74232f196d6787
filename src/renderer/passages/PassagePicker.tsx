import { type KeyboardEvent, useMemo, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { CodeFinder } from '../picker/CodeFinder.tsx';
import { optionsOf } from '../picker/options.ts';
import { rankCodes } from '../picker/rank.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { applyToPassages, stopPicking, usePicking } from './picking.ts';

const NOWHERE: ReadonlySet<string> = new Set();

function Finder({ ids, codebook }: { ids: readonly string[]; codebook: Codebook }) {
  const t = useText();
  const recent = useWorkspace((workspace) => workspace.recentCodes);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const options = useMemo(() => {
    const ranked = rankCodes(codebook.codes, typed, { inDocument: NOWHERE, recent });
    // Nothing is created here: what is typed only finds.
    return optionsOf(ranked, '', NOWHERE, false).options;
  }, [codebook, typed, recent]);
  const last = options.length - 1;
  const active = Math.min(at, last);
  const choose = (index: number, stay: boolean) => {
    const option = options[index];
    if (option?.kind !== 'code') return;
    void applyToPassages(ids, option.ranked.code);
    if (stay) setTyped('');
    else stopPicking();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setAt(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') choose(active, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className="pk-about clip" aria-hidden="true">
        {t('passages.pick', { count: ids.length })}
      </div>
      <CodeFinder
        label={t('scope.form.find')}
        typed={typed}
        options={options}
        active={active}
        autoFocus
        onType={(next) => {
          setTyped(next);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onChoose={choose}
      />
      {options.length === 0 ? <p className="pk-note">{t('passages.pick.nothing')}</p> : null}
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
