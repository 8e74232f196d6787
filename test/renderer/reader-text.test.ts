import { describe, expect, test } from 'vitest';
import type { DocumentPart } from '../../src/contract/documents.ts';
import { rowOfBlock, rowsOf } from '../../src/renderer/reader/rows.ts';
import { type Snap, snapSelection } from '../../src/renderer/reader/snap.ts';
import { blockAt, isWhole, type LoadedText, withPart } from '../../src/renderer/reader/text.ts';
import type { Block, Span } from '../../src/text/reading.ts';

const paragraph = (start: number, end: number): Block => ({ kind: 'paragraph', level: null, start, end });
const cell = (start: number, end: number, row: number, column: number): Block => ({
  kind: 'table_cell',
  level: null,
  start,
  end,
  cell: { table: 0, row, column },
});

function part(from: number, blocks: Block[], text: string, over: Partial<DocumentPart> = {}): DocumentPart {
  const textStart = blocks[0]?.start ?? 0;
  return {
    documentId: 'd',
    versionId: 'v',
    total: 3,
    from,
    blocks,
    textStart,
    text,
    isPrinted: false,
    lineHyphens: [],
    ...over,
  };
}

const joined = (...parts: DocumentPart[]): LoadedText | null => parts.reduce(withPart, null);

describe('text that comes in runs', () => {
  const first = part(0, [paragraph(0, 3)], 'One');
  const second = part(1, [paragraph(5, 8), paragraph(10, 15)], 'Two\n\nThree');

  test('keeps canonical offsets across the seam', () => {
    const loaded = joined(first, second);
    expect(loaded?.blocks).toHaveLength(3);
    expect([joined(first), loaded].map((each) => each && isWhole(each))).toEqual([false, true]);
    if (loaded)
      for (const [index, words] of ['One', 'Two', 'Three'].entries()) {
        const { start, end } = loaded.blocks[index] as Span;
        expect(loaded.text.slice(start, end)).toBe(words);
      }
  });

  test('stops at a hole and at a run of another version', () => {
    expect(joined(first, { ...second, from: 2 })?.blocks).toHaveLength(1);
    expect(joined(first, { ...second, versionId: 'w' })?.blocks).toHaveLength(1);
    expect(joined(second)).toBeNull();
  });

  test('finds the block of an offset; between two, the next', () => {
    const blocks = joined(first, second)?.blocks ?? [];
    expect([0, 2, 3, 5, 7, 9, 14, 99].map((offset) => blockAt(blocks, offset))).toEqual([
      0, 0, 1, 1, 1, 2, 2, 2,
    ]);
  });
});

test('cells of one table row share a row of the page', () => {
  const rows = rowsOf([
    paragraph(0, 1),
    cell(3, 4, 0, 0),
    cell(5, 6, 0, 1),
    cell(7, 8, 1, 0),
    paragraph(10, 11),
  ]);
  expect(rows.map(({ first, last }) => [first, last])).toEqual([
    [0, 0],
    [1, 2],
    [3, 3],
    [4, 4],
  ]);
  expect([0, 1, 2, 3, 4].map((block) => rowOfBlock(rows, block))).toEqual([0, 1, 1, 2, 3]);
});

describe('snapping', () => {
  const snapped = (text: string, start: number, end: number, snap: Snap = 'word', language = 'en') => {
    const span = snapSelection(text, { start, end }, () => ({ start: 0, end: text.length }), snap, language);
    return span === null ? null : text.slice(span.start, span.end);
  };

  test('takes whole words, and drops white space at the ends', () => {
    const text = 'Public bodies publish plans.';
    expect(snapped(text, 9, 16)).toBe('bodies publish');
    expect(snapped(text, 6, 14)).toBe('bodies');
    expect(snapped(text, 6, 7)).toBeNull();
    expect(snapped(text, 22, 28)).toBe('plans.');
  });

  test('leaves nothing of white space alone', () => {
    expect(snapped('a  b', 1, 3)).toBeNull();
  });

  test('leaves the ends within a word where whole words are not wanted', () => {
    expect(snapped('Public bodies', 8, 11, 'character')).toBe('odi');
  });

  test('never splits a surrogate pair or a character of several', () => {
    const family = '👩‍👩‍👧';
    const text = `A ${family} é b`;
    expect(snapped(text, 3, 4, 'character')).toBe(family);
    const accent = text.indexOf('é');
    expect(snapped(text, accent, accent + 1, 'character')).toBe('é');
  });

  test('finds words where no spaces stand, and in text from the right', () => {
    const japanese = '人工知能の利用を進める';
    const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(japanese)].map(
      (w) => w.segment,
    );
    expect(words.some((word) => snapped(japanese, 0, 1, 'word', 'ja') === word)).toBe(true);
    expect(snapped('خطة وطنية', 1, 2, 'word', 'ar')).toBe('خطة');
  });

  test('looks for a word in its own block only', () => {
    const text = 'one\n\ntwo';
    const blocks = [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ];
    const blockOf = (offset: number) =>
      blocks[
        blockAt(
          blocks.map((b) => paragraph(b.start, b.end)),
          offset,
        )
      ] as Span;
    expect(snapSelection(text, { start: 1, end: 6 }, blockOf, 'word', 'en')).toEqual({ start: 0, end: 8 });
    expect(snapSelection(text, { start: 1, end: 5 }, blockOf, 'word', 'en')).toEqual({ start: 0, end: 3 });
  });
});
