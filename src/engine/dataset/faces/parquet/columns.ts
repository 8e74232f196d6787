import type { SchemaElement } from 'hyparquet';
import type { Cell, Field } from '../../fields/field.ts';

/**
 * How a column is typed: text as UTF-8, whole numbers with 32 bits, other numbers with 64, truth values, moments as
 * milliseconds in UTC. A column that the data dictionary gives empty cells to may hold nulls; the others cannot.
 */
export function elementOf(field: Field): SchemaElement {
  const { name, empty } = field;
  const repetition_type = empty === undefined ? 'REQUIRED' : 'OPTIONAL';
  switch (field.type) {
    case 'integer':
      return { name, repetition_type, type: 'INT32' };
    case 'number':
      return { name, repetition_type, type: 'DOUBLE' };
    case 'boolean':
      return { name, repetition_type, type: 'BOOLEAN' };
    case 'datetime':
      return {
        name,
        repetition_type,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'string':
      return {
        name,
        repetition_type,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        logical_type: { type: 'STRING' },
      };
  }
}

/** What a cell is in a file. */
export type Value = string | number | boolean | Date | null;

/**
 * @param cell as the tables have it
 * @returns its value in a column of that type; an empty text is null where the column may be empty, as in CSV
 */
export function valueIn(field: Field, cell: Cell): Value {
  if (cell === null || (cell === '' && field.empty !== undefined)) return null;
  switch (field.type) {
    case 'integer':
    case 'boolean':
      return cell;
    case 'number':
      return field.decimals === undefined ? cell : Number(Number(cell).toFixed(field.decimals));
    case 'datetime':
      return new Date(String(cell));
    case 'string':
      // A lone surrogate has no UTF-8.
      return String(cell).toWellFormed();
  }
}
