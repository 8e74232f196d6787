import { useEffect, useMemo } from 'react';
import { useText } from '../messages/intl.tsx';
import { NO_STATUS, useViewStatus } from '../state/viewStatus.ts';
import { countJudgements, type Sheet } from './sheet.ts';

/** Tells the status line where one is, and what all cells of the sheet are. */
export function useSums(sheet: Sheet, place: string): void {
  const t = useText();
  const sums = useMemo(() => {
    const { present, absent, not_judged: open } = countJudgements(sheet);
    return t('compare.sums', { cells: present + absent + open, present, absent, open });
  }, [sheet, t]);
  useEffect(() => {
    useViewStatus.setState({ place, sums });
    return () => useViewStatus.setState(NO_STATUS);
  }, [place, sums]);
}
