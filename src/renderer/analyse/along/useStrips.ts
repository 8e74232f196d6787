import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Along } from '../../../contract/along.ts';
import { useText } from '../../messages/intl.tsx';
import { useCodebook } from '../../reader/useCodebook.ts';
import { codeLetter } from '../../ui/colour.ts';
import { swatchAt } from '../plot/shapes.ts';
import { signsOf } from '../plot/signs.ts';
import { useAnalysis } from '../state.ts';
import type { Strip, StripMark } from './draw.ts';
import type { Key } from './legend.ts';
import { linesFor, type Mark, mostCovering } from './marks.ts';

/** What a code is called and coloured; grey while the codebook does not list it yet. */
export function useCodeAt(codes: readonly string[]) {
  const { byId } = useCodebook();
  return useMemo(
    () => (row: number) => {
      const code = byId.get(codes[row] ?? '');
      return { name: code?.name ?? '', path: code?.path ?? '', colour: code?.colour ?? '#808080' };
    },
    [byId, codes],
  );
}

/** Which part of a document lies before a word. */
export const partBefore = (word: number, words: number): number => (words === 0 ? 0 : word / words);

/**
 * Gives what is drawn: of one document a strip for each code, of several one for each document, in which codes that overlap stand below
 * each other; then also what their colours mean.
 */
export function useStrips(
  along: Along,
  marks: readonly Mark[],
  isOne: boolean,
): {
  readonly strips: readonly Strip[];
  readonly keys: readonly Key[];
  readonly percent: (part: number) => string;
} {
  const t = useText();
  const { formatNumber } = useIntl();
  const most = useAnalysis((analysis) => analysis.most);
  const codeAt = useCodeAt(along.codes);
  return useMemo(() => {
    const covering = mostCovering(along, most);
    const percent = (part: number) => formatNumber(part, { style: 'percent', maximumFractionDigits: 1 });
    const isDrawn = new Set(covering.map(({ row }) => row));
    const drawn = [...marks.entries()].filter(([, { row }]) => isDrawn.has(row));
    const signs = signsOf(covering.map(({ row }) => ({ key: row, name: codeAt(row).name })));
    // Where each code has a strip of its own, its name stands beside it.
    const signOf = (row: number) =>
      isOne ? codeLetter(codeAt(row).name) : (signs.get(row) ?? codeLetter(codeAt(row).name));
    const toMark = ([opens, { document, row, stretch }]: [number, Mark], line: number): StripMark => {
      const { path, colour } = codeAt(row);
      const { title, words } = document;
      const [from, to] = [partBefore(stretch.from, words), partBefore(stretch.to, words)];
      const hint = t('along.hint', { code: path, title, words: stretch.to - stretch.from, from, to });
      return { from, to, line, sign: signOf(row), colour, hint, opens };
    };
    const [only] = along.documents;
    if (isOne && only !== undefined)
      return {
        percent,
        keys: [],
        strips: covering.map(({ row, words }) => ({
          ...codeAt(row),
          figure: percent(partBefore(words, only.words)),
          marks: drawn.filter(([, mark]) => mark.row === row).map((mark) => toMark(mark, 0)),
        })),
      };
    return {
      percent,
      keys: covering.map(({ row }) => {
        const { name, colour } = codeAt(row);
        return { words: name, square: (x, y) => swatchAt(x, y, { name, colour }, signOf(row)) };
      }),
      strips: along.documents.map((document) => {
        const own = drawn.filter(([, mark]) => mark.document === document);
        const lines = linesFor(own.map(([, { stretch }]) => stretch));
        return {
          name: document.title,
          colour: null,
          figure: percent(partBefore(document.coded, document.words)),
          marks: own.map((mark, place) => toMark(mark, lines[place] ?? 0)),
        };
      }),
    };
  }, [t, formatNumber, along, marks, isOne, most, codeAt]);
}
