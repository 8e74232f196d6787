import { useIntl } from 'react-intl';
import type { CellQuote, QuoteCell } from '../../../contract/compare.ts';
import { useCoders } from '../../margin/useCoders.ts';
import { textOf, useText } from '../../messages/intl.tsx';
import { type Judgement, judgementOf, type Sheet, type SheetRow } from '../sheet.ts';
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

/** In how many named columns a code is present: what has no case or value is none of them. */
export function presentAmong(row: SheetRow, { columns }: Sheet): number {
  let count = 0;
  for (const [column, { presence }] of row.cells)
    if (presence === 1 && columns[column]?.id !== 'none') count++;
  return count;
}

/** So many columns are named in a sentence. */
const NAMED_MOST = 3;

/** The sentence about the board: the code that is in most columns, and the first that is missing in a few. */
export function useBoardSentence(sheet: Sheet, words: Words): string {
  const t = useText();
  const { formatList } = useIntl();
  const counted = sheet.rows.filter(({ counts }) => counts);
  const named = sheet.columns.filter(({ id }) => id !== 'none').length;
  const [most] = counted.toSorted((a, b) => presentAmong(b, sheet) - presentAmong(a, sheet));
  const count = most === undefined ? 0 : presentAmong(most, sheet);
  if (most === undefined || count === 0) return t('compare.sentence.nothing');
  const said = t(count === named ? 'board.most.all' : 'board.most', {
    code: most.code.name,
    count,
    among: words.among,
  });
  const titles = (row: SheetRow, judgement: Judgement) =>
    sheet.columns.flatMap((column, place) =>
      column.id !== 'none' && judgementOf(row.cells.get(place), row.counts) === judgement
        ? [words.column(column)]
        : [],
    );
  for (const row of counted) {
    const [absent, open] = [titles(row, 'absent'), titles(row, 'not_judged')];
    const lacking = absent.length + open.length;
    if (row === most || lacking === 0 || lacking > NAMED_MOST) continue;
    const kind = open.length === 0 ? 'absent' : absent.length === 0 ? 'open' : 'both';
    const values = { code: row.code.name, absent: formatList(absent), open: formatList(open) };
    return t('board.sentence', { most: said, other: t(`board.lacks.${kind}`, values) });
  }
  return t('board.sentence.one', { most: said });
}
