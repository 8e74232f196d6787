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
  /** On what its dates have a time of day that says something, for which there is an attribute of its own. */
  readonly timed: Set<'document' | 'case'>;
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
  timed: new Set(),
});

/** @returns the time of day of a date as it is written, with its zone; null where it has none */
const timeOf = (said: string): string | null => /^\d{4}-\d{2}-\d{2}T(\d.*)$/.exec(said.trim())?.[1] ?? null;

/** @returns whether a value is a date with a time of day; programs write midnight where they know the day alone */
export function isTimed(said: string): boolean {
  const time = timeOf(said);
  return time !== null && !/^00:00(:00(\.0+)?)?(Z|[-+]00:00)?$/.test(time);
}

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

/** The attribute for the times of day of another. */
const timeId = (attribute: string): string => partOf(attribute, 'time of day');

/** @returns attributes for the variables of a file */
export function attributesOf(work: Work): ExchangedAttribute[] {
  const { restored } = work;
  return [...work.facts.variables.values()].flatMap((variable) => {
    const on = (['document', 'case'] as const).filter((each) =>
      each === 'case' ? variable.onCases || !variable.onDocuments : variable.onDocuments,
    );
    const { name, kind, description } = variable;
    return on.flatMap((appliesTo) => {
      const id = attributeId(variable, appliesTo);
      const says = work.text(id, 'description', description);
      const attribute = {
        id,
        name: work.text(id, 'name', name) || 'Variable',
        appliesTo,
        kind,
        ...(says !== '' && { description: says }),
      };
      const own = restored?.attribute(attribute) ?? attribute;
      if (kind !== 'date' || !variable.timed.has(appliesTo)) return [own];
      const times = {
        id: timeId(id),
        name: `${attribute.name}: time of day`,
        appliesTo,
        kind: 'text',
      } as const;
      return [own, times];
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
    values.set(attribute, { attribute, value });
    const time = variable.kind === 'date' && variable.timed.has(on) ? timeOf(said) : null;
    if (time === null) continue;
    work.say(
      'kept',
      'A time of day went into an attribute of its own, since attributes hold dates.',
      `${subject}: ${variable.name}`,
    );
    values.set(timeId(attribute), { attribute: timeId(attribute), value: time });
  }
  return [...values.values()];
}
