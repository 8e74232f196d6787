import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/engine/import/markdown/read.ts';
import { readWord } from './docx-make.ts';
import { linesOf, marksOf, readPage } from './html-read.ts';

const MARKDOWN = `# Plan

Trust **matters**, *really*.[^1] See [the site](https://a.example/?x=1).

## Steps

1. First
2. Second
   - small
   - smaller
3. Third

| Key | Value |
| --- | --- |
| a |  |
| b | 2 |

After~~wards~~.

[^1]: A *note*.
`;

const HTML = `<!doctype html><html lang="en"><head><title>Not text</title></head><body>
<h1>Plan</h1>
<p>Trust <strong>matters</strong>, <em>really</em>.<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>
See <a href="https://a.example/?x=1">the site</a>.</p>
<h2>Steps</h2>
<ol>
<li>First</li>
<li>Second
<ul><li>small</li><li>smaller</li></ul></li>
<li>Third</li>
</ol>
<table><thead><tr><th>Key</th><th>Value</th></tr></thead><tbody><tr><td>a</td><td></td></tr><tr><td>b</td><td>2</td></tr></tbody></table>
<p>After<del>wards</del>.</p>
<section role="doc-endnotes"><hr><ol><li id="fn1"><p>A <em>note</em>.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>
</body></html>`;

function wordDocument(): Document {
  const item = (text: string, reference: string, level: number) =>
    new Paragraph({ text, numbering: { reference, level } });
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  return new Document({
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
            { level: 1, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START },
          ],
        },
      ],
    },
    footnotes: {
      1: {
        children: [
          new Paragraph({
            children: [new TextRun('A '), new TextRun({ text: 'note', italics: true }), new TextRun('.')],
          }),
        ],
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Plan', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('Trust '),
              new TextRun({ text: 'matters', bold: true }),
              new TextRun(', '),
              new TextRun({ text: 'really', italics: true }),
              new TextRun('.'),
              new FootnoteReferenceRun(1),
              new TextRun(' See '),
              new ExternalHyperlink({ children: [new TextRun('the site')], link: 'https://a.example/?x=1' }),
              new TextRun('.'),
            ],
          }),
          new Paragraph({ text: 'Steps', heading: HeadingLevel.HEADING_2 }),
          item('First', 'steps', 0),
          item('Second', 'steps', 0),
          item('small', 'steps', 1),
          item('smaller', 'steps', 1),
          item('Third', 'steps', 0),
          new Table({ rows: [row('Key', 'Value'), row('a', ''), row('b', '2')] }),
          new Paragraph({
            children: [new TextRun('After'), new TextRun({ text: 'wards', strike: true }), new TextRun('.')],
          }),
        ],
      },
    ],
  });
}

describe('the same document', () => {
  it('has the same text, blocks and marks as Markdown, as a web page and as a Word document', async () => {
    const markdown = { ...readMarkdown(MARKDOWN), extractor: '', encoding: '' };
    const page = readPage(HTML);
    const word = await readWord(new Uint8Array(await Packer.toBuffer(wordDocument())));
    expect(page.text).toBe(markdown.text);
    expect(linesOf(page)).toEqual(linesOf(markdown));
    expect(marksOf(page)).toEqual(marksOf(markdown));
    expect(page.blocks).toEqual(markdown.blocks);
    expect(word.text).toBe(markdown.text);
    expect(word.blocks).toEqual(markdown.blocks);
    expect([page.notices, word.notices]).toEqual([[], []]);
  });
});
