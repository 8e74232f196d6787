import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { CaseRow } from '../../contract/cases.ts';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { Adder } from '../inspector/Adder.tsx';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { gather } from './actions.ts';

/** The field in which a document is found that the case does not have yet. */
function AddDocument({
  others,
  onAdd,
}: {
  others: readonly DocumentRow[];
  onAdd: (document: DocumentRow) => Promise<boolean>;
}) {
  const t = useText();
  return (
    <Adder
      label={t('cases.document.add')}
      empty={t(others.length === 0 ? 'cases.document.all' : 'cases.document.none')}
      rowsFor={(typed) =>
        others
          .filter(({ title }) => title.toLocaleLowerCase().includes(typed.toLocaleLowerCase()))
          .map(({ id, title }) => ({ id, label: title }))
      }
      onAdd={async (chosen) => {
        const document = others.find(({ id }) => id === chosen);
        return document !== undefined && (await onAdd(document));
      }}
    />
  );
}

/** The documents of a case: a press opens one, and the inspector stays with the case. */
export function Documents({ of, canWrite }: { of: CaseRow; canWrite: boolean }) {
  const t = useText();
  const { data: documents = [] } = useQuery(api.documents.list.queryOptions());
  const current = useWorkspace((workspace) => workspace.documentId);
  const own = of.documents.flatMap((id) => documents.find((each) => each.id === id) ?? []);
  const others = documents.filter(({ id }) => !of.documents.includes(id));
  const section = useRef<HTMLElement>(null);
  // What had the focus goes with a row that is taken away, and begins anew after one that is added: the last row has it then.
  const count = useRef(own.length);
  useEffect(() => {
    const hasChanged = own.length !== count.current;
    count.current = own.length;
    if (!hasChanged || (document.activeElement !== null && document.activeElement !== document.body)) return;
    section.current?.querySelector<HTMLElement>('li:last-child button, div > input')?.focus();
  }, [own.length]);
  return (
    <section className="in-sec" ref={section}>
      <h3>{t('cases.documents')}</h3>
      {own.length > 0 ? null : <p className="faint small">{t('cases.documents.none')}</p>}
      <ul>
        {own.map((each) => (
          <li key={each.id} className="in-code">
            <Button
              className="in-link grow clip"
              aria-label={t('cases.document.open', { title: each.title })}
              {...(each.id === current ? { 'aria-current': 'page' as const } : {})}
              onPress={() => useWorkspace.getState().open(each.id)}
            >
              <bdi>{each.title}</bdi>
            </Button>
            {canWrite ? (
              <IconButton
                label={t('cases.document.remove', { title: each.title })}
                icon={X}
                onPress={() => void gather(of, each, false)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <AddDocument key={own.length} others={others} onAdd={(each) => gather(of, each, true)} />
      ) : null}
    </section>
  );
}
