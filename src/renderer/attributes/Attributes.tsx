import './attributes.css';
import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AttributeRow } from '../../contract/cases.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { InlineEdit } from '../ui/InlineEdit.tsx';
import { MenuButton, type MenuRow } from '../ui/Menu.tsx';
import { AddAttribute } from './AddAttribute.tsx';
import { type Owner, removeAttribute, renameAttribute } from './actions.ts';
import { Choices } from './Choices.tsx';
import { Value } from './Value.tsx';

/** What is being done to the attribute itself, beside giving it a value. */
type Doing = 'rename' | 'choices' | null;

/** An attribute with the value that the owner has, and what can be done with it. */
function Row({ attribute, owner, canWrite }: { attribute: AttributeRow; owner: Owner; canWrite: boolean }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const row = useRef<HTMLDivElement>(null);
  const was = useRef<Doing>(null);
  // What ends gives the focus back to the button that began it, unless the person has gone elsewhere.
  useEffect(() => {
    const isOver = was.current !== null && doing === null;
    was.current = doing;
    if (isOver && (document.activeElement === document.body || row.current?.contains(document.activeElement)))
      row.current?.querySelector<HTMLElement>('.acts button')?.focus();
  }, [doing]);
  const { name, kind } = attribute;
  const label = t('attributes.menu', { name });
  const rows: MenuRow[] = [
    { id: 'rename', label: t('attributes.rename'), run: () => setDoing('rename') },
    ...(kind === 'choice'
      ? [{ id: 'choices', label: t('attributes.choices.edit'), run: () => setDoing('choices') }]
      : []),
    '-',
    { id: 'remove', label: t('attributes.remove'), danger: true, run: () => void removeAttribute(attribute) },
  ];
  return (
    <div ref={row} className="in-attribute">
      <dt>
        {doing === 'rename' ? (
          <InlineEdit
            label={t('attributes.name')}
            value={name}
            onDone={(next) => {
              setDoing(null);
              if (next !== null) void renameAttribute(attribute, next);
            }}
          />
        ) : (
          <bdi className="name" title={name}>
            {name}
          </bdi>
        )}
      </dt>
      <dd>
        <Value attribute={attribute} owner={owner} canWrite={canWrite} />
      </dd>
      {canWrite ? (
        <dd className="acts">
          <MenuButton label={label} rows={rows} trigger={<IconButton label={label} icon={Ellipsis} />} />
        </dd>
      ) : null}
      {doing === 'choices' ? (
        <dd className="wide">
          <Choices attribute={attribute} onDone={() => setDoing(null)} />
        </dd>
      ) : null}
    </div>
  );
}

/** What is known about a document or case: a row for each attribute of its kind, and the way to a new one. */
export function Attributes({ owner, canWrite }: { owner: Owner; canWrite: boolean }) {
  const t = useText();
  const { data: attributes = [] } = useQuery(api.attributes.list.queryOptions());
  const kind = 'document' in owner.of ? 'document' : 'case';
  const own = attributes.filter(({ appliesTo }) => appliesTo === kind);
  return (
    <section className="in-sec">
      <h3>{t('attributes.title')}</h3>
      <dl className="in-facts">
        {own.map((attribute) => (
          <Row key={attribute.id} attribute={attribute} owner={owner} canWrite={canWrite} />
        ))}
      </dl>
      {canWrite ? (
        <AddAttribute appliesTo={kind} />
      ) : own.length === 0 ? (
        <p className="faint small">{t('attributes.none')}</p>
      ) : null}
    </section>
  );
}
