import { listAttributes } from '../cases/read.ts';
import { columnsOf } from '../compare/columns.ts';
import type { Frame } from '../dataset/frame.ts';
import { unitsOf } from '../dataset/matrix/units.ts';
import { readAttributeValues } from '../documents/attributes.ts';
import { gone } from '../errors.ts';

/** The column of what has no value. */
const NONE = 'none';

/** What belongs to a group: its number; else why it belongs to none. */
export type Belonging = number | 'none' | 'several';

/** Groups by an attribute that have nothing in common. */
export interface Groups {
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly documents: ReadonlyMap<string, Belonging>;
  /** Cases, and documents without one, by id. */
  readonly cases: ReadonlyMap<string, Belonging>;
  /** How many cases in groups share a document with another one in a group. */
  readonly sharing: number;
}

/**
 * Divides documents and cases. A document belongs to the group of its cases where these agree. By an attribute of documents, a case
 * belongs to the group of its documents where all of them have the same value.
 * @throws ColligoError NOT_FOUND where the attribute is gone
 */
export function groupsBy(frame: Frame, id: string): Groups {
  const columns = columnsOf(frame, { by: 'attribute', attribute: id });
  const groups = columns.filter((column) => column.id !== NONE);
  const inGroups = new Map<string, number[]>();
  groups.forEach(({ documents }, number) => {
    for (const document of documents) inGroups.set(document, [...(inGroups.get(document) ?? []), number]);
  });
  const documents = new Map(frame.documents.map((one) => [one.id, only(inGroups.get(one.id) ?? [])]));
  const attribute = listAttributes(frame.db).find((one) => one.id === id);
  if (!attribute) throw gone('attribute');
  const values = attribute.appliesTo === 'case' ? readAttributeValues(frame.db, 'case') : null;
  const numbers = new Map(groups.map((group, number) => [group.id, number]));
  const units = unitsOf(frame);
  const cases = units.map((unit): [string, Belonging] => {
    if (unit.kind === 'document') return [unit.id, documents.get(unit.id) ?? 'none'];
    if (values === null)
      return [unit.id, common(unit.documents.map((one) => documents.get(one.id) ?? 'none'))];
    const own = values.get(unit.id)?.find(({ attributeId }) => attributeId === id);
    return [unit.id, (own && numbers.get(`=${own.value}`)) ?? 'none'];
  });
  const belonging = new Map(cases);
  const sharing = sharingOf(units.filter(({ id: unit }) => typeof belonging.get(unit) === 'number'));
  return { groups, documents, cases: belonging, sharing };
}

/** @returns how many of some units have a document that another of them has */
function sharingOf(units: readonly { readonly documents: readonly { readonly id: string }[] }[]): number {
  const times = new Map<string, number>();
  for (const { documents } of units) for (const { id } of documents) times.set(id, (times.get(id) ?? 0) + 1);
  return units.filter(({ documents }) => documents.some(({ id }) => (times.get(id) ?? 0) > 1)).length;
}

function only(numbers: readonly number[]): Belonging {
  const [first] = numbers;
  if (first === undefined) return 'none';
  return numbers.length === 1 ? first : 'several';
}

function common(all: readonly Belonging[]): Belonging {
  const [first, ...others] = new Set(all);
  if (first === undefined) return 'none';
  return others.length === 0 ? first : 'several';
}
