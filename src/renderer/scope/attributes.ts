import type { AttributeRow, AttributeValue } from '../../contract/cases.ts';
import type { AttributeCondition } from '../../contract/scope.ts';

/** A value that an attribute can be compared with. */
export type Value = AttributeCondition['values'][number];

const NAMED: readonly AttributeCondition['is'][] = ['one_of', 'none_of', 'missing'];
const ORDERED: readonly AttributeCondition['is'][] = [
  'one_of',
  'none_of',
  'at_least',
  'at_most',
  'between',
  'missing',
];

/** How values of this kind can be compared: what has an order also by more and less. */
export function comparisonsFor(kind: AttributeRow['kind']): readonly AttributeCondition['is'][] {
  return kind === 'number' || kind === 'date' ? ORDERED : NAMED;
}

/**
 * The values there are of an attribute: those it may take, then those that are given, each once and in order.
 * @param owners the documents, or for an attribute of cases the cases
 */
export function valuesOf(
  { id, kind, choices }: AttributeRow,
  owners: readonly { readonly attributes: readonly AttributeValue[] }[],
): readonly Value[] {
  if (kind === 'boolean') return [true, false];
  const given = owners.flatMap(({ attributes }) =>
    attributes.flatMap(({ attributeId, value }) => (attributeId === id ? [value] : [])),
  );
  const rest = [...new Set(given)].filter((value) => !choices.includes(String(value)));
  rest.sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)),
  );
  return [...choices, ...rest];
}

/** A day, a month or a year: its length is its precision. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Reads what was typed as a value of this kind. @returns null where it is none */
export function readValue(kind: AttributeRow['kind'], typed: string): Value | null {
  const text = typed.trim();
  if (text === '') return null;
  if (kind === 'date') return DATE.test(text) ? text : null;
  if (kind !== 'number') return text;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Whether a condition narrows anything: it has the values that its comparison needs. */
export function says({ is, values }: Pick<AttributeCondition, 'is' | 'values'>): boolean {
  return is === 'missing' || values.length >= (is === 'between' ? 2 : 1);
}

/** Whether a range begins after it ends; dates as far as both are exact. */
export function isReversed(from: Value, to: Value): boolean {
  if (typeof from === 'number' && typeof to === 'number') return from > to;
  const [a, b] = [String(from), String(to)];
  const exact = Math.min(a.length, b.length);
  return a.slice(0, exact) > b.slice(0, exact);
}
