import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listCoders } from '../../../src/engine/coders/read.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { renameProject } from '../../../src/engine/projects/state.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newStudy } from '../dataset/study.ts';
import { attributeOf, Page, textOf, writeFrom } from './kit.ts';
import { PICTURE } from './wish.ts';

test('the figures of the tables are those of the comparison, with absent and not judged told apart', async () => {
  const { project, codes } = await newStudy();
  const { path, ...written } = await writeFrom(project, 'out.html');
  const page = new Page(path);
  const table = compareTable(project.db, { columns: { by: 'document' }, rollUp: false });
  const shown = page.tables.find(({ caption }) => caption.includes('Codes by document'));
  expect(shown?.head).toEqual(['Code', ...table.columns.map(({ title }) => title), 'All']);
  const seen = new Set<string>();
  for (const [row, id] of table.codes.entries()) {
    if (id === codes.group) continue;
    for (const column of table.columns.keys()) {
      const cell = table.cells.find((each) => each.row === row && each.column === column);
      const expected = cell === undefined || cell.presence === null ? '·' : String(cell.spans);
      expect(shown?.rows[row]?.[column + 1], `${row}, ${column}`).toBe(expected);
      seen.add(expected);
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(['·', '0', '1']));
  expect(page.tables.length).toBe(written.tables);
  expect(page.tables.map(({ caption }) => /^Table (\d+)\. /.exec(caption)?.[1])).toEqual(
    page.tables.map((_, index) => String(index + 1)),
  );
  const cells = page.elements.filter((each) => attributeOf(each, 'scope') === 'row');
  expect(cells.length).toBe(page.tables.reduce((sum, { rows }) => sum + rows.length, 0));
});

test('there are as many quotes as places that SQL counts, each the exact words', async () => {
  const { project } = await newStudy();
  const { path, quotes } = await writeFrom(project, 'out.html');
  const [places] = project.db.all<{ n: number }>(sql`
    SELECT count(*) AS n FROM (
      SELECT DISTINCT c.code_id, a.version_id, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
      FROM codings c JOIN anchors a ON a.passage_id = c.passage_id JOIN versions v ON v.id = a.version_id
      WHERE a.status <> 'lost' AND v.number = (SELECT max(number) FROM versions w WHERE w.document_id = v.document_id))`);
  expect(quotes).toBe(places?.n);
  const page = new Page(path);
  const texts = project.db.all<{ body: string }>(sql`SELECT body FROM texts`).map(({ body }) => body);
  const quoted = page.named('blockquote').map(textOf);
  expect(quoted).toContain('𝒜 risk to rights');
  for (const quote of quoted) expect(texts.some((text) => text.includes(quote))).toBe(true);
  const regions = page.named('figcaption').filter((each) => textOf(each).startsWith('Part of page'));
  expect(quoted.length + regions.length).toBe(quotes);
});

test('quotes are cut where fewer were asked for, and the rest is counted', async () => {
  const { project, documents, codes } = await newStudy();
  const table = compareTable(project.db, { columns: { by: 'document' }, rollUp: false });
  const row = table.codes.indexOf(codes.safety);
  const column = table.columns.findIndex(({ id }) => id === documents.us);
  const all = table.cells.find((cell) => cell.row === row && cell.column === column)?.spans ?? 0;
  expect(all).toBeGreaterThan(1);
  const { path } = await writeFrom(project, 'out.html', {
    quotes: 1,
    sections: ['quotes'],
    scope: { ...EVERYTHING, documents: [documents.us], codes: [] },
  });
  const notes = new Page(path).named('p').map(textOf);
  expect(notes).toContain(
    `${all - 1} more ${all === 2 ? 'passage' : 'passages'} with this code in this document.`,
  );
});

const EVERYTHING = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

test('a scope narrows everything, and the report says so', async () => {
  const { project, documents } = await newStudy();
  const scope = { ...EVERYTHING, documents: [documents.us] };
  const { path } = await writeFrom(project, 'out.html', { scope });
  const page = new Page(path);
  const table = page.tables.find(({ caption }) => caption.includes('Codes by document'));
  expect(table?.head).toEqual(['Code', 'America, "first"', 'All']);
  expect(page.named('p').map(textOf).join('\n')).toContain('1 of 5 documents');
  expect(readFileSync(path, 'utf8')).not.toContain('Nobody owns this');
});

test('coders under pseudonyms are named nowhere', async () => {
  const { project, documents } = await newStudy();
  writeMemo(project, { kind: 'document', id: documents.us }, { title: 'A thought', body: 'Think.' });
  const names = listCoders(project.db).flatMap(({ kind, name }) => (kind === 'person' ? [name] : []));
  expect(names.length).toBeGreaterThan(1);
  const ben = listCoders(project.db).find(({ name }) => name.includes('Ben'));
  const scope = { ...EVERYTHING, coders: ben ? [ben.id] : [] };
  for (const asked of [{}, { scope }]) {
    const { path } = await writeFrom(project, 'out.html', { ...asked, pseudonyms: true });
    const text = new Page(path).named('body').map(textOf).join('');
    for (const name of names) expect(text).not.toContain(name);
    expect(text).toMatch(/coded by Coder \d/);
  }
});

test('nothing that anybody wrote becomes markup, runs or is fetched', async () => {
  const { project, documents } = await newStudy();
  renameProject(project, { title: '<script>alert(1)</script> & "co"\u0001\u202e' });
  project.write({ code: 'test.do', label: 'Name' }, [], ({ db }) =>
    db.run(
      sql`UPDATE documents SET title = ${'</title><img src=x onerror=alert(1)>'} WHERE id = ${idBytes(documents.us)}`,
    ),
  );
  writeMemo(
    project,
    { kind: 'project' },
    { title: '<svg onload=alert(1)>', body: 'a\u0000b <iframe src="//x">' },
  );
  const { path } = await writeFrom(project, 'out.html', { pictures: [PICTURE] });
  const page = new Page(path);
  expect(page.named('h1').map(textOf)).toEqual(['<script>alert(1)</script> & "co"\ufffd\u202e']);
  expect(page.named('script', 'iframe', 'svg', 'object', 'link', 'form')).toEqual([]);
  expect(page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))).toEqual([]);
  const sources = page.named('img').map((each) => attributeOf(each, 'src') ?? '');
  expect(sources).toHaveLength(1);
  expect(Buffer.from(sources[0]?.replace('data:image/svg+xml;base64,', '') ?? '', 'base64').toString()).toBe(
    PICTURE.svg,
  );
  const policy = page.named('meta').find((each) => attributeOf(each, 'http-equiv') !== undefined);
  expect(attributeOf(policy ?? page.named('html')[0] ?? never(), 'content')).toMatch(/^default-src 'none';/);
  for (const link of page.named('a')) expect(attributeOf(link, 'href')).toMatch(/^#/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  expect(readFileSync(path, 'utf8')).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
});

test('the contents lead to headings that are there, and ids are unique', async () => {
  const { project } = await newStudy();
  const { path } = await writeFrom(project, 'out.html');
  const page = new Page(path);
  const ids = page.elements.flatMap((each) => attributeOf(each, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const links = page.named('a').map((each) => attributeOf(each, 'href')?.slice(1) ?? '');
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) expect(ids).toContain(link);
});

test('the method notes count what the history holds', async () => {
  const { project } = await newStudy();
  const { path } = await writeFrom(project, 'out.html', { sections: ['method'] });
  const page = new Page(path);
  const table = page.tables.find(({ caption }) => caption.includes('Who coded'));
  const counted = project.db.all<{ name: string; codings: number }>(sql`
    SELECT name, (SELECT count(*) FROM codings WHERE coder_id = coders.id) AS codings FROM coders ORDER BY created_at, id`);
  expect(table?.rows.map(([name, , , codings]) => ({ name, codings: Number(codings) }))).toEqual(counted);
  const matrix = compareTable(project.db, { columns: { by: 'document' }, rollUp: false });
  const [all, present, absent, none] = (
    /^Of (\d+) pairs.* found in (\d+), is absent from (\d+), .* in (\d+)\.$/m
      .exec(page.named('p').map(textOf).join('\n'))
      ?.slice(1) ?? []
  ).map(Number);
  const with1 = matrix.cells.filter(({ presence }) => presence === 1).length;
  expect([present, (present ?? 0) + (absent ?? 0) + (none ?? 0)]).toEqual([with1, all]);
});

function never(): never {
  throw new Error('there is no such element');
}
