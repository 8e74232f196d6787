import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCut } from '../../../src/engine/import/markdown/parts.ts';
import { readMarkdown } from '../../../src/engine/import/markdown/read.ts';
import { wellFormedText } from '../../text/strings.ts';

/** Pieces that stand in each other's way when a source is cut in the wrong place. */
const PIECES = [
  ...[
    'Words of a plan.\n\n',
    'Two\nlines\n\n',
    '# Heading\n\n',
    'Set\n---\n\n',
    '***\n\n',
    '\n',
    '\n\n\n',
    '\f',
  ],
  ...[
    '- item\n',
    '- item\n\n',
    '  more of it\n\n',
    '1. one\n',
    '2. two\n\n',
    '   deeper\n\n',
    '2025. year\n\n',
    '- 1. both\n\n',
  ],
  ...[
    '> quoted\n\n',
    '> quoted\n',
    '    code\n\n',
    '```\n',
    '```\n\n',
    'in\n\nthe fence\n\n',
    '~~~~\n\n',
    '```\nok\n```\n\n',
  ],
  ...[
    '<!-- open\n\n',
    'closed -->\n\n',
    '<div>\n\n',
    '</div>\n\n',
    '<script>\n\n',
    '</script>\n\n',
    '<b>x</b>\n\n',
  ],
  ...[
    '[a]: /first\n\n',
    '[A]: /second\n\n',
    'See [a], [b][] and [c d][ C  D ].\n\n',
    '[b]: </b> "t"\n\n',
    '[c d]: /c\n\n',
  ],
  ...[
    'Note[^1] and[^x].\n\n',
    '[^1]: The note.\n\n',
    '    Its second paragraph.\n\n',
    '[^x]: Other\n\n',
    '![alt][a]\n\n',
  ],
  ...['|a|b|\n|-|-|\n|c|d|\n\n', 'Key\tA\t\n\tB\t\n\n', '*open\n\n', 'shut*\n\n', '1.\n\n', 'text\n'],
];

const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('reading in parts', () => {
  it('gives what reading at once gives', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 60 }), (given, size) => {
        const whole = readMarkdown(given, { size: Number.MAX_SAFE_INTEGER });
        expect(readMarkdown(given, { size })).toEqual(whole);
      }),
      { numRuns: 600 },
    );
  });

  it('cuts where the next line starts a block of its own, or not at all', () => {
    expect(nextCut('a\n\nb\n\nc', 0)).toBe(3);
    expect(nextCut('a\n\nb\n\nc', 3)).toBe(6);
    expect(nextCut('a\n\n- b\n\n1. c\n\n  d\n\n', 0)).toBe(19);
    expect(nextCut('abc', 9)).toBe(3);
  });

  it('tells how far it is', () => {
    const shares: number[] = [];
    readMarkdown('Words.\n\n'.repeat(100), { size: 200, onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe('any Markdown', () => {
  it('is read into blocks that ascend, lie within the text and leave only separators between them', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          source,
          wellFormedText,
          fc.tuple(source, wellFormedText).map((parts) => parts.join('')),
        ),
        (given) => {
          const { text, blocks } = readMarkdown(given);
          let end = 0;
          let joined = '';
          for (const block of blocks) {
            expect(block.start).toBeGreaterThanOrEqual(end);
            expect(block.end).toBeGreaterThan(block.start);
            const gap = text.slice(end, block.start);
            expect(gap).toMatch(/^[\t\n]*$/);
            joined += gap + text.slice(block.start, block.end);
            end = block.end;
            expect(text.slice(block.start, block.end).includes('\f')).toBe(block.kind === 'page_break');
            for (const mark of block.marks ?? []) {
              expect(mark.start).toBeGreaterThanOrEqual(block.start);
              expect(mark.end).toBeGreaterThan(mark.start);
              expect(mark.end).toBeLessThanOrEqual(block.end);
            }
          }
          expect(joined).toBe(text);
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/[\r\0]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
