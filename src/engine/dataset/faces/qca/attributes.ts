import type { Frame } from '../../frame.ts';
import type { Unit } from '../../matrix/units.ts';
import { attributeRows } from '../../rows/attributes.ts';

/** An attribute that can be a condition: a number, or true and false. */
export interface QcaAttribute {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly kind: 'number' | 'boolean';
  /** @returns its value for a case; null where it is not given, or where the documents of the case differ in it */
  inCase(unit: Unit): number | null;
}

/** @returns the attributes that have a value, in their order */
export function qcaAttributes(frame: Frame): QcaAttribute[] {
  const values = new Map<string, Map<string, number>>();
  const facts = new Map<string, Pick<QcaAttribute, 'id' | 'name' | 'about' | 'kind'>>();
  for (const { attribute_id, attribute, description, kind, owner_id, value } of attributeRows(frame)) {
    if (kind !== 'number' && kind !== 'boolean') continue;
    const id = String(attribute_id);
    if (!facts.has(id)) facts.set(id, { id, name: String(attribute), about: String(description), kind });
    const ofOwners = values.get(id) ?? new Map<string, number>();
    values.set(id, ofOwners.set(String(owner_id), Number(value)));
  }
  return Array.from(facts.values(), (attribute) => ({
    ...attribute,
    inCase: (unit) => valueIn(values.get(attribute.id) ?? new Map(), unit),
  }));
}

function valueIn(values: ReadonlyMap<string, number>, { id, documents }: Unit): number | null {
  const own = values.get(id);
  if (own !== undefined) return own;
  const [first = null, ...others] = documents.map((document) => values.get(document.id) ?? null);
  return others.every((value) => value === first) ? first : null;
}
