import { useMemo } from 'react';
import { countWhile } from '../../text/ascending.ts';
import type { Row } from '../reader/rows.ts';
import { onPart, type Stripe } from '../reader/stripes.ts';

/** Stripes on parts of pages by the row of flowing text that they are shown in: where the text of their page begins. */
export function usePartRows(
  stripes: readonly Stripe[],
  rows: readonly Row[],
): ReadonlyMap<number, readonly Stripe[]> {
  return useMemo(() => {
    const rowOf = ({ start }: Stripe) => {
      const before = countWhile(rows.length, (index) => (rows[index]?.end ?? 0) <= start);
      return Math.max(0, Math.min(before, rows.length - 1));
    };
    return Map.groupBy(stripes.filter(onPart), rowOf);
  }, [stripes, rows]);
}
