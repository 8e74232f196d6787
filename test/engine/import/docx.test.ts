import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, type Parts, paragraph as p, run as r, readWord } from './docx-make.ts';
import { linesOf, marksOf } from './html-read.ts';

const read = async (parts: Parts | string) =>
  readWord(await documentOf(typeof parts === 'string' ? { body: parts } : parts));
const text = async (parts: Parts | string) => (await read(parts)).text;
const blocks = async (parts: Parts | string) => linesOf(await read(parts));

const style = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('headings', () => {
  it('are known by outline level and by the names of styles, inherited ones too', async () => {
    const styles = [
      style('H1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      style('Mine', 'Our chapter', '<w:basedOn w:val="H1"/>'),
      style('T', 'Title'),
      style('H9', 'heading 9'),
      style('Body', 'Body', '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('A', 'A', '<w:basedOn w:val="B"/>') + style('B', 'B', '<w:basedOn w:val="A"/>'),
    ].join('');
    const body = [
      p('title', styled('T')),
      p('one', styled('H1')),
      p('mine', styled('Mine')),
      p('nine', styled('H9')),
      p('direct', '<w:outlineLvl w:val="2"/>'),
      p('body', styled('Body')),
      p('circle', styled('A')),
      p('unknown', styled('Gone')),
    ].join('');
    expect(await blocks({ styles, body })).toEqual([
      'heading 1: title',
      'heading 1: one',
      'heading 1: mine',
      'heading 6: nine',
      'heading 3: direct',
      'paragraph: body',
      'paragraph: circle',
      'paragraph: unknown',
    ]);
  });

  it('are not the only styles with a meaning', async () => {
    const styles = style('Q', 'Intense Quote') + style('C', 'HTML Preformatted');
    const body = p('q', styled('Q')) + p('c', styled('C')) + p('d', styled('C'));
    expect(await text({ styles, body })).toBe('q\n\nc\nd');
    expect(await blocks({ styles, body })).toEqual(['quote 1: q', 'code: c', 'code: d']);
  });
});

describe('lists', () => {
  const level = (at: number, format: string, pattern: string, rest = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'upperRoman', '(%3)')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}${level(1, 'bullet', 'o')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Part %1', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/><w:isLgl/>')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
  ].join('');
  const item = (id: number, at: number, content: string) =>
    p(content, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

  it('show numbers as Word prints them', async () => {
    const body = [
      item(1, 0, 'one'),
      item(1, 1, 'a'),
      item(1, 1, 'b'),
      item(1, 2, 'deep'),
      item(1, 0, 'two'),
      item(1, 1, 'again'),
      p('between'),
      item(1, 0, 'three'),
      item(3, 0, 'five'),
      item(3, 0, ''),
      item(99, 0, 'no list'),
    ].join('');
    expect(await text({ numbering, body })).toBe(
      '1. one\na) a\nb) b\n(I) deep\n2. two\na) again\n\nbetween\n\n3. three\n\n5. five\n6.\n\nno list',
    );
  });

  it('show bullets by their kind and depth', async () => {
    const body = item(2, 0, 'a') + item(2, 1, 'b') + p('c');
    expect(await blocks({ numbering, body })).toEqual(['list_item 1: a', 'list_item 2: b', 'paragraph: c']);
  });

  it('stay one list around another that stands in it', async () => {
    const body = item(1, 0, 'a') + item(2, 1, 'b') + item(1, 0, 'c') + item(2, 0, 'd');
    expect(await text({ numbering, body })).toBe('1. a\nb\n2. c\n\nd');
  });

  it('number headings through their styles', async () => {
    const number = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>';
    const styles = style('H1', 'heading 1', number) + style('H2', 'heading 2', number);
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = [
      p('A', styled('H1')),
      p('B', styled('H2')),
      p('C', styled('H1')),
      p('D', styled('H2')),
      p('E', styled('H2') + off),
    ].join('');
    expect(await blocks({ numbering, styles, body })).toEqual([
      'heading 1: Part I A',
      'heading 2: 1.1 B',
      'heading 1: Part II C',
      'heading 2: 2.1 D',
      'heading 2: E',
    ]);
  });
});

describe('tables', () => {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  it('are joined by TAB and LF, spans and merged cells counted', async () => {
    const body = `${p('x')}<w:tbl>${row(cell(p('a'), '<w:vMerge w:val="restart"/>'), cell(p('b'), '<w:gridSpan w:val="2"/>'), cell(p('c')))}${row(
      cell(p(''), '<w:vMerge/>'),
      cell(p('d') + p('e')),
      cell(p('f')),
      cell(p(`${r('g')}<w:r><w:tab/></w:r>${r('h')}`)),
    )}</w:tbl>${p('y')}`;
    const made = await read(body);
    expect(made.text).toBe('x\n\na\tb\t\tc\n\td\ne\tf\tg h\n\ny');
    expect(made.blocks.map(({ cell: at }) => at && [at.row, at.column])).toEqual([
      undefined,
      [0, 0],
      [0, 1],
      [0, 3],
      [1, 1],
      [1, 2],
      [1, 3],
      undefined,
    ]);
  });

  it('are read as paragraphs where they are only a frame', async () => {
    const heading = p('H', '<w:outlineLvl w:val="1"/>');
    expect(await blocks(`<w:tbl>${row(cell(heading + p('a')))}</w:tbl>`)).toEqual([
      'heading 2: H',
      'paragraph: a',
    ]);
  });

  it('leave out rows that were deleted', async () => {
    const body = `<w:tbl>${row(cell(p('a')), cell(p('b')))}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(p('c'))}</w:tr></w:tbl>`;
    const made = await read(body);
    expect(made.text).toBe('a\tb');
    expect(made.notices).toEqual([
      'One tracked change: what was inserted is in the text, what was deleted is not.',
    ]);
  });
});

describe('notes', () => {
  const note = (kind: 'footnote' | 'endnote', id: number, content: string) =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${content}`)}`)}</w:${kind}>`;
  const at = (kind: 'footnote' | 'endnote', id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

  it('stand behind the text in the order of their marks, and only those that have one', async () => {
    const body = p(
      `${r('a')}${at('footnote', 7)}${r(' b')}${at('endnote', 1)}${r(' c')}${at('footnote', 2)}`,
    );
    const footnotes =
      '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
      note('footnote', 2, 'second') +
      note('footnote', 3, 'idle') +
      note('footnote', 7, 'first').replace('</w:footnote>', `${p('more')}</w:footnote>`);
    const endnotes = note('endnote', 1, 'end');
    expect(await blocks({ body, footnotes, endnotes })).toEqual([
      'paragraph: a[1] b[i] c[2]',
      'footnote: [1] first',
      'footnote: more',
      'footnote: [2] second',
      'footnote: [i] end',
    ]);
  });

  it('keep marks of their own and other numerals', async () => {
    const custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>';
    const footnotes = `<w:footnote w:id="2">${p('* star')}</w:footnote>${note('footnote', 3, 'letter')}`;
    const settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>';
    expect(await text({ body: p(r('x') + custom + at('footnote', 3)), footnotes, settings })).toBe(
      'x*[a]\n\n* star\n\n[a] letter',
    );
  });
});

describe('pages', () => {
  it('end where somebody broke them', async () => {
    const body = [
      p('a'),
      p('<w:r><w:br w:type="page"/></w:r>'),
      p(`${r('b')}<w:r><w:br w:type="page"/></w:r>${r('c')}`),
      p('d', '<w:pageBreakBefore/>'),
      p('e', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'),
      p('f', '<w:sectPr/>'),
      p('g'),
      '<w:sectPr/>',
    ].join('');
    expect(await text(body)).toBe('a\n\n\f\n\nb\n\n\f\n\nc\n\n\f\n\nd\n\ne\n\nf\n\n\f\n\ng');
  });
});

describe('any document', () => {
  const word = fc.stringMatching(/^[a-zäß規]{1,6}$/u);
  const { tree } = fc.letrec<{ tree: string; inline: string; block: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      word.map((each) => r(`${each} `)),
      word.map((each) => r(`${each} `, '<w:b/>')),
      fc.constant('<w:r><w:tab/></w:r><w:r><w:br/></w:r>'),
      fc.constant('<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>'),
      tie('inline').map((inner) => `<w:ins>${inner}</w:ins>`),
      tie('inline').map((inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`),
      fc.tuple(tie('inline'), tie('inline')).map((both) => both.join('')),
    ),
    block: fc.oneof(
      { maxDepth: 3 },
      tie('inline').map((inner) => `<w:p>${inner}</w:p>`),
      tie('inline').map((inner) => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${inner}</w:p>`),
      tie('block').map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
      fc
        .array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows) =>
          rows.map((cells) => `<w:tr>${cells.map((each) => `<w:tc>${each}</w:tc>`).join('')}</w:tr>`),
        )
        .map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`),
    ),
    tree: fc.array(tie('block'), { maxLength: 8 }).map((all) => all.join('')),
  }));

  it('shows all its words in order, in blocks that cover all but separators', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (body) => {
        const words = [...body.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, each]) => each?.trim());
        const made = await read(body);
        expect(made.text.split(/\s+/).filter((each) => each !== '')).toEqual(words);
        let end = 0;
        for (const block of made.blocks) {
          expect(made.text.slice(end, block.start)).toMatch(/^[\n\t]*$/);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        expect(end).toBe(made.text.length);
        marksOf(made);
      }),
    );
  });
});
