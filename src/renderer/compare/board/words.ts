import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { CellQuote, QuoteCell } from '../../../contract/compare.ts';
import { useCoders } from '../../margin/useCoders.ts';
import { textOf, useText } from '../../messages/intl.tsx';
import { type Judgement, judgementOf, presentAmong, type Sheet } from '../sheet.ts';
import type { Words } from '../words.ts';

/** So much of what stands before a quote is shown, letters: the quote itself has to stay in sight. */
const BEFORE = 48;

/** Says where a quote stands in its document. */
export function placeWords({ paragraph, page }: Pick<CellQuote, 'paragraph' | 'page'>): string {
  return page === null
    ? textOf('board.place', { paragraph })
    : textOf('board.place.page', { paragraph, page });
}

/** What a quote reads: its words, or of a part of a page what that is. */
export const quoteWords = ({ line, region, page }: CellQuote): string =>
  region === null ? line : textOf('board.region', { page: page ?? region.page });

/** Where a sentence ends: behind its mark, and closing brackets and quotation marks; Chinese and Japanese go on without a space. */
const ENDS = /^.*(?:[.!?…]["'”’»)\]]*\s+|[。！？][」』”’）]*\s*)/su;

/** The last words before a quote, of its own sentence: a quote that begins one stands alone. */
export function shortBefore(before: string): string {
  const own = before.replace(ENDS, '');
  return own.length <= BEFORE ? own : own.slice(-BEFORE).replace(/^\S*\s*/u, '');
}

/** Gives the words for a cell without a quote: who looked, or that nobody did. */
export function useWithout(): (judgement: Judgement, cell: QuoteCell | undefined) => string {
  const t = useText();
  const coders = useCoders();
  const { formatList } = useIntl();
  return (judgement, cell) => {
    if (cell === undefined || judgement === 'blank') return '';
    if (cell.reviewers.length === 0) return judgement === 'absent' ? '' : t('board.nobody');
    const names = formatList(cell.reviewers.map((id) => coders.nameOf(id)));
    return t(judgement === 'absent' ? 'board.reviewed' : 'board.partly', { names });
  };
}

/** So many columns are named in a sentence. */
const NAMED_MOST = 3;

/** The sentence about the board: the code that is in most columns, and the first that is missing in a few. */
export function useBoardSentence(sheet: Sheet, words: Words): string {
  const t = useText();
  const { formatList } = useIntl();
  const { most, other } = useMemo(() => remarkable(sheet), [sheet]);
  if (most === null) return t('compare.sentence.nothing');
  const named = namedOf(sheet);
  const said = t(most.present === named ? 'board.most.all' : 'board.most', {
    code: most.row.code.name,
    count: most.present,
    among: words.among,
  });
  if (other === null) return t('board.sentence.one', { most: said });
  const titles = (judgement: Judgement) =>
    sheet.columns.flatMap((column, place) =>
      column.id !== 'none' && judgementOf(other.cells.get(place), other.counts) === judgement
        ? [words.column(column)]
        : [],
    );
  const [absent, open] = [titles('absent'), titles('not_judged')];
  const kind = open.length === 0 ? 'absent' : absent.length === 0 ? 'open' : 'both';
  const values = { code: other.code.name, absent: formatList(absent), open: formatList(open) };
  return t('board.sentence', { most: said, other: t(`board.lacks.${kind}`, values) });
}

/** How many columns there are, apart from the one of what has no case or value. */
const namedOf = ({ columns }: Sheet): number => columns.filter(({ id }) => id !== 'none').length;

/** The code that is in most columns, null where none is in any; and the first of the others that is missing in a few. */
function remarkable(sheet: Sheet) {
  const named = namedOf(sheet);
  const counted = sheet.rows
    .filter(({ counts }) => counts)
    .map((row) => ({ row, present: presentAmong(row, sheet.columns) }));
  const most = counted.reduce<(typeof counted)[number] | null>(
    (best, one) => (one.present > (best?.present ?? 0) ? one : best),
    null,
  );
  const other = counted.find(
    (one) => one !== most && one.present < named && named - one.present <= NAMED_MOST,
  );
  return { most, other: other?.row ?? null };
}
