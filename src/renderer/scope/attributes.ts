import type { AttributeRow } from '../../contract/cases.ts';
import type { DocumentRow } from '../../contract/documents.ts';
import type { AttributeCondition } from '../../contract/scope.ts';

/** A value that an attribute can be compared with. */
export type Value = AttributeCondition['values'][number];

const NAMED: readonly AttributeCondition['is'][] = ['one_of', 'none_of', 'missing'];
const ORDERED: readonly AttributeCondition['is'][] = ['one_of', 'none_of', 'at_least', 'at_most', 'missing'];

/** How values of this kind can be compared: what has an order also by more and less. */
export function comparisonsFor(kind: AttributeRow['kind']): readonly AttributeCondition['is'][] {
  return kind === 'number' || kind === 'date' ? ORDERED : NAMED;
}

/** The values there are of an attribute: those it may take, then those that documents have, each once and in order. */
export function valuesOf(
  { id, kind, choices }: AttributeRow,
  documents: readonly Pick<DocumentRow, 'attributes'>[],
): readonly Value[] {
  if (kind === 'boolean') return [true, false];
  const given = documents.flatMap(({ attributes }) =>
    attributes.flatMap(({ attributeId, value }) => (attributeId === id ? [value] : [])),
  );
  const rest = [...new Set(given)].filter((value) => !choices.includes(String(value)));
  rest.sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)),
  );
  return [...choices, ...rest];
}

/** Reads what was typed as a value of this kind. @returns null where it is none */
export function readValue(kind: AttributeRow['kind'], typed: string): Value | null {
  const text = typed.trim();
  if (text === '') return null;
  if (kind !== 'number') return text;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
