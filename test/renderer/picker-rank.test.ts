import { describe, expect, test } from 'vitest';
import type { CodeRow } from '../../src/contract/codes.ts';
import { optionsOf, parentPath } from '../../src/renderer/picker/options.ts';
import { isTaken, rankCodes, type Usage } from '../../src/renderer/picker/rank.ts';

const code = (name: string, over: Partial<CodeRow> = {}): CodeRow => ({
  id: over.path ?? name,
  parentId: null,
  name,
  path: name,
  depth: 0,
  definition: '',
  useWhen: '',
  useNotWhen: '',
  example: '',
  colour: '#688d4f',
  codable: true,
  passages: 0,
  documents: 0,
  ...over,
});

const nowhere: Usage = { inDocument: new Set(), recent: [] };
const names = (codes: CodeRow[], typed: string, usage = nowhere) =>
  rankCodes(codes, typed, usage).map((ranked) => ranked.code.name);

describe('ranking', () => {
  test('puts the prefix of any word before initials before anything inside', () => {
    const codes = [
      code('Distrust'),
      code('Teams run unsupervised services'),
      code('Public trust'),
      code('Nothing'),
    ];
    expect(names(codes, 'trus')).toEqual(['Public trust', 'Teams run unsupervised services', 'Distrust']);
  });

  test('finds a code by its other words and its notation, after those whose name it is', () => {
    const codes = [code('Confidence', { notation: '1.2', also: ['Trust', 'Vertrauen'] }), code('Trust')];
    const found = (typed: string) =>
      rankCodes(codes, typed, nowhere).map((ranked) => [ranked.code.name, ranked.also]);
    expect(found('trust')).toEqual([
      ['Trust', null],
      ['Confidence', 'Trust'],
    ]);
    expect(found('vert')).toEqual([['Confidence', 'Vertrauen']]);
    expect(found('1.2')).toEqual([['Confidence', '1.2']]);
    expect(found('conf')).toEqual([['Confidence', null]]);
  });

  test('puts the very name first', () => {
    expect(names([code('Trust in people', { passages: 9 }), code('Trust')], 'trust')).toEqual([
      'Trust',
      'Trust in people',
    ]);
  });

  test('among equals prefers this document, then the recent, then the much used', () => {
    const codes = [code('Rare'), code('Rarer', { passages: 5 }), code('Rarest'), code('Rarity')];
    const usage = { inDocument: new Set(['Rarity']), recent: ['Rarest'] };
    expect(names(codes, 'rar', usage)).toEqual(['Rarity', 'Rarest', 'Rarer', 'Rare']);
  });

  test('gives all codes for nothing typed, but never one that only groups', () => {
    expect(names([code('Group', { codable: false }), code('Leaf')], '')).toEqual(['Leaf']);
  });

  test('takes no notice of accents and case, and says where it matched', () => {
    const [ranked] = rankCodes([code('Énergie décarbonée')], 'DEC', nowhere);
    expect(ranked?.hits).toEqual([[8, 11]]);
    const [initials] = rankCodes([code('Trust in systems')], 'tis', nowhere);
    expect(initials?.hits).toEqual([
      [0, 1],
      [6, 7],
      [9, 10],
    ]);
  });

  test('tells codes of the same name apart', () => {
    const ranked = rankCodes(
      [code('Cost', { path: 'A / Cost' }), code('Cost', { path: 'B / Cost' }), code('Costume')],
      'cost',
      nowhere,
    );
    expect(ranked.map(({ homonym }) => homonym)).toEqual([true, true, false]);
  });

  test('knows whether a name is taken under a parent or at the top level', () => {
    expect(isTaken([code('Cost')], ' cost ', null)).toBe(true);
    expect(isTaken([code('Cost', { parentId: 'other' })], 'cost', null)).toBe(false);
    expect(isTaken([code('Cost', { parentId: 'other' })], 'cost', 'other')).toBe(true);
  });
});

describe('rows', () => {
  const found = rankCodes([code('Cost', { path: 'Money / Cost' }), code('Costume')], 'cost', nowhere);

  const codes = found.map((ranked) => ranked.code);
  const creates = (...from: Parameters<typeof optionsOf>) =>
    optionsOf(...from).options.flatMap((option) =>
      option.kind === 'create' ? [[option.name, option.parent?.name ?? null, option.first]] : [],
    );

  test('are the codes found, with what the passage has marked, and what creates the typed name', () => {
    const { options, more } = optionsOf(found, ' cost  of living ', new Set(['Costume']), codes);
    expect(options.map((option) => (option.kind === 'code' ? option.on : option.name))).toEqual([
      false,
      true,
      'cost of living',
      'cost of living',
    ]);
    expect(more).toBe(0);
  });

  test('create under the code that is highlighted, and at the top level', () => {
    expect(creates(found, 'cost a', new Set(), codes)).toEqual([
      ['cost a', 'Cost', true],
      ['cost a', null, false],
    ]);
    expect(creates(found, 'cost a', new Set(), codes, 1)[0]).toEqual(['cost a', 'Costume', true]);
    expect(creates([], 'cost a', new Set(), codes)).toEqual([['cost a', null, true]]);
  });

  test('hold nothing to create where nothing was typed, and say how many codes are not shown', () => {
    const many = rankCodes(
      Array.from({ length: 60 }, (_, index) => code(`Code ${index}`)),
      '',
      nowhere,
    );
    const { options, more } = optionsOf(many, '', new Set(), []);
    expect([options.length, more]).toEqual([50, 10]);
  });

  test('tell where a code stands', () => {
    expect(found.map((ranked) => parentPath(ranked.code))).toEqual(['Money / ', '']);
  });
});
