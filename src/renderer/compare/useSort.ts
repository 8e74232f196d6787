import { useText } from '../messages/intl.tsx';
import { announce } from '../ui/announce.ts';
import type { Sheet } from './sheet.ts';
import { sortBy, useComparison } from './view.ts';
import type { Words } from './words.ts';

/** Gives what sorts by the column of a head, or as the codebook for the head of the rows (-1), and says so. */
export function useSort(sheet: Sheet, words: Words) {
  const t = useText();
  return (column: number) => {
    if (column < 0) useComparison.setState({ sorting: null });
    else sortBy(sheet.columns[column]?.id ?? 'all');
    const { sorting } = useComparison.getState();
    const name = words.column(sheet.columns[column]);
    announce(
      sorting === null
        ? t('compare.sorted.codebook')
        : t(sorting.descending ? 'compare.sorted.down' : 'compare.sorted.up', { column: name }),
    );
  };
}
