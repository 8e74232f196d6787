import { describe, expect, it } from 'vitest';
import { documentOf, type Parts, paragraph as p, run as r, readWord } from './docx-make.ts';
import { linesOf, marksOf } from './html-read.ts';

const read = async (parts: Parts | string) =>
  readWord(await documentOf(typeof parts === 'string' ? { body: parts } : parts));
const text = async (parts: Parts | string) => (await read(parts)).text;
const blocks = async (parts: Parts | string) => linesOf(await read(parts));

describe('inline', () => {
  it('marks styles over runs, without the space at their ends', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>';
    const body = p(
      [
        r('a ', '<w:b/>'),
        r('b ', '<w:b w:val="1"/><w:i/>'),
        r('c', '<w:b w:val="false"/>'),
        r('d', '<w:rStyle w:val="S"/>'),
        r('e', '<w:rStyle w:val="S"/><w:b w:val="0"/><w:dstrike/>'),
        r('f', '<w:rStyle w:val="V"/>'),
      ].join(''),
    );
    const made = await read({ styles, body });
    expect(made.text).toBe('a b cdef');
    expect(marksOf(made)).toEqual([
      ['strong', 'a b'],
      ['emphasis', 'b'],
      ['strong', 'd'],
      ['strike', 'e'],
      ['code', 'f'],
    ]);
  });

  it('keeps links as marks, whether elements or fields, and shows the results of fields only', async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      [
        `<w:hyperlink r:id="L">${r('a')}</w:hyperlink>`,
        `<w:hyperlink w:anchor="ch1">${r('b')}</w:hyperlink>`,
        field(' HYPERLINK "https://c.example/" ', r('c') + field('PAGEREF x', r('4'))),
        field(' HYPERLINK \\l "ch2" ', r('d')),
        field('PAGE', r('12')),
        `<w:fldSimple w:instr="DATE">${r(' May')}</w:fldSimple>`,
        // Word hides the fields of an index.
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "x"</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
        r(' end'),
      ].join(''),
    );
    const made = await read({ body, links: { L: 'https://a.example/?x=1&amp;y=2' } });
    expect(made.text).toBe('abc4d12 May end');
    expect(marksOf(made)).toEqual([
      ['link', 'a', 'https://a.example/?x=1&y=2'],
      ['link', 'b', '#ch1'],
      ['link', 'c4', 'https://c.example/'],
      ['link', 'd', '#ch2'],
    ]);
  });

  it('keeps tabs, breaks, hyphens and symbols', async () => {
    const body = p(
      `${r('a')}<w:r><w:tab/></w:r>${r('b')}<w:r><w:br/></w:r>${r('c')}<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>${r('d')}<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Webdings" w:char="F021"/></w:r><w:r><w:t> e </w:t></w:r>`,
    );
    expect(await text(body)).toBe('a\tb\nc\u2011\u00addα✓\ufffde');
  });

  it('keeps formulas and readings in one line, and shows alternative texts', async () => {
    const formula =
      '<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    const ruby = `<w:r><w:ruby><w:rt>${r('かん')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r>`;
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="a chart"/></wp:inline></w:drawing></w:r>';
    const made = await read(p(formula + ruby + picture));
    expect(made.text).toBe('x=1/2漢(かん)a chart');
    expect(made.notices).toEqual(['One image is not shown; its alternative text is.']);
  });

  it('keeps the text of boxes, once, behind the paragraph that holds them', async () => {
    const box = (content: string) => `<v:textbox><w:txbxContent>${p(content)}</w:txbxContent></v:textbox>`;
    const body =
      p(
        `${r('a')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('in')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('in')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' b')}`,
      ) + p('c');
    expect(await text(body)).toBe('a b\n\nin\n\nc');
  });
});

describe('what was changed', () => {
  it('is read as if it were accepted, and told', async () => {
    const body = [
      p(
        `${r('a')}<w:ins w:id="1">${r(' new')}</w:ins><w:del w:id="2"><w:r><w:delText> old</w:delText></w:r></w:del>`,
      ),
      p(`${r('b')}<w:moveFrom w:id="3">${r(' gone')}</w:moveFrom>`, '<w:rPr><w:del w:id="4"/></w:rPr>'),
      p(' c'),
      p(r('seen') + r(' hidden', '<w:vanish/>')),
      p(`${r('d')}<w:r><w:commentReference w:id="1"/></w:r>`),
      p('open', '<w:rPr><w:del w:id="4"/></w:rPr>'),
    ].join('');
    const made = await read({ body, header: p('Draft') });
    expect(made.text).toBe('a new\n\nb c\n\nseen\n\nd\n\nopen');
    expect(made.notices).toEqual([
      'Headers and footers of the pages are not part of the text; the file is kept whole.',
      '3 tracked changes: what was inserted is in the text, what was deleted is not.',
      'One comment is not part of the text.',
      'One piece of hidden text is not part of the text.',
    ]);
  });
});

describe('a paragraph whose end was deleted', () => {
  it('takes the style of the one that it goes on in', async () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const deleted = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>';
    const body =
      p(deleted, `<w:outlineLvl w:val="0"/>${gone}`) +
      p('body') +
      p('a', gone) +
      p('b', '<w:outlineLvl w:val="1"/>');
    expect(await blocks(body)).toEqual(['paragraph: body', 'heading 2: ab']);
  });
});
