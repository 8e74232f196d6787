import { expect, test } from 'vitest';
import type { CellQuote, QuoteCell } from '../../src/contract/compare.ts';
import { boardCsv } from '../../src/renderer/compare/board/csv.ts';
import { boardSizes } from '../../src/renderer/compare/board/sizes.ts';
import { cellKey, shownAt, stepQuote, useBoard } from '../../src/renderer/compare/board/state.ts';
import { placeWords, shortBefore } from '../../src/renderer/compare/board/words.ts';
import { cellsByRow } from '../../src/renderer/compare/rowCells.ts';
import type { Sheet } from '../../src/renderer/compare/sheet.ts';
import type { Words } from '../../src/renderer/compare/words.ts';
import { arraysOf } from './cells.ts';

test('before a quote stands the rest of its own sentence, shortened to whole words', () => {
  expect(shortBefore('It was so. The panel then ')).toBe('The panel then ');
  expect(shortBefore('It ended.\u201d ')).toBe('');
  expect(shortBefore('(as it was.) And')).toBe('And');
  expect(shortBefore('到此为止。然后')).toBe('然后');
  expect(shortBefore('by 3.5 per cent in ')).toBe('by 3.5 per cent in ');
  const long = 'a word of the beginning that goes on and on without any full stop at ';
  expect(shortBefore(long).length).toBeLessThanOrEqual(48);
  expect(long.endsWith(` ${shortBefore(long)}`)).toBe(true);
});

test('a place is a paragraph, and a page where there are pages', () => {
  expect(placeWords({ paragraph: 14, page: null })).toBe('¶ 14');
  expect(placeWords({ paragraph: 14, page: 'xii' })).toBe('¶ 14, p. xii');
});

test('behind the last quote stands the first, and what is gone is not shown', () => {
  const key = cellKey('code', 'column');
  const at = () => shownAt(useBoard.getState().at.get(key), 3);
  stepQuote(key, 3, -1);
  expect(at()).toBe(2);
  expect(shownAt(useBoard.getState().at.get(key), 2)).toBe(1);
  stepQuote(key, 3, 1);
  expect(at()).toBe(0);
  stepQuote(key, 0, 1);
  expect(at()).toBe(0);
});

test('columns share the room, and scroll where they would be too narrow to read', () => {
  const { head, column } = boardSizes(1440, 6, false);
  expect(head + 6 * column).toBeLessThanOrEqual(1440);
  expect(boardSizes(1440, 600, false).column).toBe(188);
  expect(boardSizes(1440, 1, true).row).toBeGreaterThan(boardSizes(1440, 1, false).row);
});

const quote = (line: string): CellQuote => ({
  passageId: 'p',
  documentId: 'd',
  start: 0,
  end: line.length,
  region: null,
  page: '4',
  paragraph: 2,
  line,
  before: '',
  after: '',
  language: 'en',
  codes: ['a'],
});

test('the board is copied as it is shown, with summaries where these are', () => {
  const code = { id: 'a', path: 'theme / a' } as Sheet['rows'][number]['code'];
  const cell = (column: number, presence: 0 | 1) => ({
    ...{ row: 0, column, spans: presence, codings: presence, words: presence },
    presence,
  });
  const sheet: Sheet = {
    columns: ['one', 'two', 'three'].map((id) => ({ id, title: id, documents: ['d'], words: 1 })),
    rows: [
      {
        code,
        cells: cellsByRow(arraysOf([cell(0, 1), cell(1, 0)], 2), 1)(0),
        total: undefined,
        counts: true,
      },
    ],
    totals: new Map(),
    roots: [],
    words: 3,
  };
  const words = { column: (column) => column?.title ?? '' } as Words;
  const summary = { memoId: 'm', title: '', createdBy: 'c', writtenAt: '', from: 1, since: 0 };
  const cells = new Map<string, QuoteCell>([
    [
      cellKey('a', 'one'),
      {
        ...{ code: 'a', column: 'one', total: 1, reviewers: [] },
        quotes: [quote('Says "so"')],
        summaries: [{ ...summary, body: '=It says so.' }],
      },
    ],
  ]);
  const nameOf = () => 'Plan';
  expect(boardCsv(sheet, words, cells, { nameOf, summaries: false })).toBe(
    'Code,one,two,three\r\ntheme / a,"“Says ""so""” (Plan, ¶ 2, p. 4)",absent,\r\n',
  );
  expect(boardCsv(sheet, words, cells, { nameOf, summaries: true })).toBe(
    'Code,one,one: summary,two,two: summary,three,three: summary\r\n' +
      'theme / a,"“Says ""so""” (Plan, ¶ 2, p. 4)",\'=It says so.,absent,,,\r\n',
  );
});
