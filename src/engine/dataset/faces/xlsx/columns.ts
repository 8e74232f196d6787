import type { Field, Table } from '../../fields/field.ts';
import { naming } from '../../tables.ts';
import { headers, prose } from './prose.ts';
import type { Sheet } from './sheet.ts';

const WIDTHS = [16, 20, 12, 24, 70, 50, 40, 28];

/** @returns the sheet that explains every column of the tables: the data dictionary */
export function columnsSheet(tables: readonly Table[]): Sheet {
  return {
    name: 'COLUMNS',
    isFrozen: true,
    widths: WIDTHS,
    *rows() {
      yield headers(['sheet', 'column', 'type', 'unit', 'meaning', 'values', 'if_empty', 'key']);
      for (const table of tables) {
        for (const field of table.fields) {
          const texts = [
            table.name,
            field.name,
            field.format ?? field.type,
            field.unit ?? '',
            field.about,
            valuesOf(field),
            field.empty ?? 'never empty',
            keysOf(table, field),
          ];
          yield prose(
            texts.map((text) => naming('', text)),
            WIDTHS,
          );
        }
      }
    },
  };
}

const valuesOf = ({ values }: Field) =>
  Object.entries(values ?? {})
    .map(([value, meaning]) => `${value}: ${meaning}`)
    .join('\n');

function keysOf({ name: own, primaryKey, foreignKeys }: Table, { name }: Field): string {
  const links = foreignKeys
    .filter(({ field }) => field === name)
    .map(({ table, column }) => `refers to ${table ?? own}.${column}`);
  return [...(primaryKey.includes(name) ? ['primary key'] : []), ...links].join('; ');
}
