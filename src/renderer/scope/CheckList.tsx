import { Check as CheckMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useRowHeight } from '../state/rows.ts';
import { Icon } from '../ui/Icon.tsx';
import { Rows } from '../ui/Rows.tsx';

/** Something that can be checked in a list. */
export interface Checkable {
  readonly id: string;
  readonly name: string;
  /** What stands before the name, such as a swatch. */
  readonly mark?: ReactNode;
}

/** Fewer than these need no field to find them by. */
const FEW = 8;

/** A list of which several can be checked, with a field to find them by. Enter or a press checks. */
export function CheckList({
  label,
  options,
  checked,
  onChange,
}: {
  label: string;
  options: readonly Checkable[];
  checked: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useText();
  const rowHeight = useRowHeight();
  const { contains } = useFilter({ sensitivity: 'base' });
  if (options.length === 0) return <p className="quiet">{t('scope.form.empty')}</p>;
  const list = (
    <Rows>
      <ListBox
        aria-label={label}
        className="rows check-list"
        style={{ blockSize: Math.min(options.length, FEW) * rowHeight }}
        selectionMode="multiple"
        // Escape closes the form; it must not clear what was checked on the way.
        escapeKeyBehavior="none"
        {...(options.length < FEW ? { autoFocus: 'first' as const } : {})}
        selectedKeys={checked}
        onSelectionChange={(keys) =>
          onChange(options.flatMap(({ id }) => (keys === 'all' || keys.has(id) ? [id] : [])))
        }
        items={options}
        dependencies={[options]}
        renderEmptyState={() => <p className="quiet">{t('scope.form.none')}</p>}
      >
        {({ id, name, mark }) => (
          <ListBoxItem id={id} textValue={name} className="check-row">
            <span className="bx" aria-hidden="true">
              <Icon of={CheckMark} size={10} />
            </span>
            {mark}
            <bdi className="clip">{name}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
    </Rows>
  );
  if (options.length < FEW) return list;
  return (
    <Autocomplete filter={contains} disableAutoFocusFirst>
      <SearchField aria-label={t('scope.form.find')} autoFocus>
        <Input className="field" dir="auto" placeholder={t('scope.form.find')} />
      </SearchField>
      {list}
    </Autocomplete>
  );
}
