import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/engine/import/errors.ts';
import { linesOf, marksOf, readPage } from './html-read.ts';

const text = (source: string) => readPage(source).text;
const blocks = (source: string) => linesOf(readPage(source));
const marks = (source: string) => marksOf(readPage(source));

describe('blocks', () => {
  it('are headings, paragraphs and the text between them', () => {
    expect(blocks('<h1>A</h1>one<p>two</p>three<div>four<div>five</div>six</div><h6>F</h6>')).toEqual([
      'heading 1: A',
      'paragraph: one',
      'paragraph: two',
      'paragraph: three',
      'paragraph: four',
      'paragraph: five',
      'paragraph: six',
      'heading 6: F',
    ]);
    expect(text('<p>a</p><p>b</p>')).toBe('a\n\nb');
    expect(blocks('<div role=heading aria-level=3>A</div>')).toEqual(['heading 3: A']);
    expect(blocks('<details><summary>More</summary>Shown</details>')).toEqual([
      'paragraph: More',
      'paragraph: Shown',
    ]);
    expect(
      blocks('<dl><dt>T</dt><dd>D</dd></dl><figure><img alt=x><figcaption>C</figcaption></figure>'),
    ).toEqual(['paragraph: T', 'paragraph: D', 'paragraph: x', 'paragraph: C']);
  });

  it('are quotes by depth, and code with its white space', () => {
    expect(blocks('<blockquote><p>a</p><blockquote>b</blockquote></blockquote>')).toEqual([
      'quote 1: a',
      'quote 2: b',
    ]);
    const code = readPage('<pre><code>  a <b>b</b>\n\n\tc\n</code></pre>');
    expect(linesOf(code)).toEqual(['code:   a b\n\n\tc']);
    expect(marksOf(code)).toEqual([['strong', 'b']]);
    expect(blocks('<pre>a\n\fb</pre>')).toEqual(['code: a', 'page_break: \f', 'code: b']);
  });

  it('are no empty ones', () => {
    expect(blocks('<p></p><p>&nbsp;</p><p> \n</p><hr><p>a</p><ul></ul>')).toEqual(['paragraph: a']);
  });

  it('end where two line breaks follow each other, and where the page is to be broken', () => {
    expect(text('a<br>b<br><br>c<br>')).toBe('a\nb\n\nc');
    expect(blocks('a<br><br>b')).toEqual(['paragraph: a', 'paragraph: b']);
    expect(blocks("<p>a</p><br clear=all style='page-break-before:always'><p>b</p>")).toEqual([
      'paragraph: a',
      'page_break: \f',
      'paragraph: b',
    ]);
  });
});

describe('lists', () => {
  it('show numbers as printed, and bullets by their kind', () => {
    expect(text('<ol><li>a<li>b</ol>')).toBe('1. a\n2. b');
    expect(text('<ol start=3><li>a<li value=7>b<li>c</ol>')).toBe('3. a\n7. b\n8. c');
    expect(text('<ol reversed><li>a<li>b</ol>')).toBe('2. a\n1. b');
    expect(text('<ol type=a start=26><li>a<li>b</ol><ol type=I start=4><li>c</ol>')).toBe(
      'z. a\naa. b\n\nIV. c',
    );
    expect(text('<ol style="list-style-type: lower-roman"><li>a<li style="list-style:none">b</ol>')).toBe(
      'i. a\nb',
    );
    expect(blocks('<ul><li>a<ul><li>b</ul><li>c</ul>')).toEqual([
      'list_item 1: a',
      'list_item 2: b',
      'list_item 1: c',
    ]);
  });

  it('are joined by LF when tight, by a blank line when their items hold paragraphs', () => {
    expect(text('<p>x</p><ul><li>a<ol><li>b</ol><li>c</ul><p>y</p>')).toBe('x\n\na\n1. b\nc\n\ny');
    expect(text('<ol><li><p>a</p><p>b</p><li><p>c</p></ol>')).toBe('1. a\n\nb\n\n2. c');
    expect(blocks('<blockquote><ul><li><p>a</p><p>b</p></ul></blockquote>')).toEqual([
      'list_item 1: a',
      'quote 1: b',
    ]);
  });

  it('lose no number whatever follows it', () => {
    expect(blocks('<ol><li></li><li><h2>H</h2>t<li><pre>c</pre><li><table><tr><td>x</table></ol>')).toEqual([
      'list_item 1: 1.',
      'heading 2: 2. H',
      'paragraph: t',
      'list_item 1: 3.',
      'code: c',
      'list_item 1: 4.',
      'table_cell: x',
    ]);
  });

  it('keep the boxes of tasks', () => {
    expect(text('<ul><li><input type=checkbox checked disabled> a<li><input type=checkbox> b</ul>')).toBe(
      '[x] a\n[ ] b',
    );
  });
});

describe('tables', () => {
  it('are joined by TAB and LF, captions before them', () => {
    const page = readPage(
      '<table><caption>C</caption><thead><tr><th>A<th>B<tbody><tr><td><td>2<tr><td><p>x</p><p>y</p><td>z</table>end',
    );
    expect(page.text).toBe('C\n\nA\tB\n\t2\nx\ny\tz\n\nend');
    expect(page.blocks.map(({ cell }) => cell && [cell.table, cell.row, cell.column])).toEqual([
      undefined,
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
      [0, 2, 0],
      [0, 2, 1],
      undefined,
    ]);
  });

  it('count spans, and take no claim for more than it can be', () => {
    const page = readPage(
      '<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td colspan=9999999 rowspan=0>g<td>h</table>',
    );
    expect(page.text).toBe(`a\tb\t\tc\n\td\te\tf\ng${'\t'.repeat(20)}h`);
    expect(page.blocks.map(({ cell }) => cell?.column)).toEqual([0, 1, 3, 1, 2, 3, 0, 100]);
  });

  it('are read as sections where they only lay out a page', () => {
    expect(blocks('<table><tr><td><h1>A</h1><p>b</p><td><table><tr><td>1<td>2</table></table>')).toEqual([
      'heading 1: A',
      'paragraph: b',
      'table_cell: 1',
      'table_cell: 2',
    ]);
    expect(blocks('<table role=presentation><tr><td>a<td>b</table>')).toEqual([
      'paragraph: a',
      'paragraph: b',
    ]);
  });

  it('hold lists as lines', () => {
    expect(text('<table><tr><td>x<ol><li>a<li>b</ol><td>y</table>')).toBe('x\n1. a\n2. b\ty');
  });
});

describe('inline', () => {
  it('collapses white space as a browser does, and keeps what is no white space', () => {
    expect(text('<p> a \n\t b <b> c </b> d&nbsp;\u200be&shy;f </p>')).toBe('a b c d\u00a0\u200be\u00adf');
    expect(text('<p>a<span> </span><i>b</i> <br> c</p>')).toBe('a b\nc');
    expect(text('a&#13;b &amp;lt; &#0;&#xD800;')).toBe('a b &lt; \ufffd\ufffd');
  });

  it('marks styles without the space beside them, and links with their target as written', () => {
    expect(
      marks('<p><b>a </b><i>b</i> <del>c</del><code>d</code> <a href="x?y&amp;z#">e <em>f</em></a><a>g</a>'),
    ).toEqual([
      ['strong', 'a'],
      ['emphasis', 'b'],
      ['strike', 'c'],
      ['code', 'd'],
      ['link', 'e f', 'x?y&z#'],
      ['emphasis', 'f'],
    ]);
    expect(marks('<b><p>a</p><p>b</p></b>')).toEqual([
      ['strong', 'a'],
      ['strong', 'b'],
    ]);
  });

  it('shows alternative texts and quotation marks', () => {
    const page = readPage(
      '<p><img src=https://x.example/t.gif alt="a chart"> <q>b <q>c</q></q><iframe src=x></iframe>',
    );
    expect(page.text).toBe('a chart “b ‘c’”');
    expect(page.notices).toEqual([
      'One image is not shown; its alternative text is.',
      'One embedded page, film, sound or drawing is not shown.',
    ]);
  });
});

describe('what is not shown', () => {
  it('is no text', () => {
    const hidden = [
      '<script>bad()</script>',
      '<style>p{}</style>',
      '<noscript>bad</noscript>',
      '<template><p>bad</p></template>',
      '<svg><text>bad</text></svg>',
      '<object>bad</object>',
      '<p hidden>bad</p>',
      '<p style="color:red; display : none">bad</p>',
      '<span aria-hidden=true>bad</span>',
      '<select><option>bad</select>',
      '<textarea>bad</textarea>',
      '<button>bad</button>',
      '<span class="x sr-only">bad</span>',
      '<!-- bad -->',
    ];
    for (const markup of hidden) expect(text(`<title>bad</title><p>good</p>${markup}`)).toBe('good');
  });

  it('is not what a dialog covers, what is only to be found, or what waits for a script to show it all', () => {
    expect(text('<body style="visibility:hidden"><p>good</p>')).toBe('good');
    expect(text('<div aria-hidden=true><p>good</p></div><p hidden=until-found>too</p>')).toBe('good\n\ntoo');
  });
});

describe('hostile pages', () => {
  const refusal = (source: string) => {
    try {
      readPage(source);
    } catch (error) {
      if (error instanceof ImportError) return [error.code, error.message];
      throw error;
    }
    throw new Error('It was read.');
  };

  it('are refused in one sentence where they nest without end', () => {
    for (const tag of ['div', 'span', 'blockquote', 'table><tr><td', 'ul><li', 'b']) {
      expect(refusal(`<${tag}>`.repeat(20_000))).toEqual([
        'too_complex',
        'The page nests its elements more than 1,024 deep: save it again from a browser, or as plain text.',
      ]);
    }
  });

  it('are read in linear time where repairing them could multiply', () => {
    expect(text(`<table>${'<i>x</i>'.repeat(5_000)}`)).toHaveLength(5_000);
    expect(text(`<table>${'<i>x</i> '.repeat(5_000)}`)).toContain('x');
    expect(text(`<p title="${'y'.repeat(1_000_000)}">a`)).toBe('a');
    expect(text('&amp'.repeat(100_000))).toHaveLength(100_000);
    expect(text(`<table><tr><td>a${'<br>'.repeat(100_000)}b`)).toBe('a\n\nb');
    expect(text(`<pre>a${'<br>'.repeat(100_000)}b`)).toHaveLength(100_002);
  });

  it('are read where they nest deeply but not without end', () => {
    expect(text(`${'<blockquote>'.repeat(1_000)}a`)).toBe('a');
    expect(blocks(`${'<ul><li>'.repeat(500)}a`)).toEqual(['list_item 99: a']);
  });

  it('show what they hold where their markup is broken', () => {
    expect(text('</p></b></table><td>a<li>b</ol><h1>c')).toBe('a\n\nb\n\nc');
  });
});

describe('any page', () => {
  const word = fc.stringMatching(/^[a-zäß規0-9]{1,6}$/u).filter((each) => each !== '');
  const tag = fc.constantFrom(
    ...['p', 'div', 'span', 'b', 'i', 'a', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'h2', 'blockquote', 'pre'],
    ...['section', 'code', 'dl', 'dd', 'caption', 'font', 'q', 'br', 'hr', 'aside', 'sup'],
  );
  const piece = fc.oneof(
    word.map((each) => ` ${each} `),
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
  );

  it('shows all its words in order, however malformed it is, in blocks that cover all but separators', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), word, (pieces, last) => {
        // A table moves what may not stand in it to before itself, so that only a page without one keeps its order.
        const source = `${pieces.join('')} ${last}`;
        const { text: read, blocks: found } = readPage(source);
        const words = pieces.filter((each) => !each.startsWith('<')).map((each) => each.trim());
        const shown = found.map(({ start, end }) => read.slice(start, end)).join(' ');
        const rest = shown.replace(/[“”‘’]/g, ' ').split(/\s+/);
        let at = -1;
        for (const each of [...words, last]) {
          const next = source.includes('<table>')
            ? rest.findIndex((candidate) => candidate.endsWith(each))
            : rest.findIndex((candidate, index) => index > at && candidate.endsWith(each));
          expect(next).toBeGreaterThan(-1);
          at = Math.max(at, next);
        }
        let end = 0;
        for (const block of found) {
          expect(read.slice(end, block.start)).toMatch(/^[\n\t]*$/);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        expect(end).toBe(read.length);
      }),
      { numRuns: 300 },
    );
  });
});
