import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';

/** A row that can be chosen. */
export interface Addable {
  readonly id: string;
  readonly label: string;
}

/**
 * The field in which something is found that is to be added; emptied once it has been.
 * @param rowsFor the rows for what is typed, trimmed
 * @param empty what is said where no row fits
 * @param onAdd adds what was chosen, by its id; false where it could not be
 */
export function Adder({
  label,
  empty,
  rowsFor,
  onAdd,
}: {
  label: string;
  empty: string;
  rowsFor: (typed: string) => readonly Addable[];
  onAdd: (id: string) => Promise<boolean>;
}) {
  const [text, setText] = useState('');
  return (
    <ComboBox
      aria-label={label}
      className="in-combo"
      items={rowsFor(text.trim())}
      inputValue={text}
      onInputChange={setText}
      value={null}
      menuTrigger="focus"
      allowsEmptyCollection
      onChange={(key) => {
        if (typeof key === 'string') void onAdd(key).then((isIn) => (isIn ? setText('') : undefined));
      }}
    >
      <Input className="field in-plain" placeholder={label} dir="auto" />
      <Popover className="float" offset={2}>
        <ListBox className="in-options" renderEmptyState={() => empty}>
          {(row: Addable) => (
            <ListBoxItem id={row.id} textValue={row.label} className="in-option">
              <bdi>{row.label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
