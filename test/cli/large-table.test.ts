import { expect, it } from 'vitest';
import { tableLines } from '../../src/cli/compare-table.ts';

const NOTHING = { spans: 0, codings: 0, words: 0, presence: null } as const;

it('prints a table of many more cells than a call may have arguments', () => {
  const codes = Array.from({ length: 500 }, (_, row) => ({
    id: `${row}`,
    name: `Code ${row}`,
    path: `Code ${row}`,
    depth: 0,
    parentId: null,
    definition: '',
    useWhen: '',
    useNotWhen: '',
    example: '',
    colour: '#336699',
    codable: true,
    passages: 0,
    documents: 0,
  }));
  const columns = Array.from({ length: 500 }, (_, column) => ({
    id: `${column}`,
    title: `Plan ${column}`,
    documents: [],
    words: 0,
  }));
  const table = {
    columns,
    words: 0,
    codes: codes.map(({ id }) => id),
    cells: [{ row: 499, column: 499, spans: 12, codings: 12, words: 30, presence: 1 as const }],
    rows: codes.map((_, row) => ({ ...NOTHING, row, column: -1 })),
    all: columns.map((_, column) => ({ ...NOTHING, row: -1, column })),
  };
  const lines = tableLines({ table, codes, none: '' }, 'spans');
  expect(lines).toHaveLength(500 + 1 + 502 + 2);
  const last = lines.find((line) => line.startsWith('Code 499 '));
  expect(last?.split(/\s+/).slice(-2)).toEqual(['12', '·']);
});
