import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingPathAt, outlineOf, sectionAt } from '../../src/text/outline.ts';
import { blockAt, blockIndexAt, blocksIn, paragraphAt, sentenceAt } from '../../src/text/places.ts';
import type { Block } from '../../src/text/reading.ts';

/** A text of headings (#, ##, …) and paragraphs, without the engine. */
function reading(lines: readonly string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const line of lines) {
    const [, marks = '', own = ''] = /^(#*) ?([\s\S]*)$/.exec(line) ?? [];
    if (text !== '') text += '\n\n';
    const kind = own === '\f' ? 'page_break' : marks ? 'heading' : 'paragraph';
    blocks.push({ kind, level: marks.length || null, start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text, blocks };
}

const plan = reading([
  'Preface.',
  '# One',
  'First. Second.',
  '### Deep',
  'Third.',
  '## Flat',
  '# Two',
  'Last.',
  '\f',
]);
const at = (words: string) => plan.text.indexOf(words);
const slice = (span: { start: number; end: number } | null) => span && plan.text.slice(span.start, span.end);

describe('blocks', () => {
  it('are found by any offset in them and by none between them', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3)), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.nat(400), (list, offset) => {
        let end = 0;
        const blocks = list.map(([length, gap]): Block => {
          const start = end + gap;
          end = start + length;
          return { kind: 'paragraph', level: null, start, end };
        });
        const index = blocks.findIndex((block) => block.start <= offset && offset < block.end);
        expect(blockIndexAt(blocks, offset)).toBe(index);
        expect(blockAt(blocks, offset)).toBe(blocks[index] ?? null);
        const span = { start: offset, end: offset + 5 };
        const touched = blocks.filter((block) => block.start < span.end && block.end > span.start);
        const { first, last } = blocksIn(blocks, span);
        expect(blocks.slice(first, last)).toEqual(touched);
      }),
    );
  });

  it('are the paragraphs of their offsets', () => {
    expect(slice(paragraphAt(plan.blocks, at('Second')))).toBe('First. Second.');
    expect(paragraphAt(plan.blocks, at('One') + 3)).toBeNull();
  });
});

describe('sentences', () => {
  it('are found by any offset in them and by none between them', () => {
    const start = at('First.');
    const sentences = Uint32Array.from([start, start + 6, start + 7, start + 14]);
    expect(slice(sentenceAt(sentences, start + 5))).toBe('First.');
    expect(sentenceAt(sentences, start + 6)).toBeNull();
    expect(slice(sentenceAt(sentences, start + 7))).toBe('Second.');
    expect(sentenceAt(sentences, start - 1)).toBeNull();
    expect(sentenceAt(sentences, start + 14)).toBeNull();
  });
});

describe('sections', () => {
  const outline = outlineOf(plan);

  it('run from a heading to the next of any level, and one without a heading comes first', () => {
    const sections = outline.map((section) => slice(section));
    expect(sections).toEqual(['Preface.', 'One\n\nFirst. Second.', 'Deep\n\nThird.', 'Flat', 'Two\n\nLast.']);
    expect(outline.map((section) => section.block)).toEqual([null, 1, 3, 5, 6]);
  });

  it('know the headings they stand under, levels skipped or not', () => {
    expect(headingPathAt(outline, at('Preface'))).toEqual([]);
    expect(headingPathAt(outline, at('Third'))).toEqual(['One', 'Deep']);
    expect(headingPathAt(outline, at('Flat'))).toEqual(['One', 'Flat']);
    expect(headingPathAt(outline, at('Last'))).toEqual(['Two']);
  });

  it('own the white space after them, and the first one what comes before it', () => {
    expect(sectionAt(outline, at('One') - 1)?.block).toBe(null);
    expect(sectionAt(outline, at('Deep') - 1)?.block).toBe(1);
    expect(sectionAt(outline, plan.text.length)?.block).toBe(6);
    expect(sectionAt(outlineOf({ text: '', blocks: [] }), 0)).toBeNull();
  });

  it('never overlap and leave no block out but page ends', () => {
    const lines = fc.array(fc.constantFrom('Text.', '# A', '## B', '### C', '\f'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (list) => {
        const made = reading(list);
        const sections = outlineOf(made);
        let end = -1;
        for (const section of sections) {
          expect(section.start).toBeGreaterThan(end);
          end = section.end;
        }
        for (const block of made.blocks.filter(({ kind }) => kind !== 'page_break')) {
          expect(sections.some(({ start, end: last }) => start <= block.start && block.end <= last)).toBe(
            true,
          );
        }
      }),
    );
  });
});
