import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenIn, lineHyphens, readable } from '../../src/text/line-ends.ts';

const text = 'Many start-\nups plan for the long-\nterm, 2024-\n25, and –\nsay so.';
const at = text.indexOf('start-\nups');
const word = Uint32Array.from([0, 4, at, at + 'start-\nups'.length]);

describe('line ends as printed', () => {
  it('tells the hyphen of a broken word from one of its own', () => {
    expect(lineHyphens(text, word)).toEqual([at + 5]);
    expect(lineHyphens(text.slice(3), word, 3)).toEqual([at + 5]);
  });

  it('reads broken words whole and keeps other hyphens', () => {
    const hyphens = new Set(lineHyphens(text, word));
    expect(readable(text, 0, (offset) => hyphens.has(offset))).toBe(
      'Many startups plan for the long-term, 2024-25, and – say so.',
    );
  });

  it('hides nothing but line ends and the hyphens before them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'B', '-', '\n', ' ', '7', '­', '🙂'), { maxLength: 60 }),
        (parts) => {
          const any = parts.join('');
          for (const { start, end, hyphen } of hiddenIn(any, 0, (offset) => offset % 2 === 0)) {
            expect(any.slice(start, end)).toMatch(hyphen ? /^[-­]\n$/ : /^\n$/);
          }
          expect(readable(any, 0, () => false)).not.toContain('\n');
        },
      ),
    );
  });
});
