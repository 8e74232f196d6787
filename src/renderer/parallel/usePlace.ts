import { useEffect } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import { NO_STATUS, useViewStatus } from '../state/viewStatus.ts';
import { announceMove } from '../ui/announce.ts';
import type { Tuple } from './pairs.ts';
import { useShownPairs } from './shown.ts';
import { useParallel } from './view.ts';

/** Tells the status line and whoever listens which pair is the present one, and what of it stands in the present pane. */
export function usePlace(documents: readonly DocumentRow[], tuple: Tuple, code: string): void {
  const t = useText();
  const { at, asked, pane } = useParallel();
  const total = useShownPairs(({ tuples }) => tuples.length);
  const title = documents[pane]?.title ?? '';
  const pair = t(documents.length > 2 ? 'parallel.pair.several' : 'parallel.pair', { at: at + 1, total });
  const place =
    total === 0
      ? t('parallel.pair.none')
      : t(tuple[pane] ? 'parallel.at' : 'parallel.place.missing', { pair, code, title });
  useEffect(() => {
    useViewStatus.setState({ place, sums: '' });
    return () => useViewStatus.setState(NO_STATUS);
  }, [place]);
  useEffect(() => {
    if (asked > 0) announceMove(place);
  }, [place, asked]);
}
