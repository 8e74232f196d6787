import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOfWords } from '../../src/renderer/reader/coding.ts';
import { nextEdge } from '../../src/renderer/reader/ends.ts';
import { nextBlock, nextSentence, sentencesIn, trimmed } from '../../src/renderer/reader/units.ts';
import type { Block } from '../../src/text/reading.ts';

const TEXT = 'One stands here. Two follows it! And three?\n\n   \n\nA heading\n\n彼は行く。彼女も行く。';

/** The paragraphs of a text, as blocks. */
function loaded(text: string) {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', level: null, start, end: start + part.length, marks: [] });
    start += part.length + 2;
  }
  return {
    documentId: 'd',
    versionId: 'v',
    total: blocks.length,
    blocks,
    text,
    isPrinted: false,
    lineHyphens: new Set<number>(),
  };
}

const words = fc
  .array(fc.constantFrom('One', 'the quay', 'Is it?', 'Yes.', '  ', 'e.g. so', '🌊', '行く。', 'ü', '\n'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(' '));

test('sentences lie in their block, do not overlap, and leave no letter out', () => {
  fc.assert(
    fc.property(words, words, (before, text) => {
      const whole = `${before}\n\n${text}`;
      const block: Block = { kind: 'paragraph', level: null, start: before.length + 2, end: whole.length };
      const sentences = sentencesIn({ ...loaded(''), text: whole }, block, 'en');
      let at = block.start;
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(whole.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(block.end);
      expect(whole.slice(at, block.end).trim()).toBe('');
    }),
  );
});

test('going on by sentence reaches every one of them, across empty paragraphs, and back again', () => {
  const text = loaded(TEXT);
  const seen: string[] = [];
  let at: { block: number; sentence: { start: number; end: number } } | null = {
    block: 0,
    sentence: { start: 0, end: 0 },
  };
  const places: (typeof at)[] = [];
  while (at !== null) {
    at = nextSentence(text, at.block, places.length === 0 ? null : at.sentence, 1, 'en');
    if (at === null) break;
    places.push(at);
    seen.push(TEXT.slice(at.sentence.start, at.sentence.end));
  }
  expect(seen).toEqual([
    'One stands here.',
    'Two follows it!',
    'And three?',
    'A heading',
    '彼は行く。',
    '彼女も行く。',
  ]);
  const last = places.at(-1);
  const before = last && nextSentence(text, last.block, last.sentence, -1, 'en');
  expect(before?.sentence).toEqual(places.at(-2)?.sentence);
  expect(nextBlock(text, 0, 1)).toBe(2);
  expect(nextBlock(text, 0, -1)).toBeNull();
});

test('an end moves from word to word, and always onto the edge of one', () => {
  const text = 'They trusted the protocol, largely.';
  expect(nextEdge(text, 12, 1, 'end', 'en')).toBe(16);
  expect(nextEdge(text, 25, 1, 'end', 'en')).toBe(34);
  expect(nextEdge(text, 34, 1, 'end', 'en')).toBe(34);
  expect(nextEdge(text, 13, -1, 'start', 'en')).toBe(5);
  fc.assert(
    fc.property(words, fc.nat(200), fc.constantFrom(1 as const, -1 as const), (line, offset, step) => {
      const from = Math.min(offset, line.length);
      const next = nextEdge(line, from, step, 'end', 'en');
      expect(step > 0 ? next >= from : next <= from).toBe(true);
      if (next !== from) expect(/\s/u.test(line.charAt(next - 1))).toBe(false);
    }),
  );
});

test('a code in vivo is called as the words are, on one line, and not too long', () => {
  expect(nameOfWords('  trusted the\n protocol. ')).toBe('trusted the protocol');
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect(nameOfWords(text).length).toBeLessThanOrEqual(80);
      expect(nameOfWords(text)).not.toMatch(/[\n\t]/);
    }),
  );
  expect(trimmed('   ', { start: 0, end: 3 })).toBeNull();
});
