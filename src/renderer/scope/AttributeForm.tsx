import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttributeCondition } from '../../contract/scope.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { comparisonsFor, says } from './attributes.ts';
import { placed } from './chips.ts';
import { useEditingCondition } from './editing.ts';
import { Values } from './Values.tsx';

/** Whose attributes there are, in the order of the list. */
const OWNERS = [
  ['document', 'scope.form.ofDocuments'],
  ['case', 'scope.form.ofCases'],
] as const;

/** Chooses an attribute, how it is compared, and with what. */
export function AttributeForm({ index }: { index: number | null }) {
  const t = useText();
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const { scope, change } = useScope();
  const moveTo = useEditingCondition((state) => state.moveTo);
  // A condition without a value says nothing, so it is not in the scope yet.
  const [draft, setDraft] = useState<AttributeCondition | null>(null);
  if (attributes === undefined) return null;
  const [first] = attributes;
  if (first === undefined) return <p className="quiet">{t('scope.form.noAttributes')}</p>;
  const kept = index === null ? undefined : scope.attributes[index];
  const condition = kept ?? draft ?? { attribute: first.id, is: 'one_of', values: [] };
  const attribute = attributes.find(({ id }) => id === condition.attribute) ?? first;
  const put = (next: AttributeCondition) => {
    setDraft(next);
    const result = placed(scope.attributes, index, says(next) ? next : null);
    change({ attributes: result.conditions });
    moveTo(result.index);
  };
  return (
    <>
      <div className="line">
        <select
          className="field"
          aria-label={t('scope.form.attribute')}
          value={attribute.id}
          onChange={({ target }) => put({ attribute: target.value, is: 'one_of', values: [] })}
        >
          {OWNERS.map(([appliesTo, label]) => {
            const own = attributes.filter((each) => each.appliesTo === appliesTo);
            const options = own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ));
            // Where only documents, or only cases, have attributes there is nothing to tell apart.
            if (own.length === 0 || own.length === attributes.length) return options;
            return (
              <optgroup key={appliesTo} label={t(label)}>
                {options}
              </optgroup>
            );
          })}
        </select>
        <select
          className="field"
          aria-label={t('scope.form.comparison')}
          value={condition.is}
          onChange={({ target }) => {
            const is = comparisonsFor(attribute.kind).find((each) => each === target.value);
            if (is !== undefined) put({ ...condition, attribute: attribute.id, is, values: [] });
          }}
        >
          {comparisonsFor(attribute.kind).map((each) => (
            <option key={each} value={each}>
              {t(`scope.is.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <Values
        key={`${attribute.id} ${condition.is}`}
        attribute={attribute}
        condition={condition}
        onChange={(values) => put({ ...condition, attribute: attribute.id, values: [...values] })}
      />
    </>
  );
}
