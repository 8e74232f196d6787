import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttributeRow } from '../../contract/cases.ts';
import type { AttributeCondition } from '../../contract/scope.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Field } from '../ui/Field.tsx';
import { comparisonsFor, readValue, type Value, valuesOf } from './attributes.ts';
import { CheckList } from './CheckList.tsx';
import { placed } from './chips.ts';
import { useEditingCondition } from './editing.ts';

/** What the attribute is compared with: known values to check, or one to write. */
function Values({
  attribute,
  condition,
  onChange,
}: {
  attribute: AttributeRow;
  condition: AttributeCondition;
  onChange: (values: readonly Value[]) => void;
}) {
  const t = useText();
  const { data: documents = [] } = useQuery(api.documents.list.queryOptions());
  const [text, setText] = useState(String(condition.values[0] ?? ''));
  const known = valuesOf(attribute, documents);
  const { is } = condition;
  if (is === 'missing') return null;
  if ((is === 'one_of' || is === 'none_of') && known.length > 0) {
    const nameOf = (value: Value) =>
      typeof value === 'boolean' ? t(value ? 'scope.yes' : 'scope.no') : String(value);
    return (
      <CheckList
        label={t('scope.form.value')}
        options={known.map((value) => ({ id: String(value), name: nameOf(value) }))}
        checked={condition.values.map(String)}
        onChange={(ids) => onChange(known.filter((value) => ids.includes(String(value))))}
      />
    );
  }
  return (
    <Field
      label={t('scope.form.value')}
      labelHidden
      placeholder={t('scope.form.value')}
      {...(attribute.kind === 'date' ? { hint: t('scope.form.value.date') } : {})}
      inputMode={attribute.kind === 'number' ? 'decimal' : 'text'}
      maxLength={1000}
      value={text}
      onChange={(next) => {
        setText(next);
        const value = readValue(attribute.kind, next);
        onChange(value === null ? [] : [value]);
      }}
    />
  );
}

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
    const says = next.is === 'missing' || next.values.length > 0;
    const result = placed(scope.attributes, index, says ? next : null);
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
          {attributes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
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
