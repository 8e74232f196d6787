import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks } from '../../../src/engine/import/plain/read.ts';
import { wellFormedText } from '../../text/strings.ts';

const read = (text: string) =>
  plainBlocks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('plain text', () => {
  it('is paragraphs between lines of white space', () => {
    expect(read('a\nb\n\n \t\nc\n')).toEqual(['paragraph: a\nb', 'paragraph: c']);
    expect(read('\n\n  indented\n\n')).toEqual(['paragraph:   indented']);
    expect(read('# not a heading\n- nor a list')).toEqual(['paragraph: # not a heading\n- nor a list']);
  });

  it('ends its pages with blocks of one unit', () => {
    expect(read('a\n\fb\f\f\nc')).toEqual([
      'paragraph: a',
      'page_break: \f',
      'paragraph: b',
      'page_break: \f',
      'page_break: \f',
      'paragraph: c',
    ]);
  });

  it('refuses more blocks than are allowed', () => {
    expect(() => plainBlocks('a\n\nb\n\nc', 2)).toThrow(
      'The file has more than 2 paragraphs: split it and import the pieces.',
    );
  });

  it('of any kind leaves only white space between its blocks', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        let end = 0;
        for (const block of plainBlocks(text)) {
          expect(text.slice(end, block.start)).toMatch(/^\s*$/);
          expect(block.end).toBeGreaterThan(block.start);
          if (block.kind === 'paragraph')
            expect(text.slice(block.start, block.end)).not.toMatch(/\f|\n\s*\n|^\n|\n$/);
          end = block.end;
        }
        expect(text.slice(end)).toMatch(/^\s*$/);
      }),
    );
  });
});
