import { useIntl } from 'react-intl';
import type { QuoteCell } from '../../../contract/compare.ts';
import { useText } from '../../messages/intl.tsx';
import { codeStyle } from '../../ui/colour.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import { columnStyle, placed, placedLine } from '../Cells.tsx';
import { judgementOf, presentAmong, type Sheet, type SheetRow } from '../sheet.ts';
import type { Sizes } from '../sizes.ts';
import { useComparison } from '../view.ts';
import type { Words } from '../words.ts';
import { type BoardActs, BoardCell } from './BoardCell.tsx';
import { cellKey } from './state.ts';

/** What the lines of the board are drawn from. */
export interface BoardDrawn {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly sizes: Sizes;
  /** Places of the columns that are drawn. */
  readonly places: readonly number[];
  /** Place of the column in the line that has the cursor, or null. */
  readonly at: number | null;
}

/** The titles of the columns, each with how many places it has of all codes. */
export function BoardHead({ drawn: { sheet, words, sizes, places, at } }: { drawn: BoardDrawn }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const here = (column: number) => (at === column ? ' here' : '');
  return (
    <div {...placedLine(-1)} className="cmp-line cmp-top brd-top" style={{ blockSize: sizes.top }}>
      <div
        {...placed('columnheader', -1, -1, at)}
        className={`cmp-h${here(-1)}`}
        style={{ inlineSize: sizes.head }}
      >
        {t('compare.code')}
      </div>
      {places.map((place) => {
        const column = sheet.columns[place];
        const title = words.column(column);
        const spans = sheet.totals.get(place)?.spans ?? 0;
        return (
          <div
            key={column?.id}
            {...placed('columnheader', -1, place, at)}
            className={`brd-ct${here(place)}`}
            style={columnStyle(sizes, place)}
            title={title}
          >
            <b className="clip">
              <bdi>{title}</bdi>
            </b>
            <span className="num faint">{formatNumber(spans)}</span>
          </div>
        );
      })}
    </div>
  );
}

/** A code, what it means and how widespread it is, with its cells. */
export function BoardLine({
  row,
  place,
  drawn,
  cells,
  nameOf,
  acts,
}: {
  row: SheetRow;
  /** Among the rows that are shown. */
  place: number;
  drawn: BoardDrawn;
  cells: ReadonlyMap<string, QuoteCell>;
  nameOf: (documentId: string) => string;
  acts: BoardActs;
}) {
  const t = useText();
  const { summaries, columns } = useComparison();
  const { sheet, words, sizes, places, at } = drawn;
  const { code } = row;
  return (
    <div
      {...placedLine(place)}
      className="cmp-line brd-line"
      style={{ insetBlockStart: place * sizes.row, blockSize: sizes.row }}
    >
      <div
        {...placed('rowheader', place, -1, at)}
        className={`cmp-h brd-h${at === -1 ? ' here' : ''}`}
        style={{ inlineSize: sizes.head }}
        title={code.path}
      >
        <p className="brd-code">
          <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
          <b>
            <bdi>{code.name}</bdi>
          </b>
        </p>
        {code.definition === '' ? null : (
          <p className="brd-means" dir="auto">
            {code.definition}
          </p>
        )}
        <p className="num faint">
          {t('compare.amount.in', { count: presentAmong(row, sheet.columns), among: words.among })}
        </p>
      </div>
      {places.map((column) => {
        const of = sheet.columns[column];
        if (of === undefined) return null;
        const cell = row.cells.get(column);
        return (
          <BoardCell
            key={of.id}
            row={place}
            column={column}
            code={code}
            of={{ id: of.id, title: words.column(of), by: columns.by }}
            judgement={judgementOf(cell, row.counts)}
            total={cell?.spans ?? 0}
            cell={cells.get(cellKey(code.id, of.id))}
            nameOf={of.documents.length > 1 ? nameOf : null}
            isHere={at === column}
            summaries={summaries}
            style={{ ...columnStyle(sizes, column), ...codeStyle(code.colour) }}
            acts={acts}
          />
        );
      })}
    </div>
  );
}
