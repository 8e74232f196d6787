import type { ExchangedAttribute, ExchangedValue } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { targetOf } from './refs.ts';
import { partOf, type Work } from './work.ts';

/** A variable as the file states it, and what it was found on. */
export interface Variable {
  readonly id: string;
  readonly name: string;
  kind: ExchangedAttribute['kind'];
  readonly description: string;
  onDocuments: boolean;
  onCases: boolean;
}

const KINDS: Readonly<Record<string, Variable['kind']>> = {
  boolean: 'boolean',
  integer: 'number',
  float: 'number',
  date: 'date',
  datetime: 'date',
};

/** @returns a variable of the file by its element */
export const readVariable = (element: XmlElement, id: string): Variable => ({
  id,
  name: element.attributes.get('name') ?? '',
  kind: KINDS[(element.attributes.get('typeOfVariable') ?? '').toLowerCase()] ?? 'text',
  description: textOf(childOf(element, 'Description')),
  onDocuments: false,
  onCases: false,
});

/** A value as the file states it. */
export interface RawValue {
  readonly variable: string;
  readonly value: string;
}

/** @returns values that an element states; those that say nothing are left out */
export function readValues(element: XmlElement): RawValue[] {
  return childrenOf(element, 'VariableValue').flatMap((value) => {
    const [reference, stated] = childrenOf(value);
    const variable = reference ? targetOf(reference) : null;
    const said = textOf(stated);
    return variable === null || !stated || said.trim() === '' ? [] : [{ variable, value: said }];
  });
}

/** Whether a date is in the calendar: a day, or a month or year alone. */
const isInCalendar = (date: string) =>
  !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

function readValue(kind: Variable['kind'], said: string): string | number | boolean | null {
  const value = said.trim();
  if (kind === 'boolean') {
    if (/^(true|1|yes)$/i.test(value)) return true;
    return /^(false|0|no)$/i.test(value) ? false : null;
  }
  if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : null;
  if (kind !== 'date') return said;
  const date = /^\d{4}-\d{2}-\d{2}|^\d{4}(-\d{2})?$/.exec(value)?.[0];
  return date !== undefined && isInCalendar(date) ? date : null;
}

/** The attribute that a variable becomes for documents or cases: two of them where it is used on both. */
export const attributeId = ({ id, onDocuments, onCases }: Variable, on: 'document' | 'case'): string =>
  on === 'case' && onDocuments && onCases ? partOf(id, 'on cases') : id;

/** @returns attributes for the variables of a file */
export function attributesOf(work: Work): ExchangedAttribute[] {
  const { restored } = work;
  return [...work.facts.variables.values()].flatMap((variable) => {
    const on = (['document', 'case'] as const).filter((each) =>
      each === 'case' ? variable.onCases || !variable.onDocuments : variable.onDocuments,
    );
    const { name, kind, description } = variable;
    return on.map((appliesTo) => {
      const id = attributeId(variable, appliesTo);
      const says = work.text(id, 'description', description);
      const attribute = {
        id,
        name: work.text(id, 'name', name) || 'Variable',
        appliesTo,
        kind,
        ...(says !== '' && { description: says }),
      };
      return restored?.attribute(attribute) ?? attribute;
    });
  });
}

/** @returns values as attributes hold them; what does not fit is said */
export function valuesOf(
  work: Work,
  raw: readonly RawValue[],
  on: 'document' | 'case',
  owner: { readonly id: string; readonly title: string },
): ExchangedValue[] {
  const subject = owner.title;
  const values = new Map<string, ExchangedValue>();
  for (const { variable: id, value: stated } of raw) {
    const variable = work.facts.variables.get(id);
    if (!variable) {
      work.say('left', 'A value named a variable that the file does not have.', subject);
      continue;
    }
    const attribute = attributeId(variable, on);
    const said = work.restored?.value(attribute, owner.id, stated) ?? stated;
    const value = readValue(variable.kind, said);
    if (value === null) {
      work.say(
        'left',
        'A value was not of the kind that its variable has.',
        `${subject}: ${variable.name} = ${said.trim().slice(0, 60)}`,
      );
      continue;
    }
    if (variable.kind === 'date' && /T\d/.test(said))
      work.say('kept', 'A time of day was left out: attributes hold dates.', `${subject}: ${variable.name}`);
    values.set(attribute, { attribute, value });
  }
  return [...values.values()];
}
