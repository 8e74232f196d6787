import type { AttributeRow } from '../../contract/cases.ts';
import { clearValue, ensureChoice, nextRank, setValue } from '../documents/attributes.ts';
import { titleOf } from '../documents/write.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { listAttributes } from './read.ts';
import { nameOf } from './write.ts';

const NOUNS = ['cases', 'documents'] as const;

/**
 * Adds an attribute.
 * @param attribute its `choices` are for the kind choice only
 * @returns its id
 * @throws ColligoError REFUSED where there is one of that name for the same kind of owner
 */
export function createAttribute(
  project: Project,
  attribute: Pick<AttributeRow, 'name' | 'appliesTo' | 'kind'> & { readonly choices?: readonly string[] },
): Mutation<string> {
  const { name, appliesTo, kind, choices = [] } = attribute;
  refuseTaken(project, name, appliesTo);
  return project.write(
    { code: 'attributes.create', label: `Create attribute “${name}”` },
    NOUNS,
    (writing) => {
      const id = newId();
      writing.db.run(sql`INSERT INTO attributes (id, name, applies_to, kind, rank)
      VALUES (${id}, ${name}, ${appliesTo}, ${kind}, ${nextRank(writing.db, 'attributes')})`);
      if (kind === 'choice') for (const label of choices) ensureChoice(writing, id, label);
      return idText(id);
    },
  );
}

/**
 * Changes the name of an attribute.
 * @throws ColligoError NOT_FOUND; REFUSED where another has that name for the same kind of owner
 */
export function renameAttribute(project: Project, id: string, name: string): Mutation<void> {
  const old = attributeOf(project, id);
  if (name !== old.name) refuseTaken(project, name, old.appliesTo);
  const label = `Rename attribute “${old.name}” to “${name}”`;
  return project.write({ code: 'attributes.rename', label }, NOUNS, ({ db }) => {
    db.run(sql`UPDATE attributes SET name = ${name} WHERE id = ${idBytes(id)}`);
  });
}

/** Removes an attribute with its choices and with the values that documents or cases have. @throws ColligoError NOT_FOUND */
export function removeAttribute(project: Project, id: string): Mutation<void> {
  const { name } = attributeOf(project, id);
  const bytes = idBytes(id);
  const { n } = project.db.one<{ n: number }>(
    sql`SELECT count(*) AS n FROM attribute_values WHERE attribute_id = ${bytes}`,
  );
  const label = `Remove attribute “${name}”${n > 0 ? ` with ${counted(n, 'value')}` : ''}`;
  return project.write({ code: 'attributes.remove', label }, NOUNS, ({ db }) => {
    db.run(sql`DELETE FROM attribute_values WHERE attribute_id = ${bytes}`);
    db.run(sql`DELETE FROM attribute_choices WHERE attribute_id = ${bytes}`);
    db.run(sql`DELETE FROM attributes WHERE id = ${bytes}`);
  });
}

/**
 * Sets or clears an attribute of a document or case.
 * @param value text for text and choice (a new label becomes a choice), a number, a boolean, or a date as 2025, 2025-07 or
 * 2025-07-26; null or empty text clears
 * @throws ColligoError NOT_FOUND; REFUSED where the value is not of the attribute's kind
 */
export function setAttribute(
  project: Project,
  id: string,
  owner: { readonly document: string } | { readonly case: string },
  value: string | number | boolean | null,
): Mutation<void> {
  const attribute = attributeOf(project, id);
  const target = 'document' in owner ? { document: idBytes(owner.document) } : { case: idBytes(owner.case) };
  if ((attribute.appliesTo === 'document') !== 'document' in target) {
    throw new ColligoError('REFUSED', `“${attribute.name}” is an attribute of a ${attribute.appliesTo}.`, {
      safe: 'Nothing was changed.',
    });
  }
  const whose = 'document' in target ? titleOf(project.db, target.document) : nameOf(project.db, target.case);
  const isEmpty = value === null || value === '';
  const label = `${isEmpty ? 'Clear' : 'Set'} ${attribute.name} of “${whose}”`;
  if (!isEmpty) refuseMisfit(attribute, value);
  return project.write({ code: 'attributes.set', label }, NOUNS, (writing) => {
    if (isEmpty) clearValue(writing, target, idBytes(id));
    else setValue(writing, target, { id: idBytes(id), kind: attribute.kind }, value);
  });
}

/** @throws ColligoError NOT_FOUND */
export function attributeOf({ db }: Project, id: string): AttributeRow {
  const attribute = listAttributes(db).find((one) => one.id === id);
  if (!attribute) throw new ColligoError('NOT_FOUND', 'That attribute is not in this project any more.');
  return attribute;
}

function refuseTaken({ db }: Project, name: string, appliesTo: AttributeRow['appliesTo']): void {
  if (!listAttributes(db).some((other) => other.name === name && other.appliesTo === appliesTo)) return;
  throw new ColligoError('REFUSED', `There is an attribute “${name}” already.`, {
    safe: 'Nothing was changed.',
  });
}

/** @throws ColligoError REFUSED where a value is not of the attribute's kind */
export function refuseMisfit(
  { name, kind }: Pick<AttributeRow, 'name' | 'kind'>,
  value: string | number | boolean,
): void {
  const fits = {
    text: typeof value === 'string',
    choice: typeof value === 'string' && value.trim() !== '',
    number: typeof value === 'number' && Number.isFinite(value),
    boolean: typeof value === 'boolean',
    date: typeof value === 'string' && isDate(value),
  }[kind];
  if (fits) return;
  const form = {
    text: 'text',
    choice: 'one of its choices',
    number: 'a number',
    boolean: 'yes or no',
    date: 'a date such as 2025, 2025-07 or 2025-07-26',
  }[kind];
  throw new ColligoError('REFUSED', `“${name}” takes ${form}.`, { safe: 'Nothing was changed.' });
}

/** A date of the Gregorian calendar whose length is its precision (ISO 8601, reduced precision). */
export function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const full = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`;
  const moment = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(full);
}
