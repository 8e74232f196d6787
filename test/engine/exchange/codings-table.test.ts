import { existsSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCodingsTable } from '../../../src/engine/exchange/codings-table/read.ts';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newStudy } from '../dataset/study.ts';
import { as, writeFrom } from '../dataset/work.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { landed, present, readText } from './annotations-kit.ts';
import { importInto } from './foreign-kit.ts';

const PLAN = present('Plan', 'Größe 🙂 der Netze: the grid is the limit; the grid grows.', 'plan.pdf');
const GRID = '11111111-1111-4111-8111-111111111111';
const CONTEXT = {
  documents: [PLAN],
  codes: [
    { id: GRID, path: ['Barriers', 'Grid'] },
    { id: '22222222-2222-4222-8222-222222222222', path: ['Water / Energy'] },
  ],
};

const read = (content: string | Uint8Array, name = 'codings.csv') =>
  readText(readCodingsTable, content, CONTEXT, name);
const rowsOf = async (content: string | Uint8Array) => landed(await read(content), CONTEXT);

describe('a table of codings', () => {
  test('is matched by the names of its columns', async () => {
    expect(await rowsOf('document,quote,code,coder\nPlan,the limit,Barriers / Grid,Coder A\n')).toEqual([
      { title: 'Plan', words: 'the limit', code: 'Barriers / Grid', coder: 'Coder A' },
    ]);
    expect(
      await rowsOf(
        'Owner;File Name;Selected text;Code name;Memo\nCoder A;plan.pdf;"the grid is\nthe limit";Grid;"Said; twice"\n',
      ),
    ).toEqual([{ title: 'Plan', words: 'the grid is the limit', code: 'Barriers / Grid', coder: 'Coder A' }]);
    expect(await rowsOf('source\tpos0\tpos1\ttags\nPlan\t6\t7\tGrid; New > Deep\n')).toEqual([
      { title: 'Plan', words: '🙂', code: 'Barriers / Grid', coder: undefined },
      { title: 'Plan', words: '🙂', code: 'Deep', coder: undefined },
    ]);
  });

  test('counts code points, or UTF-16 units where it says so, and believes the quote', async () => {
    expect((await rowsOf('document,start,end,code\nPlan,8,11,Grid\n')).map(({ words }) => words)).toEqual([
      'der',
    ]);
    expect(
      (await rowsOf('document,start,end,code,unit\nPlan,9,12,Grid,UTF-16\n')).map(({ words }) => words),
    ).toEqual(['der']);
    expect(
      (await rowsOf('document,start,end,quote,code\nPlan,9,12,der,Grid\n')).map(({ words }) => words),
    ).toEqual(['der']);
    const near = await read('document,start,end,quote,code\nPlan,40,48,the grid,Grid\n');
    expect(near.of('passages')[0]?.passages[0]?.place).toEqual({ start: 43, end: 51 });
    expect((await read('document,quote,code\nPlan,the grid,Grid\n')).said).toContainEqual(
      expect.stringContaining('more than once'),
    );
  });

  test('makes codes with those above them, and knows a name that looks like a path', async () => {
    const found = await read(
      'document,quote,code\nPlan,grid,Water / Energy\nPlan,limit,A / B\nPlan,grows,A / C\nPlan,der,Barriers > Wind\n',
    );
    const names = new Map([
      ...found.of('code').map(({ id, name }) => [id, name] as const),
      ...CONTEXT.codes.map(({ id, path }) => [id, path.at(-1)] as const),
    ]);
    expect(found.of('code').map(({ name, parentId }) => [names.get(parentId ?? ''), name])).toEqual([
      [undefined, 'A'],
      ['A', 'B'],
      ['A', 'C'],
      [undefined, 'Barriers'],
      ['Barriers', 'Wind'],
    ]);
    expect((await landed(found, CONTEXT)).map(({ code }) => code)).toEqual([
      'Wind',
      'Water / Energy',
      'B',
      'C',
    ]);
  });

  test("of Taguette's highlights, and in the encoding of an old spreadsheet", async () => {
    expect(
      await rowsOf(
        'id,document,tag,content\r\n1,Plan,open: grid,the grid is\r\n1,Plan,b,the grid is\r\n2,Plan,,grows\r\n',
      ),
    ).toEqual([
      { title: 'Plan', words: 'the grid is', code: 'open: grid', coder: undefined },
      { title: 'Plan', words: 'the grid is', code: 'b', coder: undefined },
      { title: 'Plan', words: 'grows', comment: 'Highlighted without a tag.' },
    ]);
    const old = iconv.encode(
      'Dokument;Zitat;document;quote;code\nx;y;Plan;Größe;Größenordnungen übergroß\n',
      'windows-1252',
    );
    const found = await read(old);
    expect((await landed(found, CONTEXT)).map(({ words }) => words)).toEqual(['Größe']);
    expect(found.said).toContainEqual(expect.stringContaining('windows-1252'));
  });

  test('without a column that it needs, or none at all, is refused in a sentence', async () => {
    await expect(read('document,code\nPlan,Grid\n')).rejects.toThrow(
      'no column for the quote, or start and end',
    );
    await expect(read('a,b\n1,2\n')).rejects.toThrow('the document and for the quote');
    await expect(read('document,quote,code\nPlan,"unfinished,Grid\n')).rejects.toThrow(ExchangeError);
    for (const content of ['', ' \n', new Uint8Array([0, 1, 2, 3])])
      await expect(read(content)).rejects.toThrow(/\w/);
  });

  test.each([
    ['tables', 'csv'],
    ['book.xlsx', 'xlsx'],
  ] as const)("of Colligo's own dataset comes back with the same codings (%s)", async (target, format) => {
    const { project } = await newStudy();
    const folder = join(tempFolder(), target);
    await writeFrom(project, folder, { texts: true, format });
    const path =
      ['codings.csv', 'data/codings.csv']
        .map((name) => join(folder, name))
        .find((name) => existsSync(name)) ?? folder;
    // Distinct: the same judgement on two passages of one place, as a new version leaves them, is one.
    const all = () =>
      project.db.all(sql`SELECT DISTINCT lower(hex(p.document_id)) AS document, a.start_offset, a.end_offset, lower(hex(c.code_id)) AS code, lower(hex(c.coder_id)) AS coder
        FROM codings c JOIN passages p ON p.id = c.passage_id JOIN anchors a ON a.passage_id = p.id
        JOIN versions v ON v.id = a.version_id AND v.number = (SELECT max(number) FROM versions w WHERE w.document_id = p.document_id)
        WHERE a.status <> 'lost' AND a.kind = 'span' ORDER BY 1, 2, 3, 4, 5`);
    const expected = all();
    // A comment with line ends of its own comes back with plain ones, and so beside it.
    expect((await importInto(project, path)).came).toMatchObject({
      codings: 0,
      codes: 0,
      passages: 0,
      coders: 0,
    });
    as(project, ANNA, (writing) => {
      writing.db.run(sql`DELETE FROM memos`);
      writing.db.run(sql`DELETE FROM codings`);
    });
    await importInto(project, path);
    expect(all()).toEqual(expected);
  });
});
