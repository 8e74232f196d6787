import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTaguette } from '../../../src/engine/exchange/taguette/read.ts';
import { TaguetteText, textNodes } from '../../../src/engine/exchange/taguette/text.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { codingsOf, collect, foreign, importInto, readWild, SAMPLES } from './foreign-kit.ts';

const SAMPLE = join(SAMPLES, 'taguette/sample-project.sqlite3');

const SCHEMA = `
CREATE TABLE users (login VARCHAR(30) PRIMARY KEY, created DATETIME);
CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME);
CREATE TABLE project_members (project_id INTEGER, user_login VARCHAR(30), privileges VARCHAR(11));
CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);
CREATE TABLE commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30), project_id INTEGER, document_id INTEGER, payload TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);`;

const HTML =
  '<h1>Grids &amp; limits</h1>\n<p>The <b>gr</b>id 🙂 is the limit — é.</p>\n<ol><li>First point</li><li>The grid again</li></ol>\n<p>Said twice: the grid. <i>The</i> end.</p>';

/** @returns the bytes at which words stand among the text nodes, counted by hand */
function bytes(words: string, html = HTML): { start_offset: number; end_offset: number } {
  const text = textNodes(html);
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`${words} is not in the text`);
  const start = Buffer.byteLength(text.slice(0, at));
  return { start_offset: start, end_offset: start + Buffer.byteLength(words) };
}

const command = (login: string, payload: unknown, date = '2024-07-12 14:00:00.000001') => ({
  date,
  user_login: login,
  project_id: 2,
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
});

const added = (highlight: number, tags: number[]) => ({
  type: 'highlight_add',
  highlight_id: highlight,
  tags,
});

const ROWS = {
  projects: [
    { id: 1, name: 'Older', description: '', created: '2020-01-01 00:00:00.000000' },
    { id: 2, name: 'Grids', description: 'All of them.', created: '2024-06-21 14:53:48.297396' },
  ],
  project_members: [
    { project_id: 2, user_login: 'a', privileges: 'ADMIN' },
    { project_id: 2, user_login: 'b', privileges: 'TAG' },
  ],
  documents: [
    { id: 1, name: 'Old', description: '', filename: 'old.txt', project_id: 1, contents: '<p>Old</p>' },
    {
      id: 2,
      name: 'Plan',
      description: 'A plan.',
      filename: 'plan.pdf',
      created: '2024-06-21 18:14:58.622705',
      project_id: 2,
      contents: HTML,
    },
    { id: 3, name: 'Empty', description: '', filename: 'empty.docx', project_id: 2, contents: '<p> </p>' },
  ],
  tags: [
    { id: 1, project_id: 2, path: 'open: grid', description: 'About nets.' },
    { id: 2, project_id: 2, path: 'limit.hard', description: '' },
    { id: 3, project_id: 1, path: 'old', description: '' },
  ],
  highlights: [
    {
      id: 1,
      document_id: 2,
      ...bytes('grid 🙂 is the limit'),
      snippet: '<p><b>gr</b>id 🙂 is the limit</p>',
    },
    {
      id: 2,
      document_id: 2,
      ...bytes('First pointThe grid again'),
      snippet: '<ol><li>First point</li><li>The grid again</li></ol>',
    },
    // Three bytes too far, as after an edit; what it read is known.
    {
      id: 3,
      document_id: 2,
      start_offset: bytes('é').start_offset + 3,
      end_offset: bytes('é').end_offset + 3,
      snippet: '<p>é</p>',
    },
    { id: 4, document_id: 2, ...bytes('The end'), snippet: '' },
    { id: 5, document_id: 2, start_offset: 9000, end_offset: 9010, snippet: '' },
    { id: 6, document_id: 99, start_offset: 0, end_offset: 3, snippet: '' },
  ],
  highlight_tags: [
    { highlight_id: 1, tag_id: 1 },
    { highlight_id: 1, tag_id: 2 },
    { highlight_id: 2, tag_id: 1 },
    { highlight_id: 3, tag_id: 2 },
    { highlight_id: 3, tag_id: 77 },
    { highlight_id: 5, tag_id: 1 },
  ],
  commands: [
    command('a', added(1, [1])),
    command('b', added(1, [1, 2]), '2024-07-12 15:00:00.000002'),
    command('b', added(2, [9])),
    command('a', { type: 'tag_merge', src_tag_id: 9, dest_tag_id: 1 }),
    command('a', 'no JSON'),
    command('a', '[]'),
    command('a', added(3, [2])),
  ],
};

const made = (rows: NonNullable<Parameters<typeof foreign>[2]> = ROWS) =>
  foreign(join(tempFolder(), 'taguette.sqlite3'), SCHEMA, rows);

describe('a project of Taguette', () => {
  test('has its highlights where their bytes say, with their tags by whoever gave them', async () => {
    const found = await collect(readTaguette, made());
    expect(found.of('project')).toMatchObject([
      { tool: 'Taguette', title: 'Grids', description: 'All of them.' },
    ]);
    expect(found.of('code').map(({ name, definition, parentId }) => [name, definition, parentId])).toEqual([
      ['limit.hard', '', null],
      ['open: grid', 'About nets.', null],
    ]);
    expect(codingsOf(found)).toEqual([
      { title: 'Plan', words: 'grid 🙂 is the limit', code: 'open: grid', coder: 'a' },
      { title: 'Plan', words: 'grid 🙂 is the limit', code: 'limit.hard', coder: 'b' },
      { title: 'Plan', words: 'é', code: 'limit.hard', coder: 'a' },
      { title: 'Plan', words: 'First point\n2. The grid again', code: 'open: grid', coder: 'b' },
    ]);
    const plan = found.document('Plan');
    expect([plan.fileName, plan.read.mediaType, Buffer.from(plan.read.bytes).toString()]).toEqual([
      'plan.html',
      'text/html',
      HTML,
    ]);
    expect(plan.passages.find(({ codings }) => codings.length === 0)?.comment).toBe(
      'Highlighted in Taguette without a tag.',
    );
    expect(found.of('memo')).toMatchObject([{ body: 'A plan.', about: { kind: 'document', id: plan.id } }]);
    expect(found.said.map((line) => line.replace(/ \(.*/s, ''))).toEqual([
      'left: The database holds more than one project and the newest was read: export the others from Taguette one by one.',
      'mended: A selection did not stand where the file says and was found by its quote.',
      'left: A highlight has a tag that the project does not list.',
      'kept: A highlight without a tag became a passage with a comment.',
      'left: A selection holds no words and was left out.',
      'left: A document without words, or too large to be read, was left out.',
      'left: A highlight belongs to a document that is not in the file.',
    ]);
  });

  test('of an older version names its commands otherwise, of a newer has tags under tags', async () => {
    const old = await collect(
      readTaguette,
      made({
        ...ROWS,
        commands: [
          command('a', { type: 'highlight_add', id: 1, tags: [1] }),
          command('b', { type: 'highlight_add', id: 2, tags: [9] }),
          command('a', { type: 'tag_merge', src: 9, dest: 1 }),
        ],
      }),
    );
    const by = (code: string) =>
      codingsOf(old)
        .filter((one) => one.code === code && one.coder !== '')
        .map(({ words, coder }) => [words, coder]);
    expect(by('open: grid')).toEqual([
      ['grid 🙂 is the limit', 'a'],
      ['First point\n2. The grid again', 'b'],
    ]);
    const newer = foreign(
      join(tempFolder(), 'newer.sqlite3'),
      SCHEMA.replace(
        'path VARCHAR(200), description TEXT)',
        'path VARCHAR(200), description TEXT, parent_id INTEGER)',
      ),
      {
        ...ROWS,
        tags: [
          { id: 1, project_id: 2, path: 'open: grid', description: '', parent_id: 2 },
          { id: 2, project_id: 2, path: 'limit.hard', description: '', parent_id: null },
          { id: 4, project_id: 2, path: 'round', description: '', parent_id: 4 },
        ],
      },
    );
    const found = await collect(readTaguette, newer);
    const names = new Map(found.of('code').map(({ id, name }) => [id, name]));
    expect(found.of('code').map(({ name, parentId }) => [names.get(parentId ?? ''), name])).toEqual([
      [undefined, 'limit.hard'],
      ['limit.hard', 'open: grid'],
      [undefined, 'round'],
    ]);
  });

  test('comes into a project, and a second time changes nothing', async () => {
    const [project, path] = [await newProject(), made()];
    expect((await importInto(project, path)).came).toMatchObject({
      documents: 1,
      codes: 2,
      coders: 2,
      codings: 4,
      memos: 1,
    });
    expect((await importInto(project, path)).step).toBeNull();
  });

  test('may hold anything in any column', async () => {
    expect(await readWild(readTaguette, made)).toBeGreaterThan(20);
  });

  test('without any project is refused', async () => {
    await expect(collect(readTaguette, made({}))).rejects.toThrow('holds no project');
  });
});

test('words of any page are found by their bytes, and stand in our text the same but for white space', async () => {
  const words = fc.constantFrom(
    'alpha',
    'é',
    '🙂',
    'be&amp;ta',
    'ﬁn',
    'a',
    '1.',
    '<b>bold</b>',
    '<br>',
    '中文',
  );
  const block = fc
    .tuple(
      fc.constantFrom('p', 'h2', 'li', 'td', 'blockquote'),
      fc.array(words, { minLength: 1, maxLength: 6 }),
    )
    .map(([tag, parts]) => {
      const inside = `<${tag}>${parts.join(' ')}</${tag}>`;
      if (tag === 'li') return `<ul>${inside}</ul>`;
      return tag === 'td' ? `<table><tbody><tr>${inside}</tr></tbody></table>` : inside;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      async (blocks, a, b) => {
        const html = blocks.join('\n');
        const nodes = [...textNodes(html)];
        const [from, to] = [a % (nodes.length + 1), b % (nodes.length + 1)].toSorted((x, y) => x - y) as [
          number,
          number,
        ];
        const selected = nodes.slice(from, to).join('');
        const text = await TaguetteText.from(html, 'en');
        fc.pre(text !== null && selected.trim() !== '');
        const size = (count: number) => Buffer.byteLength(nodes.slice(0, count).join(''));
        const { span } = text.place(size(from), size(to), '');
        const bare = (words: string) => words.replace(/\s+/g, '');
        expect(bare(text.read.reading.text.slice(span?.start, span?.end))).toBe(bare(selected));
      },
    ),
    { numRuns: 60 },
  );
});

test('a real project has all of its highlights on the words that Taguette cut out', async (context) => {
  if (!existsSync(SAMPLE)) return context.skip('the samples are not beside the repository');
  const found = await collect(readTaguette, SAMPLE);
  expect(found.said).toEqual([]);
  const db = new Database(SAMPLE, { readonly: true });
  const rows = db
    .prepare(
      `SELECT d.name AS title, h.snippet, t.path AS code FROM highlights h JOIN documents d ON d.id = h.document_id
       JOIN highlight_tags x ON x.highlight_id = h.id JOIN tags t ON t.id = x.tag_id`,
    )
    .all() as { title: string; snippet: string; code: string }[];
  db.close();
  // The second way: what Taguette itself cut out, without tags and entities.
  const bare = (words: string) =>
    words
      .replace(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, '');
  const expected = rows.map(({ title, snippet, code }) => `${title}|${code}|${bare(snippet)}`).toSorted();
  expect(expected).toHaveLength(24);
  expect(
    codingsOf(found)
      .map(({ title, code, words }) => `${title}|${code}|${bare(words)}`)
      .toSorted(),
  ).toEqual(expected);
  const project = await newProject();
  expect((await importInto(project, SAMPLE)).came).toMatchObject({ documents: 10, codings: 24, codes: 6 });
});
