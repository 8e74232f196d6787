import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentRow } from '../../contract/documents.ts';
import { inspectCase } from '../cases/actions.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Adder } from './Adder.tsx';

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
  const { data: cases = [] } = useQuery(api.cases.list.queryOptions());
  const rowsFor = (typed: string) => {
    const fits = cases.filter(
      ({ id, name }) => !taken.includes(id) && name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
    );
    const isNew = typed !== '' && !cases.some(({ name }) => name === typed);
    return [
      ...fits.map(({ id, name }) => ({ id, label: name })),
      ...(isNew ? [{ id: NEW + typed, label: t('document.case.create', { name: typed }) }] : []),
    ];
  };
  return (
    <Adder
      label={t('document.case.add')}
      empty={t('document.case.none')}
      rowsFor={rowsFor}
      onAdd={(id) => onAdd(id.startsWith(NEW) ? { name: id.slice(NEW.length) } : { id })}
    />
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
