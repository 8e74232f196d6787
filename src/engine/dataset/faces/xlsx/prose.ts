import { numberCell, textCell } from './cells.ts';
import { linesOf, type Row } from './sheet.ts';
import { LOOK } from './styles.ts';

/** @returns a row of bold words */
export const headers = (names: readonly string[]): Row => ({
  cells: (at) => names.map((name, index) => textCell(at(index), name, LOOK.header)).join(''),
});

/**
 * @param values texts, which are wrapped, and numbers
 * @param widths of the columns, in characters: the row is high enough for all of its texts
 * @param isLabelled whether the first is set bold
 */
export function prose(
  values: readonly (string | number)[],
  widths: readonly number[],
  isLabelled = false,
): Row {
  const lines = values.map((value, index) => linesOf(String(value), widths[index] ?? 1));
  return {
    lines: Math.max(...lines),
    cells: (at) =>
      values
        .map((value, index) => {
          if (typeof value === 'number') return numberCell(at(index), value, LOOK.wrapped);
          return textCell(at(index), value, isLabelled && index === 0 ? LOOK.header : LOOK.wrapped);
        })
        .join(''),
  };
}
