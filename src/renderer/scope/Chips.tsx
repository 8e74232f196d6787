import { X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Icon } from '../ui/Icon.tsx';
import { type Chip, chipsOf, without } from './chips.ts';
import { useEditingCondition } from './editing.ts';
import { useNames } from './useNames.ts';

/** One condition: a press opens its form, Delete or Backspace or its cross takes it away. */
function ChipItem({ chip, onRemove }: { chip: Chip; onRemove: () => void }) {
  const t = useText();
  const { kind, index, label, value } = chip;
  return (
    <span className="chip" data-chip={chip.id}>
      <AriaButton
        className="w"
        aria-label={t('scope.chip', { label, value })}
        aria-haspopup="dialog"
        onPress={({ target }) => useEditingCondition.getState().edit({ kind, index }, target)}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
          else event.continuePropagation();
        }}
      >
        <bdi className="k">{label}</bdi>
        <bdi className="v">{value}</bdi>
      </AriaButton>
      <AriaButton
        className="x"
        excludeFromTabOrder
        aria-label={t('scope.chip.remove', { label, value })}
        onPress={onRemove}
      >
        <Icon of={X} size={12} />
      </AriaButton>
    </span>
  );
}

/** Goes to the chip beside the one that has the focus; the crosses are for the mouse and are passed over. */
function goBeside(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('.w')];
  const at = chips.findIndex((chip) => chip.contains(document.activeElement));
  const isForward =
    (event.key === 'ArrowRight') === (getComputedStyle(event.currentTarget).direction === 'ltr');
  chips[at + (isForward ? 1 : -1)]?.focus();
  event.preventDefault();
}

/**
 * The conditions of the scope; arrows go from one to the next.
 * @param fallback takes the focus when the last one goes
 */
export function Chips({ fallback }: { fallback: RefObject<HTMLElement | null> }) {
  const t = useText();
  const { scope, change } = useScope();
  const names = useNames();
  const bar = useRef<HTMLDivElement>(null);
  const chips = chipsOf(scope, names, t);
  if (chips.length === 0) return null;
  const remove = (chip: Chip, at: number) => {
    const next = chips[at + 1] ?? chips[at - 1];
    change(without(scope, chip));
    // The chips are drawn anew first, and those behind have moved up by one.
    requestAnimationFrame(() => {
      const left = bar.current?.querySelectorAll<HTMLElement>('.w') ?? [];
      (next === undefined ? fallback.current : (left[Math.min(at, left.length - 1)] ?? null))?.focus();
    });
  };
  return (
    <div ref={bar} role="toolbar" className="chips" aria-label={t('scope.chips')} onKeyDown={goBeside}>
      {chips.map((chip, at) => (
        <ChipItem key={chip.id} chip={chip} onRemove={() => remove(chip, at)} />
      ))}
    </div>
  );
}
