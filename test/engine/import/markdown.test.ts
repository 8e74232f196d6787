import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/engine/import/markdown/read.ts';

const text = (source: string) => readMarkdown(source).text;

/** Blocks as one line each: kind, level where there is one, text. */
function blocks(source: string): string[] {
  const made = readMarkdown(source);
  return made.blocks.map(({ kind, level, start, end }) =>
    [kind + (level === null ? '' : ` ${level}`), made.text.slice(start, end)].join(': '),
  );
}

/** Marks as kind, what they cover, and target. */
function marks(source: string): string[][] {
  const made = readMarkdown(source);
  return made.blocks.flatMap((block) =>
    (block.marks ?? []).map(({ kind, start, end, target }) => {
      expect(start).toBeGreaterThanOrEqual(block.start);
      expect(end).toBeLessThanOrEqual(block.end);
      return [kind, made.text.slice(start, end), ...(target === undefined ? [] : [target])];
    }),
  );
}

describe('lists', () => {
  it('keep their numbers as printed', () => {
    expect(text('3. a\n3. b\n7. c')).toBe('3. a\n3. b\n7. c');
    expect(text('1) a\n2) b')).toBe('1) a\n2) b');
    expect(text('007. bond')).toBe('007. bond');
    expect(text('  10.   ten\n  11.\televen')).toBe('10. ten\n11. eleven');
  });

  it('keep numbers behind bullets, and numbers behind numbers', () => {
    expect(blocks('- 1. a\n- 2. b')).toEqual(['list_item 2: 1. a', 'list_item 2: 2. b']);
    expect(text('1. 2) a')).toBe('1. 2) a');
  });

  it('show bullets by their kind and depth, not as text', () => {
    expect(blocks('- a\n  - b\n    * c\n+ d')).toEqual([
      'list_item 1: a',
      'list_item 2: b',
      'list_item 3: c',
      'list_item 1: d',
    ]);
  });

  it('are no lists where the number is a year or larger', () => {
    expect(blocks('2025. Something\n2026. Else')).toEqual(['paragraph: 2025. Something\n2026. Else']);
    expect(blocks('123456789) x')).toEqual(['paragraph: 123456789) x']);
    expect(blocks('- 2025. a')).toEqual(['list_item 1: 2025. a']);
    expect(blocks('1000. 2000. 3000. a')).toEqual(['paragraph: 1000. 2000. 3000. a']);
    expect(blocks('999. a')).toEqual(['list_item 1: 999. a']);
    expect(text('    2025. code')).toBe('2025. code');
    expect(text('```\n2025. code\n```')).toBe('2025. code');
  });

  it('are joined by LF when tight, by a blank line when loose', () => {
    expect(text('1. a\n2. b\n   - c\n\np')).toBe('1. a\n2. b\nc\n\np');
    expect(text('1. a\n\n2. b')).toBe('1. a\n\n2. b');
  });

  it('give later paragraphs of an item the kind of what they stand in', () => {
    expect(blocks('1. a\n\n   b')).toEqual(['list_item 1: 1. a', 'paragraph: b']);
    expect(blocks('> - a\n>\n>   b')).toEqual(['list_item 1: a', 'quote 1: b']);
  });

  it('lose no number whatever follows it', () => {
    expect(blocks('4.')).toEqual(['list_item 1: 4.']);
    expect(blocks('4. ```\n   x\n   ```')).toEqual(['list_item 1: 4.', 'code: x']);
    expect(blocks('4. # H')).toEqual(['heading 1: 4. H']);
    expect(blocks('4. > q')).toEqual(['quote 1: 4. q']);
    expect(blocks('4. <div>')).toEqual(['list_item 1: 4. <div>']);
  });

  it('keep the boxes of tasks', () => {
    expect(text('- [x] a\n- [ ] b\n1. [X] c')).toBe('[x] a\n[ ] b\n\n1. [x] c');
  });
});

describe('inline', () => {
  it('shows link texts and keeps targets as marks', () => {
    expect(text('See [the *plan*](https://a.example/b "title").')).toBe('See the plan.');
    expect(marks('See [the *plan*](https://a.example/b "title").')).toEqual([
      ['link', 'the plan', 'https://a.example/b'],
      ['emphasis', 'plan'],
    ]);
    expect(marks('[a](#)')).toEqual([['link', 'a', '#']]);
  });

  it('shows reference links whose definitions come later, and drops the definitions', () => {
    expect(text('[a][r] and [r]\n\n[r]: /u')).toBe('a and r');
    expect(marks('[a][r]\n\n[r]: /u')).toEqual([['link', 'a', '/u']]);
    expect(readMarkdown('a\n\n[r]: /u').notices).toEqual([
      'One link definition that nothing refers to is not shown.',
    ]);
  });

  it('keeps autolinks, alternative texts, raw HTML and comments visible', () => {
    expect(text('<https://a.example> and www.b.example, <x@c.example>')).toBe(
      'https://a.example and www.b.example, x@c.example',
    );
    expect(text('![a chart](c.png)')).toBe('a chart');
    expect(readMarkdown('![a](b) ![c](d)').notices).toEqual([
      '2 images are not shown; their alternative texts are.',
    ]);
    expect(text('a <b>c</b> <!-- d -->')).toBe('a <b>c</b> <!-- d -->');
    expect(blocks('<div>\nraw & <i>x</i>\n</div>')).toEqual(['paragraph: <div>\nraw & <i>x</i>\n</div>']);
    expect(blocks('<script>alert(1)</script>')).toEqual(['paragraph: <script>alert(1)</script>']);
  });

  it('marks styles, and leaves malformed ones as they are', () => {
    expect(marks('*a* **b** ~~c~~ `d`')).toEqual([
      ['emphasis', 'a'],
      ['strong', 'b'],
      ['strike', 'c'],
      ['code', 'd'],
    ]);
    expect(text('1. Do it.** Then **more')).toBe('1. Do it.** Then **more');
    expect(text('2 * 3 * 4, a_b_c, ~5% to ~6%')).toBe('2 * 3 * 4, a_b_c, ~5% to ~6%');
  });

  it('decodes references and escapes as a reader sees them, and lets none bring in what text may not hold', () => {
    expect(text('\\$10 &copy; &#8211; \\*x\\* &amp;lt;')).toBe('$10 © – *x* &lt;');
    expect(text('a&#0;b&#13;c&#12;d&#xD800;e')).toBe('a\ufffdb\nc d\ufffde');
  });

  it('keeps line breaks, soft and hard, as LF', () => {
    expect(text('a\nb  \nc\\\nd')).toBe('a\nb\nc\nd');
  });

  it('keeps the tabs of tab-separated lines, empty cells at both ends included', () => {
    expect(text('Key\tA\tB\nx\t1\t\n\t2\t\nlast\t\t')).toBe('Key\tA\tB\nx\t1\t\n\t2\t\nlast\t\t');
    expect(text('wrapped\n\tindented')).toBe('wrapped\nindented');
  });
});

describe('blocks', () => {
  it('are headings of six levels, set either way', () => {
    expect(blocks('# A #\n###### F\nB\n===\nC\n---\n####### G')).toEqual([
      'heading 1: A',
      'heading 6: F',
      'heading 1: B',
      'heading 2: C',
      'paragraph: ####### G',
    ]);
  });

  it('are quotes by depth, code verbatim, and no rules', () => {
    expect(blocks('> a\n> > b\n\n***\n\n    x\n     y\n\n~~~js\nz\n\n\nw\n~~~')).toEqual([
      'quote 1: a',
      'quote 2: b',
      'code: x\n y',
      'code: z\n\n\nw',
    ]);
  });

  it('are table cells joined by TAB, rows by LF', () => {
    const { text: made, blocks: cells } = readMarkdown(
      '| a | b |\n|---|---|\n| *c* | |\n| | d \\| e |\n\nafter\n\n|x|\n|-|',
    );
    expect(made).toBe('a\tb\nc\t\n\td | e\n\nafter\n\nx');
    expect(cells.map(({ cell }) => cell && [cell.table, cell.row, cell.column])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 2, 1],
      undefined,
      [1, 0, 0],
    ]);
  });

  it('are footnotes with their label, where they stand', () => {
    expect(blocks('a[^n].\n\n[^n]: Note\n\n    more\n\nb')).toEqual([
      'paragraph: a[n].',
      'footnote: [n] Note',
      'footnote: more',
      'paragraph: b',
    ]);
    expect(text('a[^missing]')).toBe('a[^missing]');
  });

  it('are ended by form feeds, which are blocks of one unit', () => {
    expect(blocks('a\fb\n\f\f# C\n\n```\nx\n\fy\n```')).toEqual([
      'paragraph: a',
      'page_break: \f',
      'paragraph: b',
      'page_break: \f',
      'page_break: \f',
      'heading 1: C',
      'code: x',
      'page_break: \f',
      'code: y',
    ]);
  });

  it('are separated by blank lines and nothing else', () => {
    expect(text('\n\n# A\nb\n\n\n\nc\n')).toBe('A\n\nb\n\nc');
  });
});
