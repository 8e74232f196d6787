import type { Cell, Field } from '../fields/field.ts';

/**
 * A cell for forms that know types. What stands in no column of text is never text; an empty text where the field says
 * what an empty cell means is a missing value, as in the CSV.
 * @returns the cell in the type of its field; null where it is missing
 */
export function typedCell(field: Field, cell: Cell): Cell {
  if (cell === null || (cell === '' && field.empty !== undefined)) return null;
  if (field.type === 'string' || field.type === 'datetime') return String(cell);
  if (typeof cell === 'number' && field.decimals !== undefined) return Number(cell.toFixed(field.decimals));
  return cell;
}
