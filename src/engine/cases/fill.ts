import type { AttributeRow } from '../../contract/cases.ts';
import { clearValue, setValue } from '../documents/attributes.ts';
import { titleOf } from '../documents/write.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { refuseMisfit } from './attributes.ts';
import { listAttributes } from './read.ts';
import { nameOf } from './write.ts';

/** A value that a document or case shall have; null or empty text clears it. */
export interface WantedValue {
  readonly attribute: string;
  readonly owner: { readonly document: string } | { readonly case: string };
  readonly value: string | number | boolean | null;
}

/**
 * Sets or clears many values, and changes names of cases, as one step. Nothing is changed where one of them does not fit.
 * @throws ColligoError NOT_FOUND; REFUSED where a value is not of its attribute's kind, or the attribute not one of the owner's
 */
export function fillValues(
  project: Project,
  values: readonly WantedValue[],
  names: readonly { readonly case: string; readonly name: string }[],
): Mutation<void> {
  const attributes = new Map(listAttributes(project.db).map((each) => [each.id, each]));
  for (const one of values) check(project, attributes.get(one.attribute), one);
  for (const one of names) nameOf(project.db, idBytes(one.case));
  const label = `Fill in ${counted(values.length + names.length, 'cell')}`;
  return project.write({ code: 'attributes.fill', label }, ['cases', 'documents', 'memos'], (writing) => {
    for (const { attribute, owner, value } of values) {
      const target =
        'document' in owner ? { document: idBytes(owner.document) } : { case: idBytes(owner.case) };
      const { kind } = attributes.get(attribute) ?? { kind: 'text' };
      if (value === null || value === '') clearValue(writing, target, idBytes(attribute));
      else setValue(writing, target, { id: idBytes(attribute), kind }, value);
    }
    for (const { case: id, name } of names) {
      writing.db.run(sql`UPDATE cases SET name = ${name} WHERE id = ${idBytes(id)} AND name <> ${name}`);
    }
  });
}

function check({ db }: Project, attribute: AttributeRow | undefined, { owner, value }: WantedValue): void {
  if (!attribute) throw new ColligoError('NOT_FOUND', 'That attribute is not in this project any more.');
  if ('document' in owner) titleOf(db, idBytes(owner.document));
  else nameOf(db, idBytes(owner.case));
  if ((attribute.appliesTo === 'document') !== 'document' in owner) {
    throw new ColligoError('REFUSED', `“${attribute.name}” is an attribute of a ${attribute.appliesTo}.`, {
      safe: 'Nothing was changed.',
    });
  }
  if (value !== null && value !== '') refuseMisfit(attribute, value);
}
