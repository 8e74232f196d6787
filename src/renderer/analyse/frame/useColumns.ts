import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { textWidth } from '../plot/measure.ts';
import type { ShownTable } from './shown.ts';

/** How wide the columns of a table are. */
export interface Columns {
  /** As CSS writes it for a grid. */
  readonly template: string;
  /** All together at least, px. */
  readonly width: number;
}

/** Rows that are measured: more would take longer than it is worth. */
const MEASURED = 300;

/** What a cell has beside its words, and a title for the sign of its order, px. */
const BESIDE = 24;
const SIGN = 14;

/** Words wider than this are cut off, px. */
const WIDE = 360;

/** Works out how wide columns have to be for what stands in them. */
export function useColumns(table: ShownTable): Columns {
  const { formatNumber } = useIntl();
  return useMemo(() => {
    const some = Array.from({ length: Math.min(MEASURED, table.count) }, (_, place) => table.cells(place));
    const widths = table.columns.map(({ title }, column) => {
      const texts = some.map((cells) => {
        const value = cells[column] ?? '';
        return typeof value === 'number' ? formatNumber(value, { maximumFractionDigits: 3 }) : value;
      });
      const longest = texts.toSorted((a, b) => b.length - a.length).slice(0, 20);
      const wide = Math.max(textWidth(title, 600) + SIGN, ...longest.map((text) => textWidth(text, 400, 13)));
      return Math.ceil(Math.min(wide, WIDE)) + BESIDE;
    });
    return {
      template: widths.map((width) => `${width}px`).join(' '),
      width: widths.reduce((sum, width) => sum + width, 0),
    };
  }, [table, formatNumber]);
}
