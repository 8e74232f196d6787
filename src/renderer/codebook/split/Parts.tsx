import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { CodeRow } from '../../../contract/codes.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { type Part, partName } from './parts.ts';

/** The codes that a code is split into, each with its number and how many passages go there; more are made by name. */
export function Parts({
  code,
  parts,
  counts,
  onAdd,
  onRemove,
  onChoose,
}: {
  /** The code that is split. */
  code: CodeRow;
  parts: readonly Part[];
  /** How many passages go to each. */
  counts: readonly number[];
  onAdd: (name: string) => void;
  /** @param number from 1 */
  onRemove: (number: number) => void;
  /** Asks for a code that is there. */
  onChoose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter is for the field here; the form has a button of its own.
    event.preventDefault();
    add();
  };
  return (
    <section className="parts" aria-label={t('codebook.split.parts')}>
      {parts.length === 0 ? null : (
        <ol>
          {parts.map((part, index) => (
            <li key={'code' in part ? part.code.id : `new-${part.name}`} className="row">
              <Kbd keys={String(index + 1)} boxed />
              <Swatch name={partName(part)} colour={'code' in part ? part.code.colour : code.colour} />
              <bdi className="grow clip">{partName(part)}</bdi>
              <span className="quiet small num">
                {t('codebook.split.count', { count: counts[index] ?? 0 })}
              </span>
              <IconButton
                icon={X}
                label={t('codebook.split.remove', { name: partName(part) })}
                onPress={() => onRemove(index + 1)}
              />
            </li>
          ))}
        </ol>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter in the field inside */}
      <div className="add" onKeyDown={onKeyDown}>
        <Field
          autoFocus
          label={t('codebook.split.new')}
          hint={t('codebook.split.new.hint')}
          value={name}
          onChange={setName}
        />
        <Button onPress={add} isDisabled={name.trim() === ''}>
          {t('codebook.split.add')}
        </Button>
        <Button look="plain" onPress={onChoose}>
          {t('codebook.split.choose')}
        </Button>
      </div>
    </section>
  );
}
