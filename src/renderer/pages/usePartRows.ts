import { useMemo } from 'react';
import { countWhile } from '../../text/ascending.ts';
import type { Row } from '../reader/rows.ts';
import type { Stripe } from '../reader/stripes.ts';

/** Stripes on parts of pages by the row of flowing text that they are shown in: where the text of their page begins. */
export function usePartRows(
  stripes: readonly Stripe[],
  rows: readonly Row[],
): ReadonlyMap<number, readonly Stripe[]> {
  return useMemo(() => {
    const byRow = new Map<number, Stripe[]>();
    for (const stripe of stripes) {
      if (stripe.region === null) continue;
      const before = countWhile(rows.length, (index) => (rows[index]?.end ?? 0) <= stripe.start);
      const row = Math.max(0, Math.min(before, rows.length - 1));
      const there = byRow.get(row);
      if (there === undefined) byRow.set(row, [stripe]);
      else there.push(stripe);
    }
    return byRow;
  }, [stripes, rows]);
}
