import { describe, expect, test } from 'vitest';
import type { CodeRow } from '../../src/contract/codes.ts';
import { between } from '../../src/renderer/codebook/rows.ts';
import {
  branchOf,
  type Direction,
  placeAfter,
  placeOfDrop,
  placeTowards,
  topmost,
  treeOf,
  unfolded,
} from '../../src/renderer/codebook/tree.ts';

function code(id: string, parentId: string | null): CodeRow {
  const text = { definition: '', useWhen: '', useNotWhen: '', example: '' };
  const place = { path: id, depth: 0, passages: 0, documents: 0 };
  return { id, parentId, name: id, colour: '#3273b5', codable: true, ...text, ...place };
}

/** a (a1, a2 (a2x), a3), b */
const CODES = [
  code('a', null),
  code('a1', 'a'),
  code('a2', 'a'),
  code('a2x', 'a2'),
  code('a3', 'a'),
  code('b', null),
];

test('the tree keeps parents, children and their order', () => {
  const names = (nodes: ReturnType<typeof treeOf>): unknown =>
    nodes.map((node) => [node.code.id, names(node.children)]);
  expect(names(treeOf(CODES))).toEqual([
    [
      'a',
      [
        ['a1', []],
        ['a2', [['a2x', []]]],
        ['a3', []],
      ],
    ],
    ['b', []],
  ]);
  expect(branchOf(CODES, 'a2').map((each) => each.id)).toEqual(['a2', 'a2x']);
});

describe('one step', () => {
  test.each<[string, Direction, unknown]>([
    ['a2', 'up', { parentId: 'a', beforeId: 'a1' }],
    ['a1', 'up', null],
    ['a1', 'down', { parentId: 'a', beforeId: 'a3' }],
    ['a2', 'down', { parentId: 'a', beforeId: null }],
    ['a3', 'down', null],
    ['a2', 'in', { parentId: 'a1', beforeId: null }],
    ['a1', 'in', null],
    ['a2x', 'out', { parentId: 'a', beforeId: 'a3' }],
    ['a1', 'out', { parentId: null, beforeId: 'b' }],
    ['b', 'out', null],
  ])('%s %s', (id, direction, place) => {
    expect(placeTowards(CODES, [id], direction)).toEqual(place);
  });
});

describe('a drop', () => {
  test('on another code makes a child of it, at the end', () => {
    expect(placeOfDrop(CODES, ['b'], { id: 'a2', position: 'on' })).toEqual({
      parentId: 'a2',
      beforeId: null,
    });
  });

  test('before and after make a sibling', () => {
    expect(placeOfDrop(CODES, ['b'], { id: 'a2', position: 'before' })).toEqual({
      parentId: 'a',
      beforeId: 'a2',
    });
    expect(placeOfDrop(CODES, ['b'], { id: 'a2', position: 'after' })).toEqual({
      parentId: 'a',
      beforeId: 'a3',
    });
  });

  test('just before itself leaves it before what follows it', () => {
    expect(placeOfDrop(CODES, ['a2'], { id: 'a1', position: 'after' })).toEqual({
      parentId: 'a',
      beforeId: 'a3',
    });
  });

  test('into itself has no place', () => {
    expect(placeOfDrop(CODES, ['a'], { id: 'a2x', position: 'on' })).toBeNull();
    expect(placeOfDrop(CODES, ['a'], { id: 'a', position: 'after' })).toBeNull();
  });
});

describe('several', () => {
  test('take a step together', () => {
    expect(placeTowards(CODES, ['a2', 'a3'], 'up')).toEqual({ parentId: 'a', beforeId: 'a1' });
    expect(placeTowards(CODES, ['a1', 'a2'], 'down')).toEqual({ parentId: 'a', beforeId: null });
    expect(placeTowards(CODES, ['a2', 'a3'], 'in')).toEqual({ parentId: 'a1', beforeId: null });
    expect(placeTowards(CODES, ['a1', 'a3'], 'out')).toEqual({ parentId: null, beforeId: 'b' });
    expect(placeTowards(CODES, ['a2', 'a3'], 'down')).toBeNull();
  });

  test('are dropped together, also beside one of themselves', () => {
    expect(placeOfDrop(CODES, ['a1', 'b'], { id: 'a3', position: 'before' })).toEqual({
      parentId: 'a',
      beforeId: 'a3',
    });
    expect(placeOfDrop(CODES, ['a1', 'a2'], { id: 'a1', position: 'before' })).toEqual({
      parentId: 'a',
      beforeId: 'a3',
    });
    expect(placeOfDrop(CODES, ['a', 'b'], { id: 'a2x', position: 'after' })).toBeNull();
  });

  test('are a branch once, and what is folded is not in sight', () => {
    expect(topmost(CODES, ['a2x', 'a2', 'b']).map(({ id }) => id)).toEqual(['a2', 'b']);
    expect(branchOf(CODES, 'a2', 'b').map(({ id }) => id)).toEqual(['a2', 'a2x', 'b']);
    expect(unfolded(CODES, ['a2'])).toEqual(['a', 'a1', 'a2', 'a3', 'b']);
    expect(unfolded(CODES, ['a'])).toEqual(['a', 'b']);
  });

  test('are all from one to another, whichever comes first', () => {
    expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(between(['a', 'b', 'c', 'd'], null, 'b')).toEqual(['b']);
    expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b']);
  });
});

test('a new code stands after its sibling', () => {
  expect(placeAfter(CODES, 'a1')).toEqual({ parentId: 'a', beforeId: 'a2' });
  expect(placeAfter(CODES, 'b')).toEqual({ parentId: null, beforeId: null });
});
