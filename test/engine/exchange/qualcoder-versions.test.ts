import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readQualCoder } from '../../../src/engine/exchange/qualcoder/read.ts';
import { newProject } from '../kit/project.ts';
import { codingsOf, collect, importInto } from './foreign-kit.ts';
import { EVERYTHING, points, qualCoder, SCHEMA, TALK } from './qualcoder-kit.ts';

/** What each version of the database added, as QualCoder's own upgrades say; later ones keep what came before. */
const ADDED: readonly {
  readonly version: string;
  readonly columns?: readonly string[];
  readonly tables?: readonly string[];
}[] = [
  { version: 'v1' },
  { version: 'v2', columns: ['avid', 'bookmarkfile', 'bookmarkpos'] },
  { version: 'v3', columns: ['important'] },
  { version: 'v4', columns: ['ctid'] },
  { version: 'v5', columns: ['codername', 'av_text_id'], tables: ['stored_sql'] },
  { version: 'v6', tables: ['graph'] },
  { version: 'v8', columns: ['risid'], tables: ['ris'] },
  { version: 'v10', columns: ['pdf_page'] },
  { version: 'v16', columns: ['supercid'] },
];

/** Columns that are the key of a table are wanted wherever the table is; of another table they came later. */
const later = (index: number) => ADDED.slice(index + 1);

/** The schema and rows of a version: what came later is taken out of both. */
function asOf(index: number): { schema: string; rows: typeof EVERYTHING } {
  const columns = new Set(later(index).flatMap((added) => added.columns ?? []));
  const tables = new Set(later(index).flatMap((added) => added.tables ?? []));
  const schema = SCHEMA.trim()
    .split('\n')
    .filter((line) => !tables.has(/^CREATE TABLE (\w+)/.exec(line)?.[1] ?? ''))
    .map((line) => {
      const [, head = '', inside = ''] = /^(CREATE TABLE \w+ )\((.*)\);$/.exec(line) ?? [];
      const parts = inside.split(/,\s*(?![^(]*\))/).filter((part) => {
        const name = part.trim().split(' ')[0] ?? '';
        return !columns.has(name) || (name === 'risid' && head.includes(' ris '));
      });
      return `${head}(${parts.join(', ')});`;
    })
    .join('\n');
  const rows = Object.fromEntries(
    Object.entries(EVERYTHING)
      .filter(([table]) => !tables.has(table))
      .map(([table, all]) => [
        table,
        all.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !columns.has(name) || table === 'ris')),
        ),
      ]),
  );
  return { schema, rows };
}

test.for(ADDED.map(({ version }, index) => [version, index] as const))(
  'a project of database version %s has all that this version could hold',
  async ([, index]) => {
    const { schema, rows } = asOf(index);
    const found = await collect(readQualCoder, qualCoder(rows, 'study.qda', schema));
    const words = codingsOf(found).filter(({ title }) => title === 'Talk.txt');
    expect(words.map(({ words: said, code, coder }) => [said, code, coder])).toEqual([
      ['Speaker: The grid', 'Speaker', 'Coder A'],
      ['The grid 𠮷 is the limit', 'Grid', 'Coder A'],
      ['The grid 𠮷 is the limit', 'Limit', 'Coder B'],
      ['The grid 𠮷 is the limit', 'Grid', 'Coder B'],
      ['e\u0301ven by 2030', 'Limit', 'Coder A'],
    ]);
    const has = (version: string) => index >= ADDED.findIndex((added) => added.version === version);
    const memos = found.of('memo').map(({ title }) => title);
    expect(memos.includes('Important')).toBe(has('v3'));
    expect(memos.includes('Reference')).toBe(has('v8'));
    const names = new Map(found.of('code').map(({ id, name }) => [id, name]));
    const parent = names.get(found.named('code', 'Limit').parentId ?? '');
    expect(parent).toBe(has('v16') ? 'Grid' : undefined);
  },
);

/** Since database version 14 there are coders who are not shown, by views that QualCoder makes when a project is opened. */
const V14 = `CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1 CHECK (visibility IN (0, 1)));
${['code_image', 'code_text', 'code_av', 'annotation']
  .map(
    (table) =>
      `CREATE VIEW ${table}_visible AS SELECT t.* FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM coder_names c WHERE c.name = t.owner AND c.visibility = 0);`,
  )
  .join('\n')}`;

test('a project with the views of version 14 is read whole, whoever is shown, and twice changes nothing', async () => {
  const folder = qualCoder(EVERYTHING, 'study.qda', SCHEMA + V14);
  const db = new Database(join(folder, 'data.qda'));
  db.exec("INSERT INTO coder_names VALUES ('Coder A', 1), ('Coder B', 0)");
  db.close();
  const before = codingsOf(await collect(readQualCoder, qualCoder()));
  expect(codingsOf(await collect(readQualCoder, folder))).toEqual(before);
  const project = await newProject();
  await importInto(project, folder);
  expect((await importInto(project, folder)).step).toBeNull();
});

test('a view of any other name is refused', async () => {
  const folder = qualCoder(
    EVERYTHING,
    'study.qda',
    `${SCHEMA} CREATE VIEW code_text_seen AS SELECT 1 AS cid;`,
  );
  await expect(collect(readQualCoder, folder)).rejects.toThrow('a view (code_text_seen)');
});

test('speakers that QualCoder marks are codes like others, and a transcript is a text', async () => {
  const speaker = points(TALK, 'Speaker: The grid');
  const found = await collect(
    readQualCoder,
    qualCoder({
      ...EVERYTHING,
      source: [
        ...(EVERYTHING['source'] ?? []),
        {
          id: 8,
          name: 'Call.mp3.txt',
          fulltext: '[00:01] Words said.',
          mediapath: null,
          memo: '',
          owner: 'Coder A',
        },
      ],
      code_cat: [{ catid: 1, name: '📌 Speakers', memo: '', supercatid: null, owner: 'Coder A' }],
      code_name: [{ cid: 1, name: '📌 Speaker', memo: '', catid: 1, color: '#A56A16', owner: 'Coder A' }],
      code_text: [
        { cid: 1, fid: 1, ...speaker, memo: '', owner: '📌 Speaker marker' },
        { cid: 1, fid: 8, pos0: 8, pos1: 13, seltext: 'Words', memo: '', owner: 'Coder A' },
      ],
    }),
  );
  expect(
    codingsOf(found)
      .filter(({ code }) => code === '📌 Speaker')
      .map(({ title, words, coder }) => [title, words, coder]),
  ).toEqual([
    ['Talk.txt', 'Speaker: The grid', '📌 Speaker marker'],
    ['Plan.pdf', 'page 2: 100,50,80,60', 'Coder B'],
    ['Call.mp3.txt', 'Words', 'Coder A'],
  ]);
});
