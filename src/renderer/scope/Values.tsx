import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttributeRow } from '../../contract/cases.ts';
import type { AttributeCondition } from '../../contract/scope.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Field } from '../ui/Field.tsx';
import { isReversed, readValue, type Value, valuesOf } from './attributes.ts';
import { CheckList } from './CheckList.tsx';

/** A field for one value of a kind; what is no such value is marked, and not taken. */
function ValueField({
  kind,
  label,
  labelHidden = false,
  text,
  error,
  onChange,
}: {
  kind: AttributeRow['kind'];
  label: string;
  labelHidden?: boolean;
  text: string;
  /** What is wrong with it beside others. */
  error?: string | undefined;
  onChange: (text: string) => void;
}) {
  const t = useText();
  const isWrong = text.trim() !== '' && readValue(kind, text) === null;
  const form = t(kind === 'number' ? 'scope.form.value.number' : 'scope.form.value.date');
  return (
    <Field
      label={label}
      labelHidden={labelHidden}
      placeholder={labelHidden ? label : ''}
      {...(kind === 'date' && labelHidden ? { hint: form } : {})}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      maxLength={1000}
      isInvalid={isWrong || error !== undefined}
      error={isWrong ? form : error}
      value={text}
      onChange={onChange}
    />
  );
}

/** Two values, between which an attribute lies; both ends belong to it. */
function Range({
  kind,
  values,
  onChange,
}: {
  kind: AttributeRow['kind'];
  values: readonly Value[];
  onChange: (values: readonly Value[]) => void;
}) {
  const t = useText();
  const [from, setFrom] = useState(String(values[0] ?? ''));
  const [to, setTo] = useState(String(values[1] ?? ''));
  const [start, end] = [readValue(kind, from), readValue(kind, to)];
  const isWrong = start !== null && end !== null && isReversed(start, end);
  const put = (first: string, last: string) => {
    setFrom(first);
    setTo(last);
    const [a, b] = [readValue(kind, first), readValue(kind, last)];
    onChange(a === null || b === null || isReversed(a, b) ? [] : [a, b]);
  };
  return (
    <div className="line range">
      <ValueField kind={kind} label={t('scope.form.from')} text={from} onChange={(text) => put(text, to)} />
      <ValueField
        kind={kind}
        label={t('scope.form.to')}
        text={to}
        error={isWrong ? t('scope.form.order') : undefined}
        onChange={(text) => put(from, text)}
      />
    </div>
  );
}

/** What the attribute is compared with: known values to check, or one or two to write. */
export function Values({
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
  const { data: cases = [] } = useQuery(api.cases.list.queryOptions());
  const [text, setText] = useState(String(condition.values[0] ?? ''));
  const known = valuesOf(attribute, attribute.appliesTo === 'case' ? cases : documents);
  const { is } = condition;
  const { kind } = attribute;
  if (is === 'missing') return null;
  if (is === 'between') return <Range kind={kind} values={condition.values} onChange={onChange} />;
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
    <ValueField
      kind={kind}
      label={t('scope.form.value')}
      labelHidden
      text={text}
      onChange={(next) => {
        setText(next);
        const value = readValue(kind, next);
        onChange(value === null ? [] : [value]);
      }}
    />
  );
}
