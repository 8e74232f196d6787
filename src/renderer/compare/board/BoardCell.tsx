import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { CellQuote, CompareColumns, QuoteCell } from '../../../contract/compare.ts';
import { useText } from '../../messages/intl.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { placed } from '../Cells.tsx';
import type { Judgement } from '../sheet.ts';
import { Summary } from './Summary.tsx';
import { cellKey, shownAt, stepQuote, useBoard } from './state.ts';
import { takesSummary } from './summary.ts';
import { useQuoteAt } from './useQuotes.ts';
import { placeWords, quoteWords, shortBefore, useWithout } from './words.ts';

/** What a press in a cell does. */
export interface BoardActs {
  readonly open: (quote: CellQuote) => void;
  readonly list: (row: number, column: number) => void;
}

/** Where a cell is, and what is known of it. */
export interface BoardCellProps {
  readonly row: number;
  readonly column: number;
  readonly code: { readonly id: string; readonly name: string };
  readonly of: { readonly id: string; readonly title: string; readonly by: CompareColumns['by'] };
  readonly judgement: Judgement;
  /** Distinct places, as the table counts them. */
  readonly total: number;
  /** Undefined until the engine has answered. */
  readonly cell: QuoteCell | undefined;
  /** What a document is called, where the column holds several. */
  readonly nameOf: ((documentId: string) => string) | null;
  readonly isHere: boolean;
  readonly summaries: boolean;
  readonly style: CSSProperties;
  readonly acts: BoardActs;
}

/** Where the quote stands, which of how many it is, and what leads to the others. */
function Foot({
  quote,
  at,
  name,
  props: { row, column, code, of, total, acts },
}: {
  quote: CellQuote;
  at: number;
  name: string;
  props: BoardCellProps;
}) {
  const t = useText();
  const place = placeWords(quote);
  const key = cellKey(code.id, of.id);
  const step = (by: 1 | -1) => (
    <button
      type="button"
      tabIndex={-1}
      className="brd-step"
      aria-label={t(by === 1 ? 'board.next' : 'board.previous')}
      onClick={() => stepQuote(key, total, by)}
    >
      <Icon of={by === 1 ? ChevronRight : ChevronLeft} size={12} />
    </button>
  );
  return (
    <p className="brd-foot num">
      <button
        type="button"
        tabIndex={-1}
        className="brd-link clip"
        aria-label={t('board.open', { place })}
        onClick={() => acts.open(quote)}
      >
        {name === '' ? null : (
          <>
            <bdi>{name}</bdi>
            {' · '}
          </>
        )}
        {place}
      </button>
      <span className="grow" />
      {total > 1 ? step(-1) : null}
      {total > 1 ? step(1) : null}
      <button
        type="button"
        tabIndex={-1}
        className="brd-link"
        aria-label={t('board.of.label', { place: at + 1, total })}
        onClick={() => acts.list(row, column)}
      >
        {t('board.of', { place: at + 1, total })}
      </button>
    </p>
  );
}

/** The words of a quote dark, those around it quiet. A paragraph: what stands in a block quote is no part of its cell's name. */
function Words({ quote }: { quote: CellQuote }) {
  if (quote.region !== null) return <p className="brd-q quiet">{quoteWords(quote)}</p>;
  return (
    <p className="brd-q" lang={quote.language} dir="auto">
      <span className="brd-cx">{shortBefore(quote.before)}</span>
      {quote.line}
      <span className="brd-cx">{quote.after}</span>
    </p>
  );
}

/** A cell of the board: a quote of its code in its column, or that there is none, and its summary where these are shown. */
export function BoardCell(props: BoardCellProps) {
  const { row, column, code, of, judgement, total, cell, nameOf, isHere, summaries, style } = props;
  const t = useText();
  const without = useWithout();
  const key = cellKey(code.id, of.id);
  const at = shownAt(
    useBoard((board) => board.at.get(key)),
    total,
  );
  const isEditing = useBoard((board) => board.editing === key);
  const quote = useQuoteAt(cell, code.id, of.id, at);
  const isPresent = judgement === 'present' && total > 0;
  const said = without(judgement, cell);
  const classes = ['brd-c', judgement, ...(isHere ? ['here'] : [])];
  return (
    <div
      {...placed('gridcell', row, column, isHere ? column : null)}
      className={classes.join(' ')}
      style={style}
    >
      {/* What is seen says the rest: a name of its own would have to repeat all of it. */}
      <span className="hidden-visually">
        {t('compare.cell', { code: code.name, column: of.title, what: '' })}
      </span>
      {isPresent ? (
        <div className="brd-quote">
          {quote === undefined ? (
            <p className="brd-q quiet">{t('board.fetching')}</p>
          ) : (
            <Words quote={quote} />
          )}
          {quote === undefined ? null : (
            <Foot quote={quote} at={at} name={nameOf?.(quote.documentId) ?? ''} props={props} />
          )}
        </div>
      ) : judgement === 'blank' ? null : (
        <div className="brd-none">
          <p>
            <span className={`j ${judgement}`} />
            {t(`compare.${judgement}`)}
          </p>
          <p className="faint">{said}</p>
        </div>
      )}
      {summaries && takesSummary({ column: of.id, by: of.by }) ? (
        <Summary
          cell={{ code: code.id, column: of.id, by: of.by }}
          name={{ code: code.name, column: of.title }}
          summaries={cell?.summaries ?? []}
          isEditing={isEditing && cell !== undefined}
          onEdit={() => useBoard.setState({ editing: key })}
        />
      ) : null}
    </div>
  );
}
