import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/engine/import/manifest.ts';

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'colligo-manifest-'));
  folder = join(root, 'study');
  mkdirSync(join(folder, 'texts.md'), { recursive: true });
  mkdirSync(join(folder, 'sub'));
  for (const name of ['study/a.md', 'study/sub/b.txt', 'study/c.odt', 'outside.md'])
    writeFileSync(join(root, name), 'Text.');
  symlinkSync(join(root, 'outside.md'), join(folder, 'link.md'));
  symlinkSync(root, join(folder, 'up'));
  symlinkSync(join(folder, 'a.md'), join(folder, 'inner.md'));
});

afterAll(() => rmSync(root, { recursive: true }));

function manifest(content: unknown) {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readManifest(path);
}

/** The complaint about a single entry. */
async function complaint(entry: unknown): Promise<string> {
  const [row] = await manifest([entry]);
  return row && 'message' in row ? row.message : 'none';
}

describe('a manifest', () => {
  it('gives what it says of its texts', async () => {
    const entry = {
      ...{
        id: 'north',
        file: 'a.md',
        title: 'Plan',
        jurisdiction: 'Northland',
        issuer: 'Ministry',
        date: '2025-07',
      },
      ...{ kind: 'national', language: 'en', licence: 'CC BY 4.0', sha256: 'AB'.repeat(32), pages: 12 },
    };
    expect(await manifest({ plans: [entry] })).toEqual([
      {
        name: 'a.md',
        source: {
          path: join(folder, 'a.md'),
          format: 'markdown',
          title: 'Plan',
          key: 'north',
          case: 'Northland',
          language: 'en',
          sha256: 'ab'.repeat(32),
          attributes: {
            issuer: 'Ministry',
            kind: 'national',
            date: '2025-07',
            language: 'en',
            licence: 'CC BY 4.0',
          },
        },
      },
    ]);
  });

  it('may be an array, or an object with plans or documents, and leave out everything but the file', async () => {
    const expected = [
      { name: 'sub/b.txt', source: { path: join(folder, 'sub/b.txt'), format: 'plain', attributes: {} } },
    ];
    const bare = { file: 'sub/b.txt', title: '', issuer: null };
    for (const shape of [[bare], { plans: [bare] }, { documents: [bare], about: 'x' }]) {
      expect(await manifest(shape)).toEqual(expected);
    }
    expect(await manifest(`\ufeff${JSON.stringify([bare])}`)).toEqual(expected);
  });

  it('takes numbers for text, and case for jurisdiction', async () => {
    expect(
      await manifest([{ file: 'a.md', id: 7, date: 2025, case: 'North', license: 'MIT' }]),
    ).toMatchObject([{ source: { key: '7', case: 'North', attributes: { date: '2025', licence: 'MIT' } } }]);
  });
});

describe('an entry that is wrong', () => {
  it('says what is wrong, and does not hold up the others', async () => {
    const rows = await manifest([{ file: 'a.md' }, { file: 'gone.md' }, 'nonsense', { file: 'sub/b.txt' }]);
    expect(rows.map((row) => ('source' in row ? 'source' : row.state))).toEqual([
      'source',
      'failed',
      'failed',
      'source',
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['a.md', 'gone.md', 'Entry 3', 'sub/b.txt']);
  });

  it.each([
    [{ file: 'gone.md' }, 'The manifest names this file, but it is not there: put it beside the manifest.'],
    [{ file: 'texts.md' }, 'The manifest names this file, but it is not there: put it beside the manifest.'],
    [
      { file: 'c.odt' },
      'Only .pdf, .docx, .html, .md, .txt, .png, .jpg, .gif, .webp and .bmp files can be read: convert the file first.',
    ],
    [{ title: 'Plan' }, 'In the manifest, “file” must name the file of the text: correct it.'],
    [
      { file: 'a.md', date: 'July 2025' },
      'In the manifest, “date” must be a date such as 2025, 2025-07 or 2025-07-26: correct it.',
    ],
    [
      { file: 'a.md', language: 'plain English' },
      'In the manifest, “language” must be a language tag such as en or pt-BR: correct it.',
    ],
    [{ file: 'a.md', sha256: 'abc' }, 'In the manifest, “sha256” must be 64 hexadecimal digits: correct it.'],
    [{ file: 'a.md', title: ['x'] }, 'In the manifest, “title” must be text: correct it.'],
    [7, 'In the manifest, entry 1 must be an object with the facts of one text: correct it.'],
    [null, 'In the manifest, entry 1 must be an object with the facts of one text: correct it.'],
  ])('%j', async (entry, message) => {
    expect(await complaint(entry)).toBe(message);
  });

  it.each(['2025-13', '2025-00', '2025-02-30', '2025-7', '25', '2025-06-31', '2025-07-26T00:00'])(
    'has no date %s',
    async (date) => {
      expect(await complaint({ file: 'a.md', date })).toContain('must be');
    },
  );

  it.each(['2024-02-29', '2025-12', '1999'])('has a date %s', async (date) => {
    expect(await complaint({ file: 'a.md', date })).toBe('none');
  });

  it.each([
    '../outside.md',
    'sub/../../outside.md',
    'sub\\..\\..\\outside.md',
    '/etc/hosts.txt',
    'C:\\texts\\a.md',
    '\\\\server\\share\\a.md',
    'a.md\0.md',
    'link.md',
    'up/outside.md',
  ])('may not lead out of its folder: %j', async (file) => {
    expect(await complaint({ file })).toBe(
      'The manifest names a file outside its own folder: move the file beside the manifest.',
    );
  });

  it('may follow a link that stays inside', async () => {
    expect(await complaint({ file: 'inner.md' })).toBe('none');
  });

  it('may not use an id twice', async () => {
    const rows = await manifest([
      { file: 'a.md', id: 'x' },
      { file: 'sub/b.txt', id: 'x' },
    ]);
    expect(rows[1]).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('the id “x” more than once'),
    });
  });
});

describe('a file that is no manifest', () => {
  it.each([
    ['{ nonsense', 'The manifest is not valid JSON: check the file with an editor that knows JSON.'],
    ['{"name": "package"}', /^This JSON file lists no texts/],
    ['7', /^This JSON file lists no texts/],
    ['null', /^This JSON file lists no texts/],
    ['[]', 'The manifest lists no texts: add some.'],
    [`[${'{},'.repeat(10_001)}{}]`, 'The manifest lists more than 10,000 texts: split it.'],
    [
      `"${'x'.repeat(9 * 1024 * 1024)}"`,
      'This JSON file is too large for a list of texts: choose the manifest.',
    ],
  ])('is one failed row', async (content, message) => {
    expect(await manifest(content)).toEqual([
      { name: 'manifest.json', state: 'failed', message: expect.stringMatching(message) },
    ]);
  });

  it('may be gone', async () => {
    expect(await readManifest(join(folder, 'none.json'))).toMatchObject([{ state: 'failed' }]);
  });
});
