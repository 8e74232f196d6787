import { ensureChoice, nextRank, setValue } from '../../documents/attributes.ts';
import { idBytes } from '../../store/ids.ts';
import { name, sql } from '../../store/sql.ts';
import type { ExchangedCase, ExchangedValue } from '../model.ts';
import { type Carrying, momentOr } from './context.ts';

type Kind = 'text' | 'number' | 'boolean' | 'choice' | 'date';

/** Adds the attributes of the file that are not there yet, by identity, and the choices that they lack. */
export function carryAttributes(carrying: Carrying): void {
  const { db } = carrying.writing;
  for (const attribute of carrying.gathered.attributes) {
    let id = idBytes(attribute.id);
    const there = db.get<{ kind: Kind; applies_to: string }>(
      sql`SELECT kind, applies_to FROM attributes WHERE id = ${id}`,
    );
    const fits = there?.kind === attribute.kind && there.applies_to === attribute.appliesTo;
    if (there && !fits) id = carrying.derived('attribute', attribute.id, attribute.kind, attribute.appliesTo);
    const isNew = !fits && !carrying.has('attributes', id);
    if (isNew) {
      db.run(sql`INSERT INTO attributes (id, name, applies_to, kind, description, rank)
        VALUES (${id}, ${attribute.name.trim() || 'Attribute without a name'}, ${attribute.appliesTo}, ${attribute.kind},
          ${attribute.description ?? ''}, ${nextRank(db, 'attributes')})`);
    }
    if (attribute.kind === 'choice')
      for (const label of attribute.choices ?? [])
        if (label.trim() !== '') ensureChoice(carrying.writing, id, label.trim());
    carrying.attributes.set(attribute.id, { id, kind: attribute.kind, name: attribute.name });
    carrying.count('attributes', isNew);
  }
}

/** Adds the values of the documents. */
export function carryDocumentValues(carrying: Carrying): void {
  for (const { id, values } of carrying.gathered.documents) {
    const document = carrying.documents.get(id);
    if (document) carryValues(carrying, { document: document.id }, values, document.title);
  }
}

/** Adds cases with their documents and values; one that is there, by identity, gets what it lacks. */
export function carryCases(carrying: Carrying): void {
  const { db } = carrying.writing;
  for (const one of carrying.gathered.cases) {
    const id = idBytes(one.id);
    const isNew = !carrying.has('cases', id);
    if (isNew) addCase(carrying, id, one);
    carrying.cases.set(one.id, { id });
    for (const document of one.documents) {
      const landed = carrying.documents.get(document);
      if (!landed) {
        carrying.book.say({
          what: 'left',
          message: 'A case names a document that the file does not hold.',
          subject: one.name,
        });
        continue;
      }
      db.run(sql`INSERT INTO case_documents (id, case_id, document_id)
        VALUES (${carrying.derived('case document', id, landed.id)}, ${id}, ${landed.id}) ON CONFLICT DO NOTHING`);
    }
    carryValues(carrying, { case: id }, one.values, one.name);
    carrying.count('cases', isNew);
  }
}

function addCase({ writing: { db, at } }: Carrying, id: Uint8Array, one: ExchangedCase): void {
  db.run(sql`INSERT INTO cases (id, name, description, rank, created_at)
    VALUES (${id}, ${one.name.trim() || 'Case without a name'}, ${one.description ?? ''}, ${nextRank(db, 'cases')},
      ${momentOr(one.createdAt, at)})`);
}

function carryValues(
  carrying: Carrying,
  owner: { readonly document: Uint8Array } | { readonly case: Uint8Array },
  values: readonly ExchangedValue[],
  subject: string,
): void {
  const { writing, book } = carrying;
  const [column, ownerId] = 'document' in owner ? ['document_id', owner.document] : ['case_id', owner.case];
  for (const { attribute, value } of values) {
    const landed = carrying.attributes.get(attribute);
    if (!landed) {
      book.say({
        what: 'left',
        message: 'A value belongs to an attribute that the file does not list.',
        subject,
      });
      continue;
    }
    const fit = fitting(landed.kind as Kind, value);
    if (fit === null) {
      book.say({
        what: 'left',
        message: `A value does not fit its attribute, which holds a ${landed.kind}.`,
        subject: `${subject}: ${landed.name} = ${String(value).slice(0, 60)}`,
      });
      continue;
    }
    const present = writing.db.get<{ shown: string | number | null }>(sql`
      SELECT coalesce(v.text, v.number, v.boolean, v.date, c.label) AS shown FROM attribute_values v
      LEFT JOIN attribute_choices c ON c.id = v.choice_id WHERE v.attribute_id = ${landed.id} AND v.${name(column)} = ${ownerId}`);
    if (!present) {
      setValue(writing, owner, { id: landed.id, kind: landed.kind as Kind }, fit);
    } else if (String(present.shown) !== String(typeof fit === 'boolean' ? Number(fit) : fit)) {
      book.say({
        what: 'left',
        message: 'The project has another value for an attribute; its own stayed.',
        subject: `${subject}: ${landed.name} = ${String(fit).slice(0, 60)}`,
      });
    }
  }
}

/** @returns the value in the form that its kind asks for, or null where it does not fit */
function fitting(kind: Kind, value: string | number | boolean): string | number | boolean | null {
  if (kind === 'number') {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : null;
  }
  if (kind === 'boolean') return typeof value === 'boolean' ? value : null;
  const text = String(value);
  if (kind === 'date') return isDate(text) ? text : null;
  return text.trim() === '' ? null : kind === 'choice' ? text.trim() : text;
}

/** 2025, 2025-07 or 2025-07-26, and a day that there is. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
