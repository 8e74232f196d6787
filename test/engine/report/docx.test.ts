import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { renameProject } from '../../../src/engine/projects/state.ts';
import { writeReport } from '../../../src/engine/report/write-report.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { newStudy } from '../dataset/study.ts';
import { tempFolder } from '../kit/project.ts';
import { Page, readDocx, textOf, writeFrom } from './kit.ts';
import { WHOLE } from './wish.ts';

test('every part is well-formed, is declared, and has the one date', async () => {
  const { project } = await newStudy();
  renameProject(project, { title: '<w:p> & "co"\u0001\u000b\ufffe \ud800' });
  const { parts, xmlOf } = await readDocx((await writeFrom(project, 'out.docx')).path);
  expect(xmlOf('docProps/core.xml')).toContain('&lt;w:p&gt; &amp; &quot;co&quot;\ufffd');
  const types = xmlOf('[Content_Types].xml');
  for (const [path, { bytes, date }] of parts) {
    expect([date.getFullYear(), date.getMonth(), date.getDate()], path).toEqual([1980, 0, 1]);
    if (path.endsWith('.png')) continue;
    new SaxesParser().write(bytes.toString('utf8')).close();
    if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) expect(types).toContain(`/${path}"`);
  }
  expect(parts.get('word/media/1.png')?.bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('it says what the web page says, and its figures are those of the comparison', async () => {
  const { project } = await newStudy();
  const [docx, html] = await Promise.all([writeFrom(project, 'out.docx'), writeFrom(project, 'out.html')]);
  const { tables, paragraphs } = await readDocx(docx.path);
  const page = new Page(html.path);
  expect([docx.tables, docx.quotes, docx.pictures]).toEqual([html.tables, html.quotes, html.pictures]);
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  const plain = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(clean));
  expect(tables.map(({ caption }) => clean(caption))).toEqual(
    page.tables.map(({ caption }) => clean(caption)),
  );
  for (const [index, { head, rows }] of tables.entries()) {
    expect(head.map(clean)).toEqual(page.tables[index]?.head.map(clean));
    expect(plain(rows)).toEqual(plain(page.tables[index]?.rows ?? []));
  }
  const quotes = paragraphs.filter(({ style }) => style === 'Quote').map(({ text }) => text);
  expect(quotes).toEqual(page.named('blockquote').map(textOf));

  const matrix = compareTable(project.db, { columns: { by: 'document' }, rollUp: false });
  const shown = tables.find(({ caption }) => caption.includes('Codes by document'));
  for (const { row, column, spans, presence } of matrix.cells)
    if (presence !== null) expect(shown?.rows[row]?.[column + 1]).toBe(String(spans));
});

test('a wide table lies across the page, and one that is wider still is divided', async () => {
  const { project } = await newStudy();
  const columns = Array.from({ length: 31 }, (_, index) => `Column ${index}`);
  const picture = {
    title: 'Wide',
    sentence: 'Wide.',
    svg: '<svg/>',
    png: 'iVBORw0KGgo=',
    width: 4000,
    height: 100,
    table: {
      columns: columns.map((title) => ({ title, isNumber: true })),
      rows: [columns.map((_, index) => String(index))],
    },
  };
  const { path } = await writeFrom(project, 'out.docx', { sections: ['pictures'], pictures: [picture] });
  const { xmlOf, tables } = await readDocx(path);
  const xml = xmlOf('word/document.xml');
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(tables.length);
  const parts = tables.filter(({ head }) => head[0] === 'Column 0');
  expect(parts).toHaveLength(3);
  expect(parts.flatMap(({ head }) => head.slice(1))).toEqual(columns.slice(1));
  expect(parts.flatMap(({ rows }) => rows[0]?.slice(1) ?? [])).toEqual(
    columns.slice(1).map((_, i) => String(i + 1)),
  );
  expect(xml).toContain('descr="Wide."');
});

const SURROUNDINGS = [
  { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
];

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('the same project gives the same bytes in any time zone and locale', async () => {
  const { project } = await newStudy();
  const [docx, html] = [await writeFrom(project, 'out.docx'), await writeFrom(project, 'out.html')];
  expect([hash(docx.path), hash(html.path)]).toEqual([docx.sha256, html.sha256]);
  const folder = tempFolder();
  for (const [index, env] of SURROUNDINGS.entries()) {
    const [one, other] = [join(folder, `${index}.docx`), join(folder, `${index}.html`)];
    const script = join(import.meta.dirname, 'report-process.ts');
    execFileSync(process.execPath, [script, project.path, one, other], { env: { ...process.env, ...env } });
    expect([hash(one), hash(other)]).toEqual([docx.sha256, html.sha256]);
  }
});

test('what is cancelled leaves what was there before, and nothing beside it', async () => {
  const { project } = await newStudy();
  const path = join(tempFolder(), 'out.docx');
  writeFileSync(path, 'somebody’s');
  project.checkpoint();
  const db = connect(project.path, 'read');
  const writing = new AbortController();
  const ended = writeReport(db, path, { ...WHOLE, signal: writing.signal });
  writing.abort();
  await expect(ended).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(writeReport(db, join(path, '..', 'out.txt'), WHOLE)).rejects.toMatchObject({
    code: 'REFUSED',
  });
  db.close();
  expect(readdirSync(join(path, '..'))).toEqual(['out.docx']);
  expect(readFileSync(path, 'utf8')).toBe('somebody’s');
});

/** Whether there is a LibreOffice with its word processor. */
function hasWriter(): boolean {
  try {
    const program = execFileSync(
      'readlink',
      ['-f', execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()],
      {
        encoding: 'utf8',
      },
    ).trim();
    return existsSync(join(program, '..', 'libswlo.so'));
  } catch {
    return false;
  }
}

test('LibreOffice opens it and finds the same paragraphs', async (context) => {
  if (!hasWriter()) return context.skip('there is no LibreOffice Writer here');
  const { project } = await newStudy();
  const { path } = await writeFrom(project, 'out.docx');
  const folder = tempFolder();
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  execFileSync(
    'soffice',
    ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, path],
    { stdio: 'ignore' },
  );
  const text = readFileSync(join(folder, 'out.txt'), 'utf8').replace(/\s+/g, ' ');
  const { paragraphs, tables } = await readDocx(path);
  for (const paragraph of paragraphs.filter(({ style }) => /^(Title|Heading|Quote|Source)/.test(style)))
    expect(text).toContain(paragraph.text.replace(/\s+/g, ' ').trim());
  for (const { rows } of tables)
    for (const [name = ''] of rows) expect(text).toContain(name.replace(/\s+/g, ' ').trim());
}, 120_000);
