import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks } from '../../../src/engine/import/plain/read.ts';
import { segment } from '../../../src/engine/import/segment.ts';
import type { Block } from '../../../src/text/reading.ts';
import { wellFormedText } from '../../text/strings.ts';

const slices = (text: string, flat: Uint32Array) =>
  Array.from({ length: flat.length / 2 }, (_, index) => text.slice(flat[index * 2], flat[index * 2 + 1]));

function cut(text: string, language = 'en') {
  const { words, sentences } = segment(text, plainBlocks(text), language);
  return { words: slices(text, words), sentences: slices(text, sentences) };
}

describe('words and sentences', () => {
  it('are found by the rules of the language', () => {
    expect(cut('Trust, “safety” & AI-led re-use: 3.5%.').words).toEqual([
      'Trust',
      'safety',
      'AI',
      'led',
      're',
      'use',
      '3.5',
    ]);
    expect(cut('人工知能の規則。安全が大切です。', 'ja').sentences).toEqual([
      '人工知能の規則。',
      '安全が大切です。',
    ]);
    expect(cut('人工知能の規則', 'ja').words.join('')).toBe('人工知能の規則');
    expect(cut('שלום עולם', 'he').words).toEqual(['שלום', 'עולם']);
  });

  it('never cross a block, and sentences hold no white space at their edges', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        const blocks = plainBlocks(text);
        const { words, sentences } = segment(text, blocks, 'en');
        for (const flat of [words, sentences]) {
          for (let at = 0; at < flat.length; at += 2) {
            const [start = -1, end = -1] = [flat[at], flat[at + 1]];
            expect(start).toBeGreaterThanOrEqual(flat[at - 1] ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
            // ICU counts the invisible U+FEFF to a word before it, JavaScript counts it as white space.
            if (flat === sentences) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          }
        }
      }),
    );
  });

  it('leave no visible character of a paragraph outside the sentences', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        const blocks = plainBlocks(text).filter(({ kind }) => kind === 'paragraph');
        const visible = blocks
          .map((block) => text.slice(block.start, block.end))
          .join('')
          .replace(/\s/g, '');
        expect(cut(text).sentences.join('').replace(/\s/g, '')).toBe(visible);
      }),
    );
  });
});

describe('line ends inside a block', () => {
  it('do not end a sentence that is merely wrapped', () => {
    expect(cut('The plan sets out\nwhat to do. It then\nsays who.').sentences).toEqual([
      'The plan sets out\nwhat to do.',
      'It then\nsays who.',
    ]);
    expect(cut('Firms in the U.S.\nand elsewhere agree.').sentences).toHaveLength(1);
  });

  it('end one where the line is finished, an item of a list follows, or cells are separated by tabs', () => {
    expect(cut('We will:\na. train people\nb. buy chips').sentences).toEqual([
      'We will:',
      'a. train people',
      'b. buy chips',
    ]);
    expect(cut('Two things\n- one\n- two').sentences).toEqual(['Two things', '- one', '- two']);
    expect(cut('Done.\nNext one').sentences).toEqual(['Done.', 'Next one']);
    expect(cut('Country\tYear\nFrance\t2025').sentences).toEqual(['Country\tYear', 'France\t2025']);
  });

  it('all count in code', () => {
    const text = 'let a\nlet b';
    const code: Block = { kind: 'code', level: null, start: 0, end: text.length };
    expect(slices(text, segment(text, [code], 'en').sentences)).toEqual(['let a', 'let b']);
  });
});

describe('printed lines', () => {
  const printed = (text: string) => {
    const { words, sentences } = segment(text, plainBlocks(text), 'en', { isPrinted: true });
    return { words: slices(text, words), sentences: slices(text, sentences) };
  };

  it('break words, which are one where the text has them whole or does not have them at all', () => {
    expect(printed('support star-\ntups and startups').words).toEqual([
      'support',
      'star-\ntups',
      'and',
      'startups',
    ]);
    expect(printed('gover-\nnance').words).toEqual(['gover-\nnance']);
    expect(printed('gover\u00ad\nnance').words).toEqual(['gover\u00ad\nnance']);
    expect(cut('gover-\nnance').words).toEqual(['gover', 'nance']);
  });

  it('break compounds behind their hyphen, which are as many words as in one line', () => {
    expect(printed('a long-\nterm plan, long-term').words.slice(1, 3)).toEqual(['long', 'term']);
    expect(printed('AI-\nled, 10-\nyear, Anglo-\nDutch').words).toEqual([
      'AI',
      'led',
      '10',
      'year',
      'Anglo',
      'Dutch',
    ]);
    expect(printed('the mission and what is focused: mission-\nfocused').words.slice(-2)).toEqual([
      'mission',
      'focused',
    ]);
  });

  it('break only compounds in a text whose other words are never broken', () => {
    const compounds = ['long-term', 'high-level', 'whole-site', 'cross-party'];
    const text = `${compounds.join(' ')} ${compounds.join(' ').replaceAll('-', '-\n')} multi-\nstaged`;
    expect(printed(text).words.slice(-2)).toEqual(['multi', 'staged']);
    expect(printed('multi-\nstaged').words).toEqual(['multi-\nstaged']);
  });

  it('end a sentence only where a line would go on with another', () => {
    expect(printed('The firms are:\nA and B; they\nsell chips.\nMore is to come.').sentences).toEqual([
      'The firms are:\nA and B; they\nsell chips.',
      'More is to come.',
    ]);
  });

  it('of any text: words keep their order, overlap nowhere and hold what they hold elsewhere', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        const blocks = plainBlocks(text);
        const { words } = segment(text, blocks, 'en', { isPrinted: true });
        for (let at = 1; at < words.length; at++)
          expect(words[at]).toBeGreaterThanOrEqual(words[at - 1] ?? 0);
        const letters = (pieces: readonly string[]) => pieces.join('').replace(/[-\u00ad\u2010]\n/g, '');
        const plain = slices(text, segment(text, blocks, 'en').words);
        expect(letters(slices(text, words)).replace(/\u00ad/g, '')).toBe(
          plain.join('').replace(/\u00ad/g, ''),
        );
      }),
    );
  });
});

describe('languages', () => {
  it('are named canonically, with the version of ICU', () => {
    const { language, icu, notices } = segment('a', plainBlocks('a'), 'EN-gb');
    expect([language, icu, notices]).toEqual(['en-GB', process.versions['icu'], []]);
  });

  it('that are none are replaced and told of; unknown ones are kept', () => {
    const wrong = segment('a b', plainBlocks('a b'), 'not a tag');
    expect(wrong.language).toBe('und');
    expect(wrong.notices).toEqual(['“not a tag” is no language tag; words were found by general rules.']);
    expect(segment('a b', plainBlocks('a b'), 'tlh')).toMatchObject({ language: 'tlh', notices: [] });
  });

  it('have a limit of words', () => {
    expect(() => segment('a b c', plainBlocks('a b c'), 'en', { most: 2 })).toThrow(/more than 2 words/);
  });
});
