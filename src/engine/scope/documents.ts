import { type Query, sql } from '../store/sql.ts';
import { idList, valueList } from './ids.ts';
import type { ResolvedAttribute, ResolvedScope } from './resolve.ts';

/** @returns conditions on `d`, a row of documents; all must hold */
export function documentConditions({ documents, cases, attributes }: ResolvedScope): Query[] {
  const conditions: Query[] = [];
  if (documents.length > 0) conditions.push(sql`d.id IN ${idList(documents)}`);
  if (cases.length > 0) {
    conditions.push(sql`d.id IN (SELECT document_id FROM case_documents WHERE case_id IN ${idList(cases)})`);
  }
  return [...conditions, ...attributes.map(attributeCondition)];
}

/** `none_of` is the reverse of `one_of`, so that the two divide all documents; one without a value is in the former. */
function attributeCondition(condition: ResolvedAttribute): Query {
  if (condition.is === 'missing') return sql`d.id NOT IN (${having(condition, sql`TRUE`)})`;
  const found = having(condition, fits(condition));
  return condition.is === 'none_of' ? sql`d.id NOT IN (${found})` : sql`d.id IN (${found})`;
}

/** The documents of which the attribute has a fitting value: of themselves, or of one of their cases. */
function having({ row }: ResolvedAttribute, fitting: Query): Query {
  const attribute = idList([row.id]);
  return row.appliesTo === 'document'
    ? sql`SELECT v.document_id FROM attribute_values v
        WHERE v.attribute_id IN ${attribute} AND v.document_id IS NOT NULL AND ${fitting}`
    : sql`SELECT cd.document_id FROM attribute_values v JOIN case_documents cd ON cd.case_id = v.case_id
        WHERE v.attribute_id IN ${attribute} AND ${fitting}`;
}

/** A value of another type than the attribute's fits nothing. */
function fits({ is, row, values }: ResolvedAttribute): Query {
  if (is === 'at_least' || is === 'at_most') return fitsBound(row.kind, is, values[0]);
  if (is === 'between')
    return sql`(${fitsBound(row.kind, 'at_least', values[0])} AND ${fitsBound(row.kind, 'at_most', values[1])})`;
  const texts = values.filter((value) => typeof value === 'string');
  switch (row.kind) {
    case 'text':
      return sql`v.text IN ${valueList(texts)}`;
    case 'date':
      return sql`v.date IN ${valueList(texts)}`;
    case 'choice':
      return sql`v.choice_id IN (SELECT id FROM attribute_choices WHERE label IN ${valueList(texts)})`;
    case 'number':
      return sql`v.number IN ${valueList(values.filter((value) => typeof value === 'number'))}`;
    case 'boolean':
      return sql`v.boolean IN ${valueList(values.filter((value) => typeof value === 'boolean').map(Number))}`;
  }
}

/** Dates are compared as far as both are exact: 2024 is at least 2024-05 and at most 2024-05. */
function fitsBound(
  kind: ResolvedAttribute['row']['kind'],
  is: 'at_least' | 'at_most',
  bound: ResolvedAttribute['values'][number] | undefined,
): Query {
  if (kind === 'number' && typeof bound === 'number')
    return is === 'at_least' ? sql`v.number >= ${bound}` : sql`v.number <= ${bound}`;
  if (kind !== 'date' || typeof bound !== 'string') return sql`FALSE`;
  const [value, limit] = [sql`substr(v.date, 1, length(${bound}))`, sql`substr(${bound}, 1, length(v.date))`];
  return is === 'at_least' ? sql`${value} >= ${limit}` : sql`${value} <= ${limit}`;
}
