import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { DocumentRow } from '../../contract/documents.ts';
import { inspectCase } from '../cases/actions.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';

type Chosen = { readonly id: string } | { readonly name: string };

/** The key of the row that makes a case begins so; the typed name follows, since the field is emptied by the choice. */
const NEW = 'new ';

/** The field in which a case is found or named. */
function AddCase({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (chosen: Chosen) => Promise<boolean>;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const { data: cases = [] } = useQuery(api.cases.list.queryOptions());
  const typed = text.trim();
  const fits = cases.filter(
    ({ id, name }) => !taken.includes(id) && name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  );
  const isNew = typed !== '' && !cases.some(({ name }) => name === typed);
  const rows = [
    ...fits.map(({ id, name }) => ({ id, label: name })),
    ...(isNew ? [{ id: NEW + typed, label: t('document.case.create', { name: typed }) }] : []),
  ];
  const add = async (chosen: Chosen) => {
    if (await onAdd(chosen)) setText('');
  };
  return (
    <ComboBox
      aria-label={t('document.case.add')}
      className="in-combo"
      items={rows}
      inputValue={text}
      onInputChange={setText}
      value={null}
      menuTrigger="focus"
      allowsEmptyCollection
      onChange={(key) => {
        if (typeof key !== 'string') return;
        void add(key.startsWith(NEW) ? { name: key.slice(NEW.length) } : { id: key });
      }}
    >
      <Input className="field in-plain" placeholder={t('document.case.add')} dir="auto" />
      <Popover className="float" offset={2}>
        <ListBox className="in-options" renderEmptyState={() => t('document.case.none')}>
          {(row: { id: string; label: string }) => (
            <ListBoxItem id={row.id} textValue={row.label} className="in-option">
              <bdi>{row.label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The cases that a document belongs to, and the field that adds one. */
export function Cases({ document: row, canWrite }: { document: DocumentRow; canWrite: boolean }) {
  const t = useText();
  const { cases } = row;
  const assign = async (chosen: readonly Chosen[]) => {
    const input = { document: row.id, cases: [...chosen] };
    return (await write(api.cases.assign.mutationOptions(), input)) !== undefined;
  };
  const ids = cases.map(({ id }) => ({ id }));
  const section = useRef<HTMLElement>(null);
  const count = useRef(cases.length);
  // The field begins anew with every case that is added; what had the focus in it is the case now.
  useEffect(() => {
    const hasGrown = cases.length > count.current;
    count.current = cases.length;
    if (!hasGrown || (document.activeElement !== null && document.activeElement !== document.body)) return;
    section.current?.querySelector<HTMLElement>('li:last-child button:last-of-type')?.focus();
  }, [cases.length]);
  return (
    <section className="in-sec" ref={section}>
      <h3>{t('document.cases')}</h3>
      <ul>
        {cases.map(({ id, name }) => (
          <li key={id} className="in-code">
            <Button
              className="in-link grow clip"
              aria-label={t('document.case.show', { name })}
              onPress={() => inspectCase(id)}
            >
              <bdi>{name}</bdi>
            </Button>
            {canWrite ? (
              <IconButton
                label={t('document.case.remove', { name })}
                icon={X}
                onPress={() => void assign(ids.filter((each) => each.id !== id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <AddCase
          key={cases.length}
          taken={cases.map(({ id }) => id)}
          onAdd={(chosen) => assign([...ids, chosen])}
        />
      ) : cases.length === 0 ? (
        <p className="faint small">{t('document.case.none')}</p>
      ) : null}
    </section>
  );
}
