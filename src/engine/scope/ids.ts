import { type Query, sql } from '../store/sql.ts';

/**
 * @param ids any number of them: they travel as one parameter, so that SQLite's limit of parameters is never met
 * @returns a list for use behind IN
 */
export function idList(ids: readonly string[]): Query {
  const hex = ids.map((id) => id.replaceAll('-', ''));
  return sql`(SELECT unhex(value) FROM json_each(${JSON.stringify(hex)}))`;
}

/** @returns a list of texts or numbers for use behind IN */
export function valueList(values: readonly (string | number)[]): Query {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
