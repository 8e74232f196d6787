import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type KeptHead,
  keptReadingJson,
  keptReadingOf,
  readKeptReading,
} from '../../../src/engine/exchange/refi/kept-reading.ts';
import { EXTRACTORS } from '../../../src/engine/import/extractors.ts';
import { type ReadFile, readSource } from '../../../src/engine/import/read-source.ts';
import { isWithin } from '../../../src/text/offsets.ts';
import { documentOf, paragraph, run } from '../import/docx-make.ts';
import { smallPdf } from '../kit/pages.ts';
import { readPieces, writeFile, zipped } from './refi-read-kit.ts';
import { exportRefi, newWhole } from './refi-write-kit.ts';

vi.setConfig({ testTimeout: 120_000 });

const MARKDOWN = `# Law 🙂

Some *words* with a [link](https://example.org) and ~~more~~.

1. first
   - within

> said

| a | b |
| - | - |
| 1 | 2 |

\`\`\`
code
\`\`\`
`;
const HTML = '<h2>Law</h2><p>One <b>word</b> &amp; more.<ul><li>item</ul><table><tr><td>a<td>b</table>';

const FILES = {
  markdown: Buffer.from(MARKDOWN),
  html: Buffer.from(HTML),
  plain: Buffer.from('\uFEFFOne.\r\n\r\nTwo 🙂.\f\r\nThree.'),
  pdf: smallPdf(['Page one of the law.', 'Page two of it.']),
  docx: await documentOf({ body: `${paragraph('Law')}${paragraph(run('words', '<w:b/>'))}` }),
} as const;

const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

const headOf = ({ reading, sha256 }: ReadFile): KeptHead => ({
  extractor: reading.extractor,
  original: sha256,
  text: hash(reading.text),
});

const jsonOf = (read: ReadFile): string =>
  [...keptReadingJson(headOf(read), read.reading.blocks, read.reading.pages ?? [])].join('');

const readAll = () =>
  Promise.all(
    Object.entries(FILES).map(([format, bytes]) =>
      readSource({ bytes, format: format as keyof typeof FILES, language: 'en' }),
    ),
  );

test('every parser names the way of reading by which its readings are believed', async () => {
  for (const [format, bytes] of Object.entries(FILES)) {
    const name = format as keyof typeof FILES;
    const { reading } = await readSource({ bytes, format: name, language: 'en' });
    expect(reading.extractor).toBe(EXTRACTORS[name]);
  }
});

test('blocks and pages of every kind come back as the parser gave them', async () => {
  for (const read of await readAll()) {
    const { text, blocks, pages = [] } = read.reading;
    const back = readKeptReading(jsonOf(read), headOf(read), text);
    expect(back?.blocks).toEqual(blocks);
    expect(back?.pages.map((page) => ({ ...page, glyphs: Buffer.from(page.glyphs) }))).toEqual(
      pages.map((page) => ({ ...page, glyphs: Buffer.from(page.glyphs) })),
    );
  }
});

test('of another file, text or way of reading it is nothing', async () => {
  for (const read of await readAll()) {
    const head = headOf(read);
    for (const other of [
      { ...head, extractor: 'markdown-0' },
      { ...head, original: '0'.repeat(64) },
      { ...head, text: '0'.repeat(64) },
    ])
      expect(readKeptReading(jsonOf(read), other, read.reading.text)).toBeNull();
  }
});

/** One value of a JSON text made another: a number, a word or a list, wherever it stands. */
const changed = (json: string, at: number, into: unknown): string => {
  let index = 0;
  const values = (JSON.stringify(JSON.parse(json)).match(/-?\d+(\.\d+)?|null|"[^"]*"(?!:)/g) ?? []).length;
  return JSON.stringify(JSON.parse(json)).replace(/-?\d+(\.\d+)?|null|"[^"]*"(?!:)/g, (value) =>
    index++ === at % values ? JSON.stringify(into) : value,
  );
};

test('whatever is changed in it, what is believed fits the text', async () => {
  const files = await readAll();
  const value = fc.oneof(
    fc.integer({ min: -5, max: 200 }),
    fc.double(),
    fc.constantFrom(null, '', 'heading', 'page_break', 'link', 'AAAA', 'x'.repeat(64), 1e9, [], {}),
  );
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), value, (read, at, into) => {
      const { text } = read.reading;
      const back = readKeptReading(changed(jsonOf(read), at, into), headOf(read), text);
      if (back === null) return;
      let from = 0;
      for (const block of back.blocks) {
        expect(isWithin(text, block) && block.start >= from).toBe(true);
        for (const mark of block.marks ?? [])
          expect(isWithin(text, mark) && mark.start >= block.start && mark.end <= block.end).toBe(true);
        from = block.end;
      }
      back.pages.forEach((page, index) => {
        expect(page.number === index + 1 && isWithin(text, page)).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('damaged JSON, blocks out of order, through a character or beyond the text, and letters of other pages are nothing', async () => {
  const [markdown, , , pdf] = await readAll();
  if (!markdown || !pdf) throw new Error('nothing was read');
  const { text } = markdown.reading;
  const head = headOf(markdown);
  const withBlocks = (blocks: unknown) => JSON.stringify({ format: 1, ...head, blocks, pages: [] });
  const block = { kind: 'paragraph', level: null, start: 0, end: 3 };
  expect(readKeptReading(withBlocks([block]), head, text)).not.toBeNull();
  const smile = text.indexOf('🙂');
  for (const blocks of [
    [block, block],
    [{ ...block, end: text.length + 1 }],
    [{ ...block, start: smile + 1, end: smile + 3 }],
    [{ ...block, level: 1 }],
    [{ ...block, kind: 'heading' }],
    [{ ...block, kind: 'heading', level: 7 }],
    [{ ...block, kind: 'chapter' }],
    [{ ...block, cell: { table: 0, row: 0, column: 0 } }],
    [{ ...block, marks: [{ kind: 'strong', start: 1, end: 5 }] }],
    [{ ...block, marks: [{ kind: 'strong', start: 1, end: 2, target: 'x' }] }],
    'none',
  ])
    expect(readKeptReading(withBlocks(blocks), head, text), JSON.stringify(blocks)).toBeNull();
  expect(readKeptReading(jsonOf(markdown).slice(0, -4), head, text)).toBeNull();
  expect(readKeptReading('[]', head, text)).toBeNull();
  const kept = JSON.parse(jsonOf(pdf)) as { pages: Record<string, unknown>[] };
  const [first, second] = kept.pages;
  for (const pages of [
    [second],
    [{ ...first, glyphs: second?.['glyphs'] }, second],
    [{ ...first, glyphs: 'AAAA' }, second],
    [{ ...first, width: 0 }, second],
    [first, first],
  ])
    expect(readKeptReading(JSON.stringify({ ...kept, pages }), headOf(pdf), pdf.reading.text)).toBeNull();
});

/** An export with the kept reading of one document made another, read again. */
async function readWith(change: (json: string) => string) {
  const { project, documents } = await newWhole();
  const { files } = await exportRefi(project);
  const name = `sources/${keptReadingOf(documents.markdown).toUpperCase()}.json`;
  const json = files.get(name)?.toString('utf8') ?? '';
  expect(JSON.parse(json)).toMatchObject({ extractor: EXTRACTORS.markdown });
  const parts = Object.fromEntries([...files, [name, Buffer.from(change(json))]]);
  const pieces = await readPieces(writeFile(await zipped(parts), 'changed.qdpx'));
  const document = pieces.of('document').find(({ id }) => id === documents.markdown);
  return { said: pieces.said(), kinds: document?.read.reading.blocks.map(({ kind }) => kind) };
}

test('a project takes the reading that it has, and parses the original where that says nothing or something else', async () => {
  const parsed = await readWith((json) => json);
  expect(parsed.kinds).toContain('heading');
  const taken = await readWith((json) =>
    json.replace('"kind":"heading","level":1', '"kind":"paragraph","level":null'),
  );
  expect(taken.kinds).toEqual(parsed.kinds?.map((kind) => (kind === 'heading' ? 'paragraph' : kind)));
  for (const change of [
    () => '',
    (json: string) => json.replace(EXTRACTORS.markdown, 'markdown-0'),
    (json: string) => json.replace('"kind":"heading"', '"kind":"chapter"'),
  ])
    expect(await readWith(change)).toEqual(parsed);
});
