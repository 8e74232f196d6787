import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { readMediaPath } from '../../../src/engine/exchange/qualcoder/media-path.ts';
import { readQualCoder } from '../../../src/engine/exchange/qualcoder/read.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { withOrientation } from '../kit/pictures.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { codingsOf, collect, importInto, readWild, SAMPLES } from './foreign-kit.ts';
import { EVERYTHING, PAGES, points, qualCoder, TALK } from './qualcoder-kit.ts';

const SAMPLE = join(SAMPLES, 'qualcoder/mannheimer.qda');
const read = (path = qualCoder()) => collect(readQualCoder, path);

describe('a project with everything', () => {
  test('has its codes under their categories, and a circle is opened', async () => {
    const found = await read();
    const names = new Map(found.of('code').map(({ id, name }) => [id, name]));
    const tree = found
      .of('code')
      .map(({ name, parentId, codable }) => [names.get(parentId ?? '') ?? '', name, codable !== false]);
    expect(tree).toEqual([
      ['', 'Barriers', false],
      ['Barriers', 'Technical', false],
      ['Technical', 'Grid', true],
      ['Grid', 'Limit', true],
      ['', 'Round', false],
      ['Round', 'About', false],
      ['', 'Lost', true],
      ['', 'Cases', false],
      ['Cases', 'Speaker', true],
    ]);
    expect(found.named('code', 'Grid')).toMatchObject({
      definition: 'The net.',
      colour: '#a56a16',
      createdAt: '2025-03-01T16:47:05.000Z',
    });
    expect(found.named('code', 'Limit').colour).toBeUndefined();
    expect(found.said).toContain(
      'mended: Codes lie under each other in a circle: one of them came to the top. (Round)',
    );
    expect(found.said).toContain(
      'mended: A code lies under one that the file does not list: it came to the top. (Lost)',
    );
  });

  test('has every coding on its words, by whom it was', async () => {
    const found = await read();
    expect(codingsOf(found)).toEqual([
      { title: 'Talk.txt', words: 'Speaker: The grid', code: 'Speaker', coder: 'Coder A' },
      { title: 'Talk.txt', words: 'The grid 𠮷 is the limit', code: 'Grid', coder: 'Coder A' },
      { title: 'Talk.txt', words: 'The grid 𠮷 is the limit', code: 'Limit', coder: 'Coder B' },
      { title: 'Talk.txt', words: 'The grid 𠮷 is the limit', code: 'Grid', coder: 'Coder B' },
      { title: 'Talk.txt', words: 'e\u0301ven by 2030', code: 'Limit', coder: 'Coder A' },
      { title: 'Plan.pdf', words: PAGES[1]?.slice(0, -1), code: 'Grid', coder: 'Coder A' },
      { title: 'Plan.pdf', words: 'page 2: 100,50,80,60', code: 'Grid', coder: 'Coder B' },
      { title: 'Outside', words: 'elsewhere', code: 'Limit', coder: 'Coder A' },
    ]);
    expect(found.said.filter((line) => line.includes('was found by its quote'))).toHaveLength(1);
    expect(found.said).toContain('left: A coding names a code that the project does not list. (Talk.txt)');
    expect(found.said).toContain('left: A coding belongs to a text that the project does not list. ()');
    expect(found.said).toContain('left: A coded part of a page could not be placed. (Plan.pdf)');
  });

  test('keeps the originals, a PDF with its pages', async () => {
    const found = await read();
    const talk = found.document('Talk.txt');
    expect(talk.read.reading.text).toBe(TALK);
    expect(Buffer.from(talk.read.bytes).toString()).toBe(TALK.replaceAll('\n', '\r\n'));
    const plan = found.document('Plan.pdf');
    expect([plan.fileName, plan.read.mediaType, plan.read.reading.pages?.length]).toEqual([
      'Plan.pdf',
      'application/pdf',
      2,
    ]);
    expect(found.document('Outside').fileName).toBe('Outside.txt');
    expect(found.of('attachment').map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['Tower.jpg', 'image/jpeg'],
      ['Call.mp3', 'audio/mpeg'],
    ]);
  });

  test('takes the coded text where the original reads differently, and keeps that beside it', async () => {
    const folder = qualCoder();
    const db = new Database(join(folder, 'data.qda'));
    db.exec("UPDATE source SET fulltext = fulltext || 'Added in QualCoder.' WHERE id = 2");
    const { text } = db.prepare('SELECT fulltext AS text FROM source WHERE id = 2').get() as { text: string };
    const added = points(text, 'Added in');
    db.prepare(
      "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner) VALUES (1, 2, ?, ?, ?, 'Coder A')",
    ).run(added.seltext, added.pos0, added.pos1);
    db.close();
    const found = await read(folder);
    const plan = found.document('Plan.pdf');
    expect([plan.fileName, plan.read.reading.pages, plan.read.reading.text]).toEqual([
      'Plan.pdf.txt',
      undefined,
      text,
    ]);
    expect(
      codingsOf(found)
        .filter(({ title }) => title === 'Plan.pdf')
        .map(({ words }) => words),
    ).toEqual(['The grid is\nthe limit', 'Added in']);
    const kept = found.of('attachment').find(({ name }) => name === 'Plan.pdf');
    expect(kept?.document).toBe(plan.id);
  });

  test('has cases, attributes, memos and journals', async () => {
    const found = await read();
    const talk = found.document('Talk.txt');
    expect(
      found
        .of('case')
        .map(({ name, description, documents, values }) => [
          name,
          description,
          documents,
          values.map(({ value }) => value),
        ]),
    ).toEqual([
      ['Everyone', '', [talk.id], []],
      ['Speaker', 'Spoke.', [talk.id], [41, 'many']],
    ]);
    expect(found.of('attribute').map(({ name, appliesTo, kind }) => [name, appliesTo, kind])).toEqual([
      ['Age', 'case', 'number'],
      ['Odd', 'case', 'text'],
      ['Place', 'document', 'text'],
    ]);
    expect(talk.values).toEqual([{ attribute: found.named('attribute', 'Place').id, value: 'Town' }]);
    expect(found.of('memo').map(({ title, body, about }) => [about.kind, title, body])).toEqual([
      ['coding', 'Important', 'Strong.'],
      ['coding', '', 'Mine, too.'],
      ['passage', '', 'They ask.'],
      ['document', '', 'A good one.'],
      ['coding', '', 'The square.'],
      ['project', 'Tower.jpg', 'A tower.\n\n- 1, 2, 30 × 40 pixels: Limit (Coder A): Its top.'],
      ['project', 'Call.mp3', '- 00:01:01–01:02:05: Grid (Coder B)'],
      ['project', 'Day one', 'It begins.'],
      ['document', 'Reference', 'Title: Grids and their limits'],
    ]);
    for (const line of [
      'kept: A picture can’t be coded here: it was kept as a file. (Tower.jpg)'.replace('’', "'"),
      'left: A film lies outside of the project and was left where it is. (Gone.mp4)',
      'left: A text without words was left out. (Nothing)',
      'left: A case has a file that did not become a document. (Everyone)',
      'left: A value belongs to an attribute that the project does not list. (None)',
      'left: Attributes of a picture or recording have no place here. (Tower.jpg)',
      'left: Graphs are drawings of QualCoder and were left there. (Picture)',
      'left: Stored queries are for the database of QualCoder and were left there. (All)',
    ])
      expect(found.said).toContain(line);
  });

  test('comes into a project whole, and a second time changes nothing, from a folder of another name, too', async () => {
    const project = await newProject();
    const folder = qualCoder();
    const report = await importInto(project, folder);
    expect(report).toMatchObject({
      format: 'qualcoder',
      tool: 'QualCoder 3.8',
      title: 'study',
      came: { documents: 3, codes: 9, coders: 2, cases: 2, attributes: 3, codings: 8, memos: 9, files: 2 },
    });
    checkWhole(project.db);
    const before = dump(project.db);
    const other = join(tempFolder(), 'renamed.qda');
    renameSync(folder, other);
    const again = await importInto(project, join(other, 'data.qda'));
    expect(again.step).toBeNull();
    expect(dump(project.db)).toEqual(before);
  });
});

test('copies of a project that went on apart come together by names, not by numbers', async () => {
  const mine = await read();
  const theirs = await read(
    qualCoder({
      ...EVERYTHING,
      code_name: [
        { cid: 1, name: 'Something else', owner: 'Coder B' },
        { cid: 5, name: 'Grid', owner: 'Coder A' },
      ],
      code_cat: [],
      code_text: [{ cid: 5, fid: 1, ...points(TALK, 'The grid 𠮷 is the limit'), owner: 'Coder A' }],
    }),
  );
  expect(theirs.named('code', 'Grid').id).toBe(mine.named('code', 'Grid').id);
  expect(mine.of('code').some(({ id }) => id === theirs.named('code', 'Something else').id)).toBe(false);
  const ids = (found: typeof mine) =>
    found.document('Talk.txt').passages.flatMap(({ codings }) => codings.map(({ id }) => id));
  expect(ids(mine)).toContain(ids(theirs)[0]);
});

describe('what nobody vouches for', () => {
  test('paths that lead out of the project are not followed', async () => {
    expect(readMediaPath('/docs/../../secret.txt')).toMatchObject({
      name: 'secret.txt',
      folder: 'documents',
    });
    expect(readMediaPath('/docs/a\\..\\b.txt').name).toBe('b.txt');
    expect(readMediaPath('/docs/..').name).toBe('');
    expect(readMediaPath('/etc/passwd')).toMatchObject({ kind: 'text', folder: 'documents' });
    if (process.platform === 'win32') return;
    const folder = qualCoder();
    const secret = join(tempFolder(), 'secret.jpg');
    writeFileSync(secret, 'secret');
    rmSync(join(folder, 'images/Tower.jpg'));
    symlinkSync(secret, join(folder, 'images/Tower.jpg'));
    const found = await read(folder);
    expect(found.of('attachment').map(({ name }) => name)).toEqual(['Call.mp3']);
  });

  test('values of the wrong kind are passed over', async () => {
    const wild = [null, 'x', 1.5, Buffer.from([1, 2]), -4, 1e18];
    const rows = wild.flatMap((value) => [
      { cid: value, fid: 1, seltext: 'grid', pos0: 0, pos1: 4 },
      { cid: 1, fid: value, seltext: 'grid', pos0: 0, pos1: 4 },
      {
        cid: 1,
        fid: 1,
        seltext: value,
        pos0: value,
        pos1: value,
        owner: value,
        date: value,
        memo: value,
        important: value,
      },
    ]);
    const folder = qualCoder({
      ...EVERYTHING,
      code_text: rows,
      annotation: [],
      case_text: [{ caseid: 'x', fid: null, pos0: 'a' }],
    });
    const found = await read(folder);
    for (const { words } of codingsOf(found).filter(({ title }) => title === 'Talk.txt'))
      expect(words).not.toBe('');
    await importInto(await newProject(), folder);
  });

  test('may hold anything in any column', async () => {
    expect(await readWild(readQualCoder, qualCoder, 'data.qda')).toBeGreaterThan(30);
  });

  test('a project without its tables, and a folder without a project, are refused in a sentence', async () => {
    const folder = qualCoder({ ...EVERYTHING, project: [] });
    await expect(read(folder)).rejects.toThrow(ExchangeError);
    await expect(read(tempFolder())).rejects.toThrow(/data\.qda/);
  });
});

test('a real project has all of its codings where QualCoder shows them', async (context) => {
  if (!existsSync(SAMPLE)) return context.skip('the samples are not beside the repository');
  const found = await read(SAMPLE);
  expect(found.said).toEqual([]);
  const db = new Database(join(SAMPLE, 'data.qda'), { readonly: true });
  // The second way: Python's slices of the text, by the driver alone.
  const rows = db
    .prepare(
      `SELECT s.name AS title, s.fulltext, t.pos0, t.pos1, t.seltext, n.name AS code, t.owner AS coder FROM code_text t
       JOIN source s ON s.id = t.fid JOIN code_name n ON n.cid = t.cid`,
    )
    .all() as {
    title: string;
    fulltext: string;
    pos0: number;
    pos1: number;
    seltext: string;
    code: string;
    coder: string;
  }[];
  db.close();
  const expected = rows.map(({ title, fulltext, pos0, pos1, code, coder }) => ({
    title,
    words: [...fulltext].slice(pos0, pos1).join(''),
    code,
    coder,
  }));
  expect(rows.map(({ seltext }) => seltext)).toEqual(expected.map(({ words }) => words));
  const sorted = (list: typeof expected) => list.map((one) => JSON.stringify(one)).toSorted();
  expect(expected).toHaveLength(753);
  expect(sorted(codingsOf(found))).toEqual(sorted(expected));
  const project = await newProject();
  const report = await importInto(project, SAMPLE);
  expect(report.came).toMatchObject({ documents: 30, codings: 753, codes: 285 });
  expect((await importInto(project, SAMPLE)).step).toBeNull();
});

test('a picture is a document, coded where QualCoder shows it: unturned, as its pixels are stored', async () => {
  const folder = qualCoder();
  // Of 60 by 40 pixels, shown a quarter turned: 40 by 60.
  const jpeg = createCanvas(60, 40).toBuffer('image/jpeg');
  writeFileSync(join(folder, 'images/Tower.jpg'), withOrientation(jpeg, 6));
  const found = await read(folder);
  const tower = found.of('document').find(({ title }) => title === 'Tower.jpg');
  expect(tower).toMatchObject({ fileName: 'Tower.jpg', values: [{ value: 'Hill' }] });
  expect(tower?.read.reading.pages).toMatchObject([{ width: 40, height: 60 }]);
  // From 1, 2 it is 30 wide, and 40 high, of which 38 lie on the picture.
  const [passage] = tower?.passages ?? [];
  expect(passage?.place).toEqual({ page: 1, x: 0, y: 1, width: 38, height: 30 });
  expect(passage?.codings).toMatchObject([{ code: found.named('code', 'Limit').id }]);
  expect(found.of('memo').filter(({ body }) => body === 'Its top.' || body === 'A tower.')).toHaveLength(2);
  expect(found.of('attachment').map(({ name }) => name)).not.toContain('Tower.jpg');
  expect(found.said.filter((line) => line.includes('Tower.jpg'))).toEqual([]);
});
