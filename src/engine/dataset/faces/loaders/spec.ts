import { type Field, isFreeText, type Table } from '../../fields/field.ts';
import { labelOf } from './wording.ts';

/** What the loaders for R and Python know of a column: nothing in it is a truth value or null, so that JSON is Python too. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: Field['type'] | 'category';
  readonly label: string;
  /** 1 where a leading apostrophe is to be removed. */
  readonly escaped?: 1;
  /** Each value there is with its meaning, in their order. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface TableSpec {
  readonly name: string;
  readonly title: string;
  readonly key: readonly string[];
  /** Of each column that points at a row: the table and the column there. */
  readonly refers: Readonly<Record<string, readonly [table: string, column: string]>>;
  readonly columns: readonly ColumnSpec[];
}

/** In bytes; R and Python allow any, but people read them in lists. */
const LABEL = 250;

/** @returns a table as the loaders are told of it */
export function specOf({ name, title, fields, primaryKey, foreignKeys }: Table): TableSpec {
  return {
    name,
    title,
    key: primaryKey,
    refers: Object.fromEntries(foreignKeys.map((key) => [key.field, [key.table ?? name, key.column]])),
    columns: fields.map((field) => ({
      name: field.name,
      type: field.values && field.type === 'string' ? 'category' : field.type,
      label: labelOf(field, LABEL),
      ...(isFreeText(field) && { escaped: 1 as const }),
      ...(field.values && { values: field.values }),
    })),
  };
}
