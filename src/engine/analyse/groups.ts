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
  const cases = unitsOf(frame).map((unit): [string, Belonging] => {
    if (unit.kind === 'document') return [unit.id, documents.get(unit.id) ?? 'none'];
    if (values === null)
      return [unit.id, common(unit.documents.map((one) => documents.get(one.id) ?? 'none'))];
    const own = values.get(unit.id)?.find(({ attributeId }) => attributeId === id);
    return [unit.id, (own && numbers.get(`=${own.value}`)) ?? 'none'];
  });
  return { groups, documents, cases: new Map(cases) };
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
