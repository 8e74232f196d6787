import { Button } from 'react-aria-components';
import type { AttributeRow } from '../../contract/cases.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { PlainField } from '../inspector/PlainField.tsx';
import { useText } from '../messages/intl.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import type { Owner } from './actions.ts';

/** A date of the calendar whose length is its precision; the engine checks the day. */
const DATE = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/;

const CHECKS: Readonly<Record<AttributeRow['kind'], (text: string) => boolean>> = {
  text: () => true,
  choice: () => true,
  boolean: () => true,
  number: (text) => Number.isFinite(Number(text)),
  date: (text) => DATE.test(text.trim()),
};

/** The value of one attribute, edited as its kind asks for; emptied, it is cleared. */
export function Value({
  attribute,
  owner,
  canWrite,
}: {
  attribute: AttributeRow;
  owner: Owner;
  canWrite: boolean;
}) {
  const t = useText();
  const { id, name, kind } = attribute;
  const value = owner.values.find(({ attributeId }) => attributeId === id)?.value;
  const label = t('attributes.value', { name });
  const set = async (next: string | number | boolean | null) => {
    const input = { attribute: id, owner: owner.of, value: next };
    return (await write(api.attributes.set.mutationOptions(), input)) !== undefined;
  };
  if (kind === 'boolean' || (kind === 'choice' && attribute.choices.length > 0)) {
    const options =
      kind === 'boolean'
        ? [true, false].map((each) => ({ value: each, label: t(each ? 'attributes.yes' : 'attributes.no') }))
        : attribute.choices.map((each) => ({ value: each, label: each }));
    const word = options.find((option) => option.value === value)?.label ?? t('attributes.unset');
    if (!canWrite) return <bdi className="in-value">{word}</bdi>;
    return (
      <span className={value === undefined ? 'in-value is-unset' : 'in-value'}>
        <MenuButton
          label={label}
          trigger={
            <Button className="menu-btn" aria-label={t('attributes.value.is', { name, value: word })}>
              <bdi className="clip">{word}</bdi>
            </Button>
          }
          rows={[
            ...options.map((option) => ({
              id: `is ${option.label}`,
              label: option.label,
              checked: option.value === value,
              run: () => void set(option.value),
            })),
            '-',
            { id: 'clear', label: t('attributes.clear'), run: () => void set(null) },
          ]}
        />
      </span>
    );
  }
  return (
    <PlainField
      label={label}
      value={value === undefined ? '' : String(value)}
      placeholder={t(kind === 'date' ? 'attributes.date.hint' : 'attributes.unset')}
      wraps={kind === 'text' || kind === 'choice'}
      isReadOnly={!canWrite}
      check={CHECKS[kind]}
      onSave={(text) => set(text.trim() === '' ? null : kind === 'number' ? Number(text) : text.trim())}
    />
  );
}
