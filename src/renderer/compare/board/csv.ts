import type { QuoteCell } from '../../../contract/compare.ts';
import { textOf } from '../../messages/intl.tsx';
import { csvLines } from '../csv.ts';
import { judgementOf, type Sheet } from '../sheet.ts';
import type { Words } from '../words.ts';
import { cellKey } from './state.ts';
import { placeWords, quoteWords } from './words.ts';

/**
 * Writes the board as CSV, as it is shown: a row a code and a column a column, in each cell the quote that is shown with where it
 * stands. Absence is said in words; what nobody has judged is an empty field.
 * @param cells by `cellKey`, each with the quote that is shown as its first
 * @param options `nameOf`: what a document is called; `summaries`: whether a column for summaries follows each column
 */
export function boardCsv(
  sheet: Sheet,
  words: Words,
  cells: ReadonlyMap<string, QuoteCell>,
  { nameOf, summaries }: { nameOf: (documentId: string) => string; summaries: boolean },
): string {
  const heads = sheet.columns.flatMap((column) => {
    const title = words.column(column);
    return summaries ? [title, textOf('board.copy.summary', { column: title })] : [title];
  });
  const lines = sheet.rows.map((row) => [
    row.code.path,
    ...sheet.columns.flatMap((column, place) => {
      const cell = cells.get(cellKey(row.code.id, column.id));
      const [quote] = cell?.quotes ?? [];
      const judgement = judgementOf(row.cells.get(place), row.counts);
      const where = quote === undefined ? '' : `${nameOf(quote.documentId)}, ${placeWords(quote)}`;
      const said =
        quote !== undefined
          ? textOf('board.copy.quote', { quote: quoteWords(quote), place: where })
          : judgement === 'absent'
            ? textOf('compare.absent')
            : '';
      return summaries ? [said, (cell?.summaries ?? []).map(({ body }) => body).join('\n\n')] : [said];
    }),
  ]);
  return csvLines([[textOf('compare.code'), ...heads], ...lines]);
}
