import { describe, expect, it } from 'vitest';
import { linesOf, readPage } from './html-read.ts';

const text = (source: string) => readPage(source).text;
const blocks = (source: string) => linesOf(readPage(source));

describe('a saved page', () => {
  const AROUND = '<header><a>Site</a></header><nav>Home About</nav>';
  const END = '<div role=dialog>We use cookies</div><footer>Imprint</footer>';

  it('is its main part, where that holds most of the words, and a notice tells what was left out', () => {
    const page = readPage(
      `${AROUND}<main><nav>Up</nav><h1>Plan</h1><p>one two three four five six seven</p></main><div>See also</div>${END}`,
    );
    expect(page.text).toBe('Plan\n\none two three four five six seven');
    expect(page.notices).toEqual([
      '10 words of the page around its text were left out (page header, navigation, dialogs, page footer, what stands beside the main part); the file is kept whole.',
    ]);
  });

  it('is its only article, but not one of many', () => {
    expect(text('<p>Teaser</p><article><header>By X</header><p>one two three</p></article>')).toBe(
      'By X\n\none two three',
    );
    expect(text('<article>a</article><article>b</article>')).toBe('a\n\nb');
  });

  it('is all but its furniture where nothing says what the text is', () => {
    expect(text(`${AROUND}<p>one two</p><main>x</main><p>three four</p>${END}`)).toBe(
      'one two\n\nx\n\nthree four',
    );
  });

  it('keeps a header that holds the title, a table of contents, and everything where there is nothing around', () => {
    const page = readPage('<header><h1>Plan</h1></header><nav role=doc-toc>Contents</nav><p>Text</p>');
    expect(page.text).toBe('Plan\n\nContents\n\nText');
    expect(page.notices).toEqual([]);
  });
});

describe('footnotes', () => {
  const expected = ['paragraph: Trust[1] grows.', 'footnote: [1] See p. 3.'];

  it.each([
    [
      'Pandoc',
      '<p>Trust<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> grows.</p><section role="doc-endnotes"><hr><ol><li id="fn1"><p>See p. 3.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ],
    [
      'GitHub',
      '<p>Trust<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup> grows.</p><section data-footnotes><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>See p. 3. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
    ],
    [
      'MediaWiki',
      '<p>Trust<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup> grows.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">See p. 3.</span></li></ol>',
    ],
    [
      'Word',
      '<p class=MsoNormal>Trust<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> grows.</p><div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> See p. 3.</p></div></div>',
    ],
    [
      'LibreOffice',
      '<p>Trust<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> grows.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See p. 3.</p></div>',
    ],
    [
      'Sphinx',
      '<p>Trust<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> grows.</p><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>See p. 3.</p></aside>',
    ],
    [
      'DocBook',
      '<p>Trust<a href="#ftn.idm9" class="footnote" name="idm9"><sup class="footnote">[1]</sup></a> grows.</p><div id="ftn.idm9" class="footnote"><p><a href="#idm9" class="para"><sup class="para">[1] </sup></a>See p. 3.</p></div>',
    ],
    ['by hand', '<p>Trust<sup><a href="#n1">1</a></sup> grows.</p><p id=n1><sup>1</sup> See p. 3.</p>'],
  ])('are found as %s writes them', (_, source) => {
    expect(blocks(source)).toEqual(expected);
  });

  it('keep their numbers where nothing refers to them', () => {
    expect(blocks('<p>a</p><ol><li role=doc-footnote>b</ol>')).toEqual(['paragraph: a', 'footnote: [1] b']);
  });

  it('are not every link inside the page', () => {
    expect(
      blocks('<p><a href="#s2">2</a></p><h2 id=s2>Second</h2><p>x<sup><a href="#s2">th</a></sup></p>'),
    ).toEqual(['paragraph: 2', 'heading 2: Second', 'paragraph: xth']);
  });
});

describe('encodings', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))));

  it('are what a page says they are, unless it is UTF-8', () => {
    const cyrillic = readPage(bytes('<meta charset="windows-1251"><p>', [0xcf, 0xeb, 0xe0, 0xed]));
    expect([cyrillic.text, cyrillic.encoding, cyrillic.notices]).toEqual(['План', 'windows-1251', []]);
    const header = '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><p>';
    expect(readPage(bytes(header, [0x90, 0x6c, 0x8d, 0x48])).text).toBe('人工');
    const utf8 = new TextEncoder().encode('<meta charset=iso-8859-1><p>é – 規則');
    expect([readPage(utf8).text, readPage(utf8).encoding]).toEqual(['é – 規則', 'utf-8']);
    expect(readPage(bytes('<!-- <meta charset=windows-1251> --><p>caf', [0xe9], ' au lait')).text).toBe(
      'café au lait',
    );
    expect(readPage(new Uint8Array(Buffer.from('\ufeff<p>Ü', 'utf16le'))).text).toBe('Ü');
  });
});

describe('the language', () => {
  it('is what the page says it is in, if it does', () => {
    expect(readPage('<html lang="pt-BR"><p>Plano').language).toBe('pt-BR');
    expect(readPage('<p>Plan').language).toBeUndefined();
  });
});
