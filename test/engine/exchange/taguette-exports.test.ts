import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBook } from '../../../src/engine/exchange/codebook/read.ts';
import { readCodingsTable } from '../../../src/engine/exchange/codings-table/read.ts';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { recognise } from '../../../src/engine/exchange/recognise.ts';
import { readTaguette } from '../../../src/engine/exchange/taguette/read.ts';
import { workbook } from '../cases/workbook.ts';
import { tempFolder } from '../kit/project.ts';
import { landed, present, readText } from './annotations-kit.ts';

const PLAN = present('Plan', 'The grid 🙂 is the limit — é.\n\nSaid twice: the grid. The end.', 'plan.pdf');
const CONTEXT = {
  documents: [PLAN],
  codes: [{ id: '11111111-1111-4111-8111-111111111111', path: ['Barriers', 'open: grid'] }],
};

/** What a highlight is to Taguette: the HTML that was cut out, the name of its document, its tags. */
interface Highlight {
  readonly snippet: string;
  readonly document: string;
  readonly tags: readonly string[];
}

const HIGHLIGHTS: readonly Highlight[] = [
  { snippet: '<p>grid 🙂 <b>is</b> the limit</p>', document: 'Plan', tags: ['open: grid', 'a, b'] },
  { snippet: '<p>Said</p><hr/><p> twice</p>', document: 'Plan', tags: ['limit.hard'] },
  { snippet: '<p>The end.</p>', document: 'Plan', tags: [] },
  { snippet: '<p>Somewhere</p>', document: 'Another', tags: ['open: grid'] },
];

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The page as Taguette's template makes it, white space and all. */
function page(
  highlights: readonly Highlight[],
  { title = 'Taguette highlights', labels = ['Document:', 'Tags:'] } = {},
): string {
  const parts = highlights.map(
    ({ snippet, document, tags }) => `
    ${snippet}
    <p>
      <strong>${labels[0]}</strong> ${escaped(document)}
      <strong>${labels[1]}</strong>${tags.map((tag) => `\n        ${escaped(tag)}`).join(',')}
    </p>`,
  );
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="UTF-8">
    <title>${title}</title>
    <style>
      h1 {
        margin-bottom: 1em;
      }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
${parts.join('\n    <hr>\n')}
  </body>
</html>
`;
}

const read = (content: string) => readText(readTaguette, content, CONTEXT, 'all_tags.html');

const LANDED = [
  { title: 'Plan', words: 'grid 🙂 is the limit', code: 'Barriers / open: grid' },
  { title: 'Plan', words: 'grid 🙂 is the limit', code: 'a, b' },
  { title: 'Plan', words: 'Said twice', code: 'limit.hard' },
  { title: 'Plan', words: 'The end.', comment: 'Highlighted without a tag.' },
];

describe('what Taguette exports beside its projects', () => {
  test('highlights as a page come to the documents of the project, in any language', async () => {
    for (const labels of [undefined, ['Documento :', 'Étiquettes :']]) {
      const found = await read(page(HIGHLIGHTS, labels && { labels, title: 'Extraits Taguette : open' }));
      expect(await landed(found, CONTEXT)).toEqual(LANDED);
      expect(found.of('project')).toMatchObject([{ tool: 'Taguette', title: 'all_tags' }]);
      expect(found.said).toContain(
        'left: An annotation is about a document that the project does not have. (Another)',
      );
    }
  });

  test('highlights as a workbook do the same', async () => {
    const cells = (values: readonly string[]) =>
      `<row>${values.map((value) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`).join('')}</row>`;
    const rows = HIGHLIGHTS.flatMap(({ snippet, document, tags }, index) =>
      (tags.length === 0 ? [''] : tags).map((tag) =>
        cells([String(index), document, tag, snippet.replace(/<[^>]*>/g, '')]),
      ),
    );
    const bytes = workbook({ rows: cells(['id', 'document', 'tag', 'content']) + rows.join('') });
    const path = join(tempFolder(), 'all_tags.xlsx');
    writeFileSync(path, bytes);
    expect(await recognise(path)).toBe('codings-table');
    const found = await readText(readCodingsTable, bytes, CONTEXT, 'all_tags.xlsx');
    expect(await landed(found, CONTEXT)).toEqual(LANDED);
  });

  test('a workbook that is none, or has other columns, is refused in a sentence', async () => {
    const refused = (bytes: Uint8Array) => readText(readCodingsTable, bytes, CONTEXT, 'a.xlsx');
    await expect(refused(workbook({ rows: '' }))).rejects.toThrow('“a.xlsx” holds no table.');
    const other = '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>';
    await expect(refused(workbook({ rows: other }))).rejects.toThrow('no column for the document');
    await expect(refused(Buffer.from('PK\u0003\u0004 no more'))).rejects.toThrow(ExchangeError);
  });

  test('a page is known by what it says, and another refused', async () => {
    const at = (content: string) => {
      const path = join(tempFolder(), 'page.html');
      writeFileSync(path, content);
      return recognise(path);
    };
    expect(await at(page(HIGHLIGHTS))).toBe('taguette');
    // Before version 1.0 the title was empty.
    expect(await at('<title></title><h1>Taguette highlights: a</h1>')).toBe('taguette');
    await expect(at('<title>A plan</title><p>About the town Taguette</p>')).rejects.toThrow('as a document');
    await expect(read('<title>Taguette highlights</title><p>Words</p>')).rejects.toThrow(
      '“all_tags.html” holds no highlights',
    );
    await expect(read('')).rejects.toThrow('empty');
  });

  test('a document with its highlights brings those that can be told apart', async () => {
    const marks = (words: string) => `<span class="highlight">${words}</span>`;
    const tags = (...names: string[]) => `<span class="taglist"> [${names.join(', ')}]</span>`;
    const document = (contents: string) =>
      `<!DOCTYPE html><html><head><meta charset="UTF-8"><style> .highlight {\n background-color: #ff0;\n } </style><title>Plan</title></head><body><h1>Plan</h1>\n${contents}\n</body></html>`;
    const contents = `<p>The ${marks('grid 🙂 is')}${tags('open: grid', 'net')} the ${marks('limit — ')}${marks('<b>é</b>')}${tags('a')}${marks('.')}${tags('b')}</p>
<p>Said twice: the ${marks('grid')}${tags()}. ${marks('The end.')}${tags('c')}${tags('d')}</p>`;
    const path = join(tempFolder(), 'plan.html');
    writeFileSync(path, document(contents));
    expect(await recognise(path)).toBe('taguette');
    const found = await read(document(contents));
    expect(await landed(found, CONTEXT)).toEqual([
      { title: 'Plan', words: 'grid 🙂 is', code: 'Barriers / open: grid' },
      { title: 'Plan', words: 'grid 🙂 is', code: 'net' },
      // The second of the two, by what stands around it.
      { title: 'Plan', words: 'grid', comment: 'Highlighted without a tag.' },
      { title: 'Plan', words: 'The end.', code: 'c' },
      { title: 'Plan', words: 'The end.', code: 'd' },
    ]);
    const [passage] = found.of('passages');
    const at = (await PLAN.text()).lastIndexOf('grid');
    expect(passage?.passages[1]?.place).toEqual({ start: at, end: at + 4 });
    expect(found.said).toContainEqual(
      expect.stringMatching(/^left: Highlights that overlap or touch .*\(Plan: limit — é\.\)$/),
    );
    // Taguette's first versions gave no tags.
    const old = await read(document(`<p>The ${marks('grid 🙂')} is</p>`));
    expect(await landed(old, CONTEXT)).toEqual([
      { title: 'Plan', words: 'grid 🙂', comment: 'Highlighted without a tag.' },
    ]);
  });

  test('tags survive whatever they are called', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/\p{C}|\s/gu, ' ').trim())
      .filter((text) => text !== '' && !text.endsWith(','));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), async (tags) => {
        const found = await read(page([{ snippet: '<p>The grid</p>', document: 'Plan', tags }]));
        const codes = (await landed(found, { ...CONTEXT, codes: [] })).map(
          (one) => 'code' in one && one.code,
        );
        expect(codes.map((code) => code || 'open: grid')).toEqual(tags);
      }),
      { numRuns: 100 },
    );
  });

  test('its table of tags is a codebook', async () => {
    const path = join(tempFolder(), 'codebook.csv');
    writeFileSync(
      path,
      'tag,parent,description,number of highlights\r\ngrid,,About nets.,3\r\ngrid.hard,grid,,1\r\n',
    );
    const { codes } = await readBook(path);
    const names = new Map(codes.map(({ id, name }) => [id, name]));
    expect(
      codes.map(({ name, parentId, definition }) => [name, names.get(parentId ?? ''), definition]),
    ).toEqual([
      ['grid', undefined, 'About nets.'],
      ['grid.hard', 'grid', ''],
    ]);
  });
});
