import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accented } from '../../../../src/engine/import/pdf/accents.ts';
import { letterOf } from '../../../../src/engine/import/pdf/letters.ts';

const at = (text: string, from: number, to: number) => ({ text, from, to });

describe('a glyph', () => {
  it('of a ligature stands for its letters, other signs for themselves', () => {
    expect(letterOf('ﬁ').text).toBe('fi');
    expect(letterOf('ﬃ').text).toBe('ffi');
    expect(letterOf('ﻼ').text).toBe('لا');
    for (const sign of ['é', '²', '½', '‐', '…', '中'])
      expect(letterOf(sign)).toEqual({ text: sign, unknown: 0 });
  });

  it('of any white space is a space, and of what is never seen nothing', () => {
    for (const space of [' ', '\u00a0', '\u2003', '\t']) expect(letterOf(space).text).toBe(' ');
    expect(letterOf('\ufeff').text).toBe('');
  });

  it('of a soft hyphen is the hyphen that is printed', () => {
    expect(letterOf('\u00ad').text).toBe('-');
  });

  it('of a font of pictures is the picture, where it is known', () => {
    expect(letterOf('n', 'dingbats').text).toBe('■');
    expect(letterOf('4', 'dingbats').text).toBe('✔');
    expect(letterOf('\u00fc', 'wingdings').text).toBe('✓');
    expect(letterOf('\uf0b7').text).toBe('•');
    expect(letterOf('\uf0a7').text).toBe('▪');
    expect(letterOf('\uf0ff')).toEqual({ text: '\ufffd', unknown: 1 });
  });

  it('without a meaning is marked and counted', () => {
    expect(letterOf('\0')).toEqual({ text: '\ufffd', unknown: 1 });
    expect(letterOf('\u0008')).toEqual({ text: '\ufffd', unknown: 1 });
  });

  it('is always well-formed, without NUL and controls', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'a') }),
        (a, b) => {
          const { text } = letterOf(a + b);
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});

describe('an accent that is drawn over a letter', () => {
  it('makes one letter with it', () => {
    expect(accented(at('a', 10, 15), at('¨', 10, 15))).toBe('ä');
    expect(accented(at('ı', 10, 13), at('´', 9, 14))).toBe('í');
    expect(accented(at('c', 10, 15), at('¸', 10, 15))).toBe('ç');
  });

  it('stays by itself beside a letter, and where there is no such letter', () => {
    expect(accented(at('a', 10, 15), at('¨', 15, 20))).toBeNull();
    expect(accented(at('b', 10, 15), at('¨', 10, 15))).toBeNull();
    expect(accented(at('a', 10, 15), at('b', 10, 15))).toBeNull();
  });
});
