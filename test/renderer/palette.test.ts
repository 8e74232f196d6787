import { Circle } from 'lucide-react';
import { expect, test } from 'vitest';
import { readTyped } from '../../src/renderer/palette/prefixes.ts';
import { type PaletteRow, rank } from '../../src/renderer/palette/rows.ts';

const row = (name: string): PaletteRow => ({ key: `test ${name}`, name, icon: Circle, run: () => undefined });
const names = (rows: readonly string[], typed: string, recent: readonly string[] = []) =>
  rank(rows.map(row), typed, recent).map(({ row: { name } }) => name);

test('a sign at the beginning says where to look', () => {
  expect(readTyped('  theme ')).toEqual({ mode: 'all', query: 'theme' });
  expect(readTyped('> undo')).toEqual({ mode: 'commands', query: 'undo' });
  expect(readTyped('#')).toEqual({ mode: 'codes', query: '' });
  expect(readTyped('@annex')).toEqual({ mode: 'places', query: 'annex' });
  expect(readTyped('“lay members')).toEqual({ mode: 'text', query: 'lay members' });
});

test('prefixes of words go before words inside, and what was chosen lately before its equals', () => {
  const rows = ['Decompose', 'Compute', 'Company', 'High compute'];
  expect(names(rows, 'comp')).toEqual(['Compute', 'Company', 'High compute', 'Decompose']);
  expect(names(rows, 'comp', ['test Company'])).toEqual(['Company', 'Compute', 'High compute', 'Decompose']);
});

test('words of the query may stand in any order, and what fits so comes last', () => {
  expect(names(['Next theme', 'Theme', 'Theme next to it'], 'theme next')).toEqual([
    'Theme next to it',
    'Next theme',
  ]);
  expect(names(['Énergie'], 'ener')).toEqual(['Énergie']);
});
