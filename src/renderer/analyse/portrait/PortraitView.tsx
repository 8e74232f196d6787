import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Along } from '../../../contract/along.ts';
import { useText } from '../../messages/intl.tsx';
import { DocumentMenu, useOneDocument } from '../along/DocumentMenu.tsx';
import { openWords, useAlong } from '../along/useAlong.ts';
import { partBefore, useCodeAt } from '../along/useStrips.ts';
import { CoderMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { lazyTable } from '../frame/tables.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { signsOf } from '../plot/signs.ts';
import { cellsOf, leadingCodes, type PortraitCell } from './cells.ts';
import { drawPortrait, ROW, type Tile, tileKey } from './draw.ts';

/** Into how many stretches a document is divided: ten lines. */
const PARTS = 10 * ROW;

const NONE: Along['codes'] = [];

const shareOf = ({ from, to }: PortraitCell, words: number) => partBefore(words, to - from);

/** Gives the stretches of the document as they are drawn, and what their colours mean. */
function useTiles(cells: readonly PortraitCell[], codes: readonly string[]) {
  const t = useText();
  const codeAt = useCodeAt(codes);
  return useMemo(() => {
    const words = cells.at(-1)?.to ?? 0;
    const said = (cell: PortraitCell) =>
      cell.codes.map(({ row, words: covered }) =>
        t('along.portrait.share', { code: codeAt(row).name, share: shareOf(cell, covered) }),
      );
    const leading = leadingCodes(cells);
    const signs = signsOf(leading.map(({ row }) => ({ key: row, name: codeAt(row).name })));
    const drawn = (row: number) => ({ sign: signs.get(row) ?? '', colour: codeAt(row).colour });
    const tiles = cells.map((cell): Tile => {
      const [first] = cell.codes;
      const named = first === undefined ? t('along.portrait.none') : said(cell).join(', ');
      return {
        code: first === undefined ? null : drawn(first.row),
        isFew: first !== undefined && shareOf(cell, first.words) < 0.5,
        hint: t('along.portrait.hint', { from: partBefore(cell.from, words), codes: named }),
      };
    });
    const example = tiles.find(({ isFew }) => isFew);
    const keys = [
      ...leading.map(({ row }) => ({
        words: codeAt(row).name,
        square: tileKey({ code: drawn(row), isFew: false }),
      })),
      ...(example === undefined ? [] : [{ words: t('along.portrait.few'), square: tileKey(example) }]),
      ...(tiles.every(({ code }) => code !== null)
        ? []
        : [{ words: t('along.portrait.none'), square: tileKey({ code: null, isFew: false }) }]),
    ];
    return { tiles, keys, leading, said };
  }, [t, cells, codeAt]);
}

function usePortrait(documentId: string | null): { picture: Shown; data: Along | undefined } {
  const t = useText();
  const { formatNumber } = useIntl();
  const { input, data } = useAlong(documentId, PARTS);
  const codes = data?.codes ?? NONE;
  const document = data?.documents[0];
  const cells = useMemo(() => (document === undefined ? [] : cellsOf(document)), [document]);
  const { tiles, keys, leading, said } = useTiles(cells, codes);
  const codeAt = useCodeAt(codes);
  const queryText = useQueryText();
  const picture = useMemo((): Shown => {
    const { id = '', title = '', words = 0, coded = 0 } = document ?? {};
    const [first] = leading;
    const percent = (part: number) => formatNumber(part, { style: 'percent', maximumFractionDigits: 0 });
    return {
      title: t('along.portrait.title', { title }),
      sentence:
        first === undefined
          ? t('along.nothing')
          : t('along.portrait.sentence', {
              share: partBefore(coded, words),
              code: codeAt(first.row).name,
              count: first.count,
              among: cells.length,
            }),
      counts: t('along.portrait.counts'),
      draw:
        first === undefined
          ? null
          : (room) =>
              drawPortrait(tiles, room, keys, (tile) => percent(partBefore(cells[tile]?.from ?? 0, words))),
      table: lazyTable(
        [
          { title: t('along.portrait.column.stretch'), numeric: true },
          { title: t('along.column.from'), numeric: true, percent: true },
          { title: t('along.column.to'), numeric: true, percent: true },
          { title: t('along.portrait.column.most') },
          { title: t('along.portrait.column.share'), numeric: true, percent: true },
          { title: t('along.portrait.column.others') },
        ],
        () =>
          cells.map((cell, place) => {
            const [most] = cell.codes;
            return {
              cells: [
                place + 1,
                partBefore(cell.from, words),
                partBefore(cell.to, words),
                most === undefined ? '' : codeAt(most.row).path,
                most === undefined ? 0 : shareOf(cell, most.words),
                said(cell).slice(1).join(', '),
              ],
              open: () => openWords(id, { start: cell.start, end: cell.next ?? cell.start + 1 }),
            };
          }),
      ),
      query: queryText({ procedure: 'along.codes', input, command: null }),
      name: t('along.portrait.file'),
    };
  }, [t, formatNumber, document, cells, tiles, keys, leading, said, codeAt, queryText, input]);
  return { picture, data };
}

/** One document at a glance: its words in equal stretches, in the colours of the codes that cover most of each. */
export function PortraitView() {
  const documentId = useOneDocument();
  const { picture, data } = usePortrait(documentId);
  const lack = useLack(data?.documents.length, (data?.documents[0]?.codes.length ?? 0) > 0);
  const controls = (
    <>
      <DocumentMenu all={false} present={documentId} />
      <CoderMenu />
      <RollUp />
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <Nothing lack={lack} />} />
  );
}
