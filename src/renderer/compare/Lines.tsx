import { ArrowDown, ArrowUp } from 'lucide-react';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { Cell, columnStyle, type Drawn, placed, placedLine, Total } from './Cells.tsx';
import type { Sheet, SheetRow } from './sheet.ts';
import { type Sorting, useComparison } from './view.ts';

/** Which way a column is sorted, for whoever hears it. */
function sortOf(sorting: Sorting | null, id: string) {
  if (sorting?.column !== id) return 'none' as const;
  return sorting.descending ? ('descending' as const) : ('ascending' as const);
}

function SortMark({ sort }: { sort: ReturnType<typeof sortOf> }) {
  return sort === 'none' ? null : <Icon of={sort === 'descending' ? ArrowDown : ArrowUp} size={12} />;
}

/** The titles of the columns. */
export function HeadLine({ sheet, drawn }: { sheet: Sheet; drawn: Drawn }) {
  const t = useText();
  const sorting = useComparison((view) => view.sorting);
  const { sizes, words, places, columns, at } = drawn;
  const here = (column: number) => (at === column ? ' here' : '');
  return (
    <div {...placedLine(-1)} className="cmp-line cmp-top" style={{ blockSize: sizes.top }}>
      <div
        {...placed('columnheader', -1, -1, at)}
        className={`cmp-h${here(-1)}`}
        style={{ inlineSize: sizes.head }}
      >
        {t('compare.code')}
      </div>
      {places.map((place) => {
        const column = sheet.columns[place];
        const sort = sortOf(sorting, column?.id ?? '');
        const title = words.column(column);
        return (
          <div
            key={column?.id}
            {...placed('columnheader', -1, place, at, { 'aria-sort': sort })}
            className={`cmp-ct${here(place)}`}
            style={columnStyle(sizes, place)}
            title={title}
          >
            <bdi>{title}</bdi>
            <SortMark sort={sort} />
          </div>
        );
      })}
      <span className="grow" />
      <div
        {...placed('columnheader', -1, columns, at, { 'aria-sort': sortOf(sorting, 'all') })}
        className={`cmp-ct tot${here(columns)}`}
        style={{ inlineSize: sizes.total }}
      >
        {t('compare.total')}
        <SortMark sort={sortOf(sorting, 'all')} />
      </div>
    </div>
  );
}

/** A code with its cells. */
export function CodeLine({
  row,
  place,
  sheet,
  drawn,
  indents,
}: {
  row: SheetRow;
  /** Among the rows that are shown. */
  place: number;
  sheet: Sheet;
  drawn: Drawn;
  /** Whether rows stand as the codebook has them, so that what lies under a code is set in. */
  indents: boolean;
}) {
  const t = useText();
  const { sizes, words, places, at } = drawn;
  const { code } = row;
  const total = words.rowTotal(row);
  return (
    <div
      {...placedLine(place)}
      className={row.counts ? 'cmp-line' : 'cmp-line grouping'}
      style={{ insetBlockStart: place * sizes.row, blockSize: sizes.row }}
    >
      <div
        {...placed('rowheader', place, -1, at)}
        className={`cmp-h${at === -1 ? ' here' : ''}`}
        style={{ inlineSize: sizes.head, paddingInlineStart: 16 + (indents ? code.depth * 16 : 0) }}
        title={code.path}
      >
        <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
        <bdi>{code.name}</bdi>
      </div>
      {places.map((column) => {
        const shown = words.cell(row, column);
        const title = words.column(sheet.columns[column]);
        return (
          <Cell
            key={sheet.columns[column]?.id}
            row={place}
            column={column}
            shown={shown}
            label={t('compare.cell', { code: code.name, column: title, what: shown.what })}
            drawn={drawn}
          />
        );
      })}
      <span className="grow" />
      <Total
        row={place}
        figure={row.counts || total.value > 0 ? total.figure : ''}
        label={t('compare.cell', { code: code.name, column: t('compare.total'), what: total.what })}
        drawn={drawn}
      />
    </div>
  );
}

/** What each column holds of all codes, each place once. */
export function FootLine({ sheet, drawn }: { sheet: Sheet; drawn: Drawn }) {
  const t = useText();
  const { sizes, words, places, at } = drawn;
  const row = sheet.rows.length;
  const name = t('compare.total.row');
  const label = (column: string, what: string) => t('compare.cell', { code: name, column, what });
  const total = words.columnTotal(-1);
  return (
    <div {...placedLine(row)} className="cmp-line cmp-foot" style={{ blockSize: sizes.row }}>
      <div
        {...placed('rowheader', row, -1, at)}
        className={`cmp-h${at === -1 ? ' here' : ''}`}
        style={{ inlineSize: sizes.head }}
      >
        {name}
      </div>
      {places.map((column) => {
        const shown = words.columnTotal(column);
        return (
          <div
            key={sheet.columns[column]?.id}
            {...placed('gridcell', row, column, at, {
              'aria-label': label(words.column(sheet.columns[column]), shown.what),
            })}
            className={`cmp-c tot${at === column ? ' here' : ''}`}
            style={columnStyle(sizes, column)}
          >
            {shown.figure}
          </div>
        );
      })}
      <span className="grow" />
      <Total row={row} figure={total.figure} label={label(t('compare.total'), total.what)} drawn={drawn} />
    </div>
  );
}
