import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { CompareCell, CompareColumn } from '../../contract/compare.ts';
import { useText } from '../messages/intl.tsx';
import {
  type Judgement,
  judgementOf,
  numberOf,
  presentAmong,
  type Sheet,
  type SheetRow,
  totalOf,
} from './sheet.ts';
import { type ComparisonView, useComparison } from './view.ts';

/** What a cell shows: its judgement, and its number where it has one. */
export interface Shown {
  readonly judgement: Judgement;
  readonly value: number;
  /** The number as it is written; empty where the judgement says it all. */
  readonly figure: string;
  /** The same in words. */
  readonly what: string;
}

/** How numbers and columns of the comparison are put into words. */
export interface Words {
  readonly column: (column: CompareColumn | undefined) => string;
  readonly figure: (value: number) => string;
  readonly cell: (row: SheetRow, column: number) => Shown;
  readonly rowTotal: (row: SheetRow) => Shown;
  readonly columnTotal: (column: number) => Shown;
  /** How many columns there are, apart from the one of what has no case or value. */
  readonly among: string;
}

/** What an amount is in words. */
function useAmount(measure: ComparisonView['measure']) {
  const t = useText();
  const { formatNumber } = useIntl();
  const figure = (value: number) =>
    measure === 'share'
      ? formatNumber(value, { style: 'percent', maximumSignificantDigits: 2 })
      : measure === 'density'
        ? formatNumber(value, { maximumSignificantDigits: 3 })
        : formatNumber(value);
  const what = (value: number) =>
    measure === 'share'
      ? t('compare.amount.share', { share: figure(value) })
      : measure === 'density'
        ? t('compare.amount.density', { density: figure(value) })
        : measure === 'presence'
          ? t('compare.present')
          : t(`compare.amount.${measure}`, { count: value });
  return { figure, what };
}

/** Gives the words of the comparison that is shown. */
export function useWords(sheet: Sheet): Words {
  const t = useText();
  const { measure, columns } = useComparison();
  const { figure, what } = useAmount(measure);
  const { by } = columns;
  const named = sheet.columns.filter(({ id }) => id !== 'none').length;
  const among = t(`compare.among.${by}`, { count: named });
  const isPresence = measure === 'presence';
  const say = (cell: CompareCell | undefined, counts: boolean, words: number): Shown => {
    const judgement = judgementOf(cell, counts);
    if (judgement !== 'present') return { judgement, value: 0, figure: '', what: t(`compare.${judgement}`) };
    const value = numberOf(cell, measure, words);
    return { judgement, value, figure: isPresence ? '' : figure(value), what: what(value) };
  };
  const sum = (value: number, of: string): Shown => ({
    judgement: 'present',
    value,
    figure: figure(value),
    what: isPresence ? t('compare.amount.in', { count: value, among: of }) : what(value),
  });
  const foundIn = (column: number) =>
    sheet.rows.filter(({ cells }) => cells.get(column)?.presence === 1).length;
  return {
    among,
    figure,
    column: (column) => titleOf(column, by, t),
    cell: (row, column) => say(row.cells.get(column), row.counts, sheet.columns[column]?.words ?? 0),
    rowTotal: (row) => sum(totalOf(row, measure, sheet.words), among),
    columnTotal: (column) => {
      const words = column < 0 ? sheet.words : (sheet.columns[column]?.words ?? 0);
      const codes = t('compare.codes', { count: sheet.rows.length });
      if (isPresence && column < 0)
        return sum(sheet.rows.filter(({ total }) => total?.presence === 1).length, codes);
      return sum(isPresence ? foundIn(column) : numberOf(sheet.totals.get(column), measure, words), codes);
    },
  };
}

/** What a column is called. */
function titleOf(
  column: CompareColumn | undefined,
  by: 'case' | 'document' | 'attribute',
  t: ReturnType<typeof useText>,
): string {
  if (column === undefined) return t('compare.total');
  return column.id === 'none' ? t(`compare.none.${by}`) : column.title;
}

/** The sentence about the whole, made from the data. */
export function useSentence(
  words: Words,
  { most, fewest }: { most: SheetRow | null; fewest: SheetRow | null },
  sheet: Sheet,
): string {
  const t = useText();
  return useMemo(() => {
    if (most === null) return t('compare.sentence.nothing');
    const present = presentAmong(most, sheet.columns);
    const values = { code: most.code.name, count: most.total?.spans ?? 0, present, among: words.among };
    return fewest === null
      ? t('compare.sentence', values)
      : t('compare.sentence.rarest', { ...values, rare: fewest.code.name, few: fewest.total?.spans ?? 0 });
  }, [t, most, fewest, sheet, words.among]);
}
