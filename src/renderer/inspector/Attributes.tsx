import { useQuery } from '@tanstack/react-query';
import type { AttributeRow } from '../../contract/cases.ts';
import type { DocumentRow } from '../../contract/documents.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { AddAttribute } from './AddAttribute.tsx';
import { PlainField } from './PlainField.tsx';

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
function Value({
  attribute,
  document,
  canWrite,
}: {
  attribute: AttributeRow;
  document: DocumentRow;
  canWrite: boolean;
}) {
  const t = useText();
  const { id, name, kind } = attribute;
  const value = document.attributes.find(({ attributeId }) => attributeId === id)?.value;
  const set = async (next: string | number | boolean | null) => {
    const input = { attribute: id, owner: { document: document.id }, value: next };
    return (await write(api.attributes.set.mutationOptions(), input)) !== undefined;
  };
  if (kind === 'boolean' || (kind === 'choice' && attribute.choices.length > 0)) {
    const options =
      kind === 'boolean'
        ? [true, false].map((each) => ({ value: each, label: t(each ? 'document.yes' : 'document.no') }))
        : attribute.choices.map((each) => ({ value: each, label: each }));
    const word = options.find((option) => option.value === value)?.label ?? t('document.unset');
    if (!canWrite) return <bdi className="in-value">{word}</bdi>;
    return (
      <span className="in-value">
        <MenuButton
          label=""
          value={<bdi>{word}</bdi>}
          rows={[
            ...options.map((option) => ({
              id: `is ${option.label}`,
              label: option.label,
              checked: option.value === value,
              run: () => void set(option.value),
            })),
            '-',
            { id: 'clear', label: t('document.clear'), run: () => void set(null) },
          ]}
        />
      </span>
    );
  }
  return (
    <PlainField
      label={t('document.value', { name })}
      value={value === undefined ? '' : String(value)}
      placeholder={t(kind === 'date' ? 'document.date.hint' : 'document.unset')}
      isReadOnly={!canWrite}
      check={CHECKS[kind]}
      onSave={(text) => set(text.trim() === '' ? null : kind === 'number' ? Number(text) : text.trim())}
    />
  );
}

/** What is known about a document: a row for each attribute of documents, and the way to a new one. */
export function Attributes({ document, canWrite }: { document: DocumentRow; canWrite: boolean }) {
  const t = useText();
  const { data: attributes = [] } = useQuery(api.attributes.list.queryOptions());
  const own = attributes.filter(({ appliesTo }) => appliesTo === 'document');
  return (
    <section className="in-sec">
      <h3>{t('document.attributes')}</h3>
      <dl className="in-facts">
        {own.map((attribute) => (
          <div key={attribute.id}>
            <dt className="clip">
              <bdi>{attribute.name}</bdi>
            </dt>
            <dd>
              <Value attribute={attribute} document={document} canWrite={canWrite} />
            </dd>
          </div>
        ))}
      </dl>
      {canWrite ? <AddAttribute /> : null}
    </section>
  );
}
