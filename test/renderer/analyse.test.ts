import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedTable } from '../../src/contract/cells.ts';
import type { CodeRow } from '../../src/contract/codes.ts';
import type { CompareCell, CompareMeetings } from '../../src/contract/compare.ts';
import type { Scope } from '../../src/contract/scope.ts';
import { tableCsv } from '../../src/renderer/analyse/frame/csv.ts';
import { faceAfter, faceOf } from '../../src/renderer/analyse/frame/faces.ts';
import { procedureQuery, scopeOptions, shellWord } from '../../src/renderer/analyse/frame/query.ts';
import { scrolled } from '../../src/renderer/analyse/frame/scrolled.ts';
import type { ShownCell } from '../../src/renderer/analyse/frame/shown.ts';
import { nextSorting, type Sorting, sortedPlaces } from '../../src/renderer/analyse/frame/sorted.ts';
import { extremesOf, frequenciesOf } from '../../src/renderer/analyse/frequencies/rows.ts';
import { judgedCell, judgedPlaces, partOf, placeAmong } from '../../src/renderer/analyse/heat/rows.ts';
import { labelsOf } from '../../src/renderer/analyse/meetings/labels.ts';
import { networkOf } from '../../src/renderer/analyse/meetings/network.ts';
import { drawnOf, metOf } from '../../src/renderer/analyse/meetings/pairs.ts';
import { presentAmong, sheetOf } from '../../src/renderer/compare/sheet.ts';
import { textOf } from '../../src/renderer/messages/intl.tsx';
import { arraysOf } from './cells.ts';

const code = (id: string, codable = true): CodeRow => ({
  id,
  parentId: null,
  name: id.toUpperCase(),
  path: id,
  depth: 0,
  definition: '',
  useWhen: '',
  useNotWhen: '',
  example: '',
  colour: '#808080',
  codable,
  passages: 0,
  documents: 0,
});

const CODES = [code('theme', false), ...['a', 'b', 'c', 'd'].map((id) => code(id))];
const DOCUMENTS = ['d0', 'd1', 'd2'];

/** A coding in a made-up project: a code on a place of so many words. */
interface Coding {
  readonly code: number;
  readonly document: number;
  readonly place: number;
}

/** Words of a place: its number and one, so that sums tell places apart. Places of a document never overlap here. */
const wordsOf = (place: number) => place + 1;

const CODINGS = fc.array(
  fc.record({
    code: fc.integer({ min: 1, max: 4 }),
    document: fc.integer({ min: 0, max: 2 }),
    place: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 60 },
);

/** Counts one cell from the codings themselves, as the engine is to count. */
function counted(codings: readonly Coding[], row: number, column: number): CompareCell {
  const places = new Map(codings.map(({ document, place }) => [`${document} ${place}`, wordsOf(place)]));
  const words = [...places.values()].reduce((sum, each) => sum + each, 0);
  return {
    row,
    column,
    spans: places.size,
    codings: codings.length,
    words,
    presence: codings.length > 0 ? 1 : null,
  };
}

function tableOf(codings: readonly Coding[]): CountedTable {
  const of = (row: number, column: number) =>
    codings.filter((each) => each.code === row && (column < 0 || each.document === column));
  const cells = CODES.flatMap((_, row) =>
    DOCUMENTS.map((_each, column) => counted(of(row, column), row, column)),
  );
  return {
    columns: DOCUMENTS.map((id) => ({ id, title: id, documents: [id], words: 100 })),
    words: 300,
    codes: CODES.map(({ id }) => id),
    cells: arraysOf(cells, DOCUMENTS.length),
    rows: CODES.map((_, row) => counted(of(row, -1), row, -1)),
    all: DOCUMENTS.map((_, column) =>
      counted(
        codings.filter(({ document }) => document === column),
        -1,
        column,
      ),
    ),
  };
}

test('frequencies are what the codings themselves come to, those with most first', () => {
  fc.assert(
    fc.property(CODINGS, (codings) => {
      const rows = frequenciesOf(tableOf(codings), CODES, 'passages');
      expect(rows.map((row) => row.code.id).toSorted()).toEqual(['a', 'b', 'c', 'd']);
      for (const row of rows) {
        const mine = codings.filter((each) => CODES[each.code]?.id === row.code.id);
        const places = new Set(mine.map(({ document, place }) => `${document} ${place}`));
        expect(row.passages).toBe(places.size);
        expect(row.codings).toBe(mine.length);
        expect(row.documents).toBe(new Set(mine.map(({ document }) => document)).size);
        let words = 0;
        for (const place of places) words += wordsOf(Number(place.split(' ')[1]));
        expect(row.words).toBe(words);
      }
      const lengths = rows.map(({ passages }) => passages);
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    }),
  );
});

test('the sentence about frequencies names the commonest, how many share that, and the rarest where it is alone', () => {
  const coding = (of: number, document: number, place: number): Coding => ({ code: of, document, place });
  const three = [
    coding(1, 0, 0),
    coding(1, 0, 1),
    coding(1, 1, 0),
    coding(2, 0, 0),
    coding(2, 1, 3),
    coding(3, 2, 2),
  ];
  const rows = frequenciesOf(tableOf(three), CODES, 'passages');
  const extremes = extremesOf(rows, 'passages');
  expect([extremes?.most.code.id, extremes?.ties, extremes?.rarest?.code.id]).toEqual(['a', 0, 'c']);
  const values = { code: 'A', count: 3, documents: 2, among: 3, ties: 0 };
  expect(textOf('analyse.frequencies.passages', values)).toBe(
    'A is the commonest code: 3 passages in 2 of 3 documents.',
  );
  expect(textOf('analyse.frequencies.passages', { ...values, ties: 2 })).toBe(
    'A and 2 other codes are the commonest: 3 passages in 2 of 3 documents.',
  );
  const equal = extremesOf(
    frequenciesOf(tableOf([coding(1, 0, 0), coding(2, 0, 0)]), CODES, 'codings'),
    'codings',
  );
  expect([equal?.most.code.id, equal?.ties, equal?.rarest]).toEqual(['a', 1, null]);
  expect(extremesOf(frequenciesOf(tableOf([]), CODES, 'words'), 'words')).toBeNull();
});

test('the heat map draws the codes with most, and its table has every cell that somebody has judged', () => {
  fc.assert(
    fc.property(CODINGS, fc.integer({ min: 1, max: 4 }), (codings, most) => {
      const table = tableOf(codings);
      const sheet = sheetOf(table, CODES, 300, {
        measure: 'passages',
        rollUp: false,
        hideEmpty: false,
        branch: null,
        sorting: null,
      });
      const judged = judgedPlaces(sheet);
      const cells = Array.from(judged.columns, (_, place) => judgedCell(sheet, judged, place, 'passages'));
      expect(cells.reduce((sum, { value }) => sum + value, 0)).toBe(
        table.cells.spans.reduce((sum, spans) => sum + spans, 0),
      );
      for (const [row] of sheet.rows.entries())
        for (const [column] of sheet.columns.entries()) {
          const place = cells.findIndex((one) => one.row === row && one.column === column);
          expect(placeAmong(judged, row, column)).toBe(place < 0 ? undefined : place);
        }
      const part = partOf(sheet, most);
      const found = table.rows.filter(({ spans }) => spans > 0);
      expect(part.rows.length).toBe(Math.min(most, found.length));
      const drawn = part.rows.map((row) => sheet.rows[row]?.total?.spans ?? 0);
      const others = found.map(({ spans }) => spans).toSorted((a, b) => b - a);
      expect(drawn.toSorted((a, b) => b - a)).toEqual(others.slice(0, most));
      expect(part.rows).toEqual(part.rows.toSorted((a, b) => a - b));
      for (const [row, line] of sheet.rows.entries())
        expect(presentAmong(line, sheet.columns)).toBe(
          new Set(codings.filter((each) => each.code === row).map(({ document }) => document)).size,
        );
    }),
  );
});

test('what is absent is in the table as 0, what nobody judged is not, and no value is no column to be counted', () => {
  const one = (row: number, column: number, presence: 0 | 1 | null): CompareCell => ({
    row,
    column,
    spans: presence === 1 ? 2 : 0,
    codings: presence === 1 ? 2 : 0,
    words: presence === 1 ? 10 : 0,
    presence,
  });
  const table: CountedTable = {
    columns: ['k', 'none'].map((id) => ({ id, title: id, documents: [id], words: 40 })),
    words: 80,
    codes: CODES.map(({ id }) => id),
    cells: arraysOf([one(1, 0, 1), one(1, 1, 1), one(2, 0, 0), one(3, 0, null)], 2),
    rows: [one(1, -1, 1)],
    all: [],
  };
  const arranged = {
    measure: 'share',
    rollUp: false,
    hideEmpty: false,
    branch: null,
    sorting: null,
  } as const;
  const sheet = sheetOf(table, CODES, 80, arranged);
  const judged = judgedPlaces(sheet);
  expect(Array.from(judged.columns, (_, place) => judgedCell(sheet, judged, place, 'share'))).toEqual([
    { row: 1, column: 0, judgement: 'present', value: 0.25 },
    { row: 1, column: 1, judgement: 'present', value: 0.25 },
    { row: 2, column: 0, judgement: 'absent', value: 0 },
  ]);
  const [, first] = sheet.rows;
  expect(first === undefined ? null : presentAmong(first, sheet.columns)).toBe(1);
});

const PAIRS = fc.uniqueArray(
  fc.record({
    a: fc.integer({ min: 1, max: 3 }),
    b: fc.integer({ min: 2, max: 4 }),
    places: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 6 },
);

const meetings = (pairs: readonly { a: number; b: number; places: number }[]): CompareMeetings => ({
  codes: CODES.map(({ id }) => id),
  places: [0, 7, 3, 3, 1],
  pairs: pairs.filter(({ a, b }) => a < b).map((pair) => ({ ...pair, documents: 1 })),
});

test('of codes that meet, the strongest pair is always drawn, and as many codes as are asked for at most', () => {
  fc.assert(
    fc.property(
      PAIRS,
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      (pairs, most, least) => {
        const counted = meetings(pairs);
        const met = metOf(counted, CODES);
        expect(met.codes.map(({ code: { id } }) => id)).toEqual(['a', 'b', 'c', 'd']);
        const drawn = drawnOf(met, most, least);
        expect(drawn.codes.length).toBeLessThanOrEqual(most);
        const times = counted.pairs.map(({ places }) => places);
        const strongest = Math.max(0, ...times.filter((each) => each >= least));
        expect(Math.max(0, ...drawn.meetings.map((each) => each.times))).toBe(strongest);
        expect(drawnOf(met, null, 1).meetings.length).toBe(times.length);
      },
    ),
  );
});

test('the network lies the same each time, within its box, with lines as thick as codes meet often', () => {
  const met = metOf(
    meetings([
      { a: 1, b: 2, places: 9 },
      { a: 1, b: 3, places: 1 },
      { a: 2, b: 3, places: 4 },
      { a: 3, b: 4, places: 2 },
    ]),
    CODES,
  );
  const box = { left: 50, top: 20, right: 500, bottom: 300 };
  const network = networkOf(met, box);
  expect(networkOf(met, box)).toEqual(network);
  for (const { x, y } of network.nodes) {
    expect(x).toBeGreaterThanOrEqual(box.left);
    expect(x).toBeLessThanOrEqual(box.right);
    expect(y).toBeGreaterThanOrEqual(box.top);
    expect(y).toBeLessThanOrEqual(box.bottom);
  }
  expect(network.edges.map(({ times }) => times)).toEqual([9, 4, 2, 1]);
  const widths = network.edges.map(({ width }) => width);
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  const area = (id: string) => (network.nodes.find((node) => node.id === id)?.radius ?? 0) ** 2;
  expect(area('a') / area('b')).toBeCloseTo(7 / 3);
  const room = { width: 550, height: 320 };
  const labels = labelsOf(network.nodes, network.edges, room, (text) => text.length * 7);
  expect(labels.map(({ node }) => node.id).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(labelsOf(network.nodes, network.edges, room, (text) => text.length * 7)).toEqual(labels);
});

/** A table of some rows. */
const tableWith = (rows: readonly (readonly ShownCell[])[]) => ({
  count: rows.length,
  cells: (place: number) => rows[place] ?? [],
});

test('rows are sorted by numbers and by words; what is not known comes last both ways, and equal rows stay', () => {
  const rows = [
    ['b', 2],
    ['a', null],
    ['c', 10],
    ['d', 2],
  ];
  const by = (column: number, descending: boolean) =>
    Array.from(sortedPlaces(tableWith(rows), { column, descending }) ?? [], (place) => rows[place]?.[0]).join(
      '',
    );
  expect(by(1, true)).toBe('cbda');
  expect(by(1, false)).toBe('bdca');
  expect(by(0, false)).toBe('abcd');
  expect(sortedPlaces(tableWith(rows), null)).toBeNull();
  const [first, second] = [nextSorting(null, 1, true), nextSorting({ column: 1, descending: true }, 1, true)];
  expect([first?.descending, second?.descending, nextSorting(second, 1, true)]).toEqual([true, false, null]);
  expect(nextSorting(first, 0, false)).toEqual({ column: 0, descending: false });
});

test('a table is sorted as its rows would be, one by one', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -3, max: 3 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const word = fc.oneof(
    fc.constant(null),
    fc.string({ unit: fc.constantFrom('a', 'B', '1', '0'), maxLength: 3 }),
  );
  const collator = new Intl.Collator(undefined, { numeric: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, word)), fc.nat(1), fc.boolean(), (rows, column, descending) => {
      const sorting: Sorting = { column, descending };
      const sign = descending ? -1 : 1;
      const places = [...rows.keys()].toSorted((one, other) => {
        const [a = null, b = null] = [rows[one]?.[column], rows[other]?.[column]];
        if (a === null || b === null) return Number(a === null) - Number(b === null);
        if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
        return sign * collator.compare(String(a), String(b));
      });
      expect([...(sortedPlaces(tableWith(rows), sorting) ?? [])]).toEqual(places);
    }),
  );
});

test('however many rows a table has, both of its ends and each row between can be scrolled to', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, rowsInSight, part) => {
        const [size, room] = [28, rowsInSight * 28];
        const way = scrolled(count * size, room);
        const lowest = Math.max(0, way.height - room);
        expect(way.height).toBeLessThanOrEqual(15_000_000);
        expect(way.toContent(0)).toBe(0);
        expect(way.toContent(lowest)).toBeCloseTo(Math.max(0, count * size - room), 4);
        if (count === 0) return;
        const row = Math.min(count - 1, Math.floor(part * count));
        for (const from of [0, lowest, lowest / 2]) {
          const top = way.toContent(way.showing(from, row * size, (row + 1) * size));
          expect(top).toBeLessThanOrEqual(row * size + 0.001);
          expect(top + room).toBeGreaterThanOrEqual((row + 1) * size - 0.001);
        }
      },
    ),
  );
});

test('as CSV numbers are whole, what is not known is empty, and nothing is a formula', () => {
  const columns = [{ title: 'Code' }, { title: 'Share', numeric: true, percent: true }];
  const rows = [
    ['=one, "1"', 1 / 3],
    ['two', null],
  ];
  const whole = `Code,Share\r\n"'=one, ""1""",0.3333333333333333\r\ntwo,\r\n`;
  const table = { columns, ...tableWith(rows) };
  for (const size of [1, 2, 3]) expect([...tableCsv(table, size)].join('')).toBe(whole);
  expect([...tableCsv(table, 1)]).toHaveLength(2);
  expect([...tableCsv({ columns, ...tableWith([]) })]).toEqual(['Code,Share\r\n']);
});

test('a query says the scope where the command line has words for it, quoted for a shell', () => {
  const scope: Scope = { documents: ['1'], cases: ['2'], attributes: [], codes: [], coders: ['3'], text: '' };
  const names = {
    document: () => 'A plan',
    case: () => "Côte d'Or",
    code: () => 'Rules / Binding',
    coder: () => undefined,
  };
  expect(scopeOptions(scope, names)?.join(' ')).toBe(`--document 'A plan' --case 'Côte d'\\''Or' --coder 3`);
  const any = { mode: 'any' as const, codes: ['4'], below: true };
  expect(scopeOptions({ ...scope, codes: [any] }, names)).toContain("'Rules / Binding'");
  expect(scopeOptions({ ...scope, codes: [{ ...any, mode: 'none' }] }, names)).toBeNull();
  expect(scopeOptions({ ...scope, text: 'rights' }, names)).toBeNull();
  expect(scopeOptions(undefined, names)).toEqual([]);
  expect(shellWord('Café.colligo')).toBe('Café.colligo');
  expect(procedureQuery('compare.table', { rollUp: true })).toBe('compare.table\n{\n  "rollUp": true\n}');
});

test('the faces follow each other round; a result without a picture is a table first', () => {
  const drawn = { draw: () => ({}) as SVGSVGElement };
  expect(['picture', 'table', 'query'].map((face) => faceAfter(drawn, face as 'table'))).toEqual([
    'table',
    'query',
    'picture',
  ]);
  const plain = { draw: null };
  expect([faceOf(plain, 'picture'), faceAfter(plain, 'picture'), faceAfter(plain, 'query')]).toEqual([
    'table',
    'query',
    'table',
  ]);
});
