import type { CompareColumn, CompareColumns } from '../../contract/compare.ts';
import { listAttributes, listCases } from '../cases/read.ts';
import type { Frame, FrameDocument } from '../dataset/frame.ts';
import { unitsOf } from '../dataset/matrix/units.ts';
import { readAttributeValues, type ShownValue } from '../documents/attributes.ts';
import { gone } from '../errors.ts';

/** The column of what has no case, or no value. */
const NONE = 'none';

/**
 * @returns the columns of a comparison, in the project's order; documents without a case or value stand in a column at the end,
 * where there are any
 * @throws ColligoError NOT_FOUND where the attribute is gone
 */
export function columnsOf(frame: Frame, columns: CompareColumns): CompareColumn[] {
  if (columns.by === 'document')
    return frame.documents.map((document) => column(document.id, document.title, [document]));
  return columns.by === 'case' ? caseColumns(frame) : groupColumns(frame, columns.attribute);
}

function column(id: string, title: string, documents: readonly FrameDocument[]): CompareColumn {
  const words = documents.reduce((sum, document) => sum + document.words, 0);
  return { id, title, documents: documents.map((document) => document.id), words };
}

function caseColumns(frame: Frame): CompareColumn[] {
  const units = unitsOf(frame);
  const alone = units.filter(({ kind }) => kind === 'document').flatMap(({ documents }) => documents);
  return [
    ...units
      .filter(({ kind }) => kind === 'case')
      .map(({ id, name, documents }) => column(id, name, documents)),
    ...(alone.length > 0 ? [column(NONE, '', alone)] : []),
  ];
}

function groupColumns(frame: Frame, id: string): CompareColumn[] {
  const attribute = listAttributes(frame.db).find((one) => one.id === id);
  if (!attribute) throw gone('attribute');
  const values = readAttributeValues(frame.db, attribute.appliesTo);
  const owners = attribute.appliesTo === 'document' ? ownersByDocument(frame) : casesByDocument(frame);
  const groups = new Map<ShownValue['value'], FrameDocument[]>();
  const without: FrameDocument[] = [];
  for (const document of frame.documents) {
    const own = (owners.get(document.id) ?? []).flatMap((owner) =>
      (values.get(owner) ?? []).filter((value) => value.attributeId === id).map(({ value }) => value),
    );
    for (const value of new Set(own)) {
      const group = groups.get(value);
      if (group) group.push(document);
      else groups.set(value, [document]);
    }
    if (own.length === 0) without.push(document);
  }
  const { choices } = attribute;
  const ordered = [...groups].sort(([a], [b]) => compareValues(a, b, choices));
  return [
    ...ordered.map(([value, documents]) => column(`=${value}`, titleOf(value), documents)),
    ...(without.length > 0 ? [column(NONE, '', without)] : []),
  ];
}

/** @returns by document the ids that a value of an attribute of documents may belong to: its own */
const ownersByDocument = ({ documents }: Frame): Map<string, string[]> =>
  new Map(documents.map(({ id }) => [id, [id]]));

/** @returns by document the cases that it belongs to, in scope or not: they say what it is */
function casesByDocument({ db }: Frame): Map<string, string[]> {
  const cases = new Map<string, string[]>();
  for (const { id, documents } of listCases(db))
    for (const document of documents) cases.set(document, [...(cases.get(document) ?? []), id]);
  return cases;
}

/** Choices stand in their own order, numbers and dates as they grow, yes before no, and texts by their code units, so that every machine agrees. */
function compareValues(a: ShownValue['value'], b: ShownValue['value'], choices: readonly string[]): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(b) - Number(a);
  const place = (value: ShownValue['value']) => choices.indexOf(String(value));
  if (place(a) !== place(b)) return place(a) - place(b);
  return String(a) < String(b) ? -1 : 1;
}

function titleOf(value: ShownValue['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
