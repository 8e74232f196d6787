import { existsSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readRqda } from '../../../src/engine/exchange/rqda/read.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { codingsOf, collect, foreign, importInto, readWild, SAMPLES } from './foreign-kit.ts';

const SCHEMA = `
CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text, imageDir text);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer, color text);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
CREATE TABLE treefile (fid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text, class text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer);
CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text, status integer);
CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text, dateM text, status integer);
CREATE TABLE coding2 (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE image (name text, id integer, date text, dateM text, owner text, status integer);
CREATE TABLE imageCoding (cid integer, iid integer, x1 integer, status integer);`;

const TEXT = 'Ein Gespräch 🙂 über Netze.\r\nDie Grenze ist das Netz.\r\nEnde.';
const LIVE = { status: 1, owner: 'Coder A', date: 'Fri May 22 04:19:59 2020' };
const DELETED = { ...LIVE, status: 0 };

function points(words: string, text = TEXT) {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`${words} is not in the text`);
  const selfirst = [...text.slice(0, at)].length;
  return { selfirst, selend: selfirst + [...words].length, seltext: words };
}

const place = (words: string) => {
  const { selfirst, selend } = points(words);
  return { selfirst, selend };
};

const ROWS: NonNullable<Parameters<typeof foreign>[2]> = {
  project: [{ databaseversion: '0.2.2', date: 'Fri May 22 04:00:00 2020', memo: 'Netze.' }],
  source: [
    { id: 1, name: 'Gespräch', file: TEXT, memo: 'Gut.', ...LIVE },
    { id: 2, name: 'Deleted', file: TEXT, memo: '', ...DELETED },
    { id: 3, name: 'Empty', file: '', memo: '', ...LIVE },
  ],
  freecode: [
    { id: 1, name: 'Netz', memo: 'Alle.', color: '#A56A16FF', ...LIVE },
    { id: 2, name: 'Grenze', memo: '', color: 'red', ...LIVE },
    { id: 3, name: 'Deleted', memo: '', ...DELETED },
  ],
  codecat: [
    { catid: 1, name: 'Technik', memo: '', ...LIVE },
    { catid: 2, name: 'Zweite', memo: '', ...LIVE },
  ],
  treecode: [
    { cid: 1, catid: 1, ...LIVE },
    { cid: 1, catid: 2, ...LIVE },
    { cid: 2, catid: 1, ...DELETED },
  ],
  coding: [
    { cid: 1, fid: 1, ...points('Die Grenze ist das Netz'), memo: 'Stark.', ...LIVE },
    { cid: 2, fid: 1, ...points('Die Grenze'), memo: '', ...LIVE },
    { cid: 2, fid: 1, ...points('Ende'), selfirst: 3, selend: 7, memo: '', ...LIVE },
    { cid: 2, fid: 1, ...points('Netze'), memo: '', ...DELETED },
    { cid: 3, fid: 1, ...points('Netze'), memo: '', ...LIVE },
    { cid: 1, fid: 2, ...points('Netze'), memo: '', ...LIVE },
  ],
  cases: [
    { id: 1, name: 'Fall', memo: 'Ein Fall.', ...LIVE },
    { id: 2, name: 'Teil', memo: '', ...LIVE },
  ],
  caselinkage: [
    { caseid: 1, fid: 1, selfirst: 0, selend: [...TEXT].length, ...LIVE },
    { caseid: 2, fid: 1, ...place('über Netze'), ...LIVE },
  ],
  attributes: [{ name: 'Jahr', class: 'numeric', memo: 'Das Jahr.', ...LIVE }],
  caseAttr: [{ variable: 'Jahr', value: '2020', caseID: 1, ...LIVE }],
  fileAttr: [
    { variable: 'Jahr', value: '2021', fileID: 1, ...LIVE },
    { variable: 'Jahr', value: 'NA', fileID: 3, ...LIVE },
  ],
  filecat: [{ catid: 5, name: 'Gespräche', ...LIVE }],
  treefile: [{ fid: 1, catid: 5, ...LIVE }],
  journal: [{ name: 'Tag eins', journal: 'Begonnen.', ...LIVE }],
  annotation: [{ fid: 1, position: points('Die Grenze').selfirst, annotation: 'Hier!', ...LIVE }],
  imageCoding: [{ cid: 1, iid: 4, status: 1 }],
};

const made = (rows = ROWS) => foreign(join(tempFolder(), 'netze.rqda'), SCHEMA, rows);

describe('a project of RQDA', () => {
  test('has what was not deleted, on its words', async () => {
    const found = await collect(readRqda, made());
    expect(found.of('project')).toMatchObject([{ tool: 'RQDA', title: 'netze', description: 'Netze.' }]);
    const names = new Map(found.of('code').map(({ id, name }) => [id, name]));
    expect(found.of('code').map(({ name, parentId }) => [names.get(parentId ?? '') ?? '', name])).toEqual([
      ['', 'Technik'],
      ['Technik', 'Netz'],
      ['', 'Zweite'],
      ['', 'Grenze'],
      ['', 'Cases'],
      ['Cases', 'Teil'],
    ]);
    expect(found.named('code', 'Netz')).toMatchObject({
      definition: 'Alle.',
      colour: '#a56a16',
      createdAt: '2020-05-22T04:19:59.000Z',
    });
    expect(codingsOf(found).map(({ words, code }) => [words, code])).toEqual([
      ['über Netze', 'Teil'],
      ['Die Grenze', 'Grenze'],
      ['Die Grenze ist das Netz', 'Netz'],
      ['Ende', 'Grenze'],
    ]);
    expect(found.document('Gespräch').read.reading.text).toBe(TEXT.replaceAll('\r\n', '\n'));
    expect(
      found
        .of('case')
        .map(({ name, documents, values }) => [name, documents.length, values.map(({ value }) => value)]),
    ).toEqual([
      ['Fall', 1, [2020]],
      ['Teil', 1, []],
    ]);
    expect(found.document('Gespräch').values.map(({ value }) => value)).toEqual([2021, 'Gespräche']);
    expect(found.of('memo').map(({ about, title, body }) => [about.kind, title, body])).toEqual([
      ['coding', '', 'Stark.'],
      ['document', 'At “Die Grenze ist das Netz. Ende.”', 'Hier!'],
      ['document', '', 'Gut.'],
      ['project', 'Tag eins', 'Begonnen.'],
    ]);
    expect(found.said.map((line) => line.replace(/ \(.*/s, ''))).toEqual([
      'kept: A code is in more than one category: here it lies in the first of them.',
      'kept: A case has a part of a file only: it has the document here, and the part is coded with the name of the case.',
      'kept: The categories of files became an attribute of documents.',
      'mended: A selection did not stand where the file says and was found by its quote.',
      'left: A coding names a code that was deleted, or is not listed.',
      'kept: An annotation became a memo about its document, which quotes where it stands.',
      'left: A text without words was left out.',
      'left: A coding or annotation belongs to a file that was deleted, or is not listed.',
      'left: A picture of RQDA is not in its file, so that what is coded in it was left.',
    ]);
  });

  test('of an older version lacks tables and columns: what has no status was never deleted', async () => {
    // As version 0.1.6 made them: values without status, codes without colour, no annotations, a name of the version's own.
    const old = `
      CREATE TABLE project (encoding text, detabaseversion text, date text, dateM text, memo text, BOM integer);
      CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
      CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer);
      CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
      CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
      CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text);
      CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text);
      CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text);
      CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text);`;
    const without = (rows: readonly Readonly<Record<string, unknown>>[] = [], ...columns: string[]) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))));
    const path = foreign(join(tempFolder(), 'old.rqda'), old, {
      project: [{ detabaseversion: '0.1.5', date: LIVE.date, memo: 'Alt.' }],
      source: ROWS['source'] ?? [],
      freecode: without(ROWS['freecode'], 'color'),
      coding: ROWS['coding'] ?? [],
      cases: ROWS['cases'] ?? [],
      caselinkage: ROWS['caselinkage'] ?? [],
      attributes: without(ROWS['attributes'], 'class'),
      caseAttr: without(ROWS['caseAttr'], 'status'),
      fileAttr: without(ROWS['fileAttr'], 'status'),
    });
    const found = await collect(readRqda, path);
    expect(found.of('project')).toMatchObject([{ title: 'old', description: 'Alt.' }]);
    expect(codingsOf(found)).toHaveLength(4);
    // Of no class, a year is a text.
    expect(found.of('case').map(({ values }) => values.map(({ value }) => value))).toEqual([['2020'], []]);
    expect(found.document('Gespräch').values.map(({ value }) => value)).toEqual(['2021']);
  });

  test('has a second coding, which is kept apart, and nothing of what was emptied or unmarked', async () => {
    const again = { cid: 1, fid: 1, ...points('Die Grenze ist das Netz'), memo: '', ...LIVE };
    const path = made({
      ...ROWS,
      coding2: [again, { ...again, ...points('Ende'), owner: '' }],
      coding: [...(ROWS['coding'] ?? []), { ...again, ...points('Ende'), status: -1 }],
      annotation: [{ fid: 1, position: 3, annotation: '', ...LIVE }],
      attributes: [...(ROWS['attributes'] ?? []), { name: 'Land', memo: 'Wo.', ...LIVE }],
      filecat: [{ catid: 5, name: 'Gespräche', memo: 'Alle von 2020.', ...LIVE }],
      image: [{ id: 4, name: 'Karte.png', ...LIVE }],
    });
    const found = await collect(readRqda, path);
    const second = codingsOf(found).filter(({ coder }) => coder.includes('second'));
    expect(second.map(({ words, code, coder }) => [words, code, coder])).toEqual([
      ['Die Grenze ist das Netz', 'Netz', 'Coder A (second coding)'],
      ['Ende', 'Netz', '(second coding)'],
    ]);
    expect(codingsOf(found)).toHaveLength(4 + 2);
    expect(found.of('memo').filter(({ title }) => title.startsWith('At'))).toEqual([]);
    expect(found.named('attribute', 'Land')).toMatchObject({ kind: 'text', description: 'Wo.' });
    expect(found.named('attribute', 'File category').description).toBe('Gespräche: Alle von 2020.');
    expect(found.said).toContainEqual(expect.stringMatching(/^left: A picture of RQDA .*\(Karte\.png\)$/));
  });

  test('comes into a project, and a second time changes nothing', async () => {
    const [project, path] = [await newProject(), made()];
    expect((await importInto(project, path)).came).toMatchObject({
      documents: 1,
      codes: 6,
      codings: 4,
      cases: 2,
      memos: 4,
    });
    expect((await importInto(project, path)).step).toBeNull();
  });

  test('may hold anything in any column', async () => {
    expect(await readWild(readRqda, made)).toBeGreaterThan(30);
  });

  test('is read in the encoding that Windows had', async () => {
    const text = 'Über die Größe der Netze: „schön“ und übergroß, wie man hört. '.repeat(4);
    const old = (words: string) => iconv.encode(words, 'windows-1252');
    const rows = {
      project: ROWS['project'] ?? [],
      source: [{ id: 1, name: 'Alt', file: text, ...LIVE }],
      freecode: [{ id: 1, name: '', ...LIVE }],
      coding: [{ cid: 1, fid: 1, ...points('„schön“ und übergroß', text), seltext: '', ...LIVE }],
    };
    const path = made(rows);
    // As R wrote them: bytes of another encoding in a column of text.
    foreign(
      path,
      `UPDATE source SET file = CAST(x'${old(text).toString('hex')}' AS TEXT);
      UPDATE freecode SET name = CAST(x'${old('Größe').toString('hex')}' AS TEXT);
      UPDATE coding SET seltext = CAST(x'${old('„schön“ und übergroß').toString('hex')}' AS TEXT);`,
    );
    const found = await collect(readRqda, path);
    expect(codingsOf(found)).toMatchObject([{ words: '„schön“ und übergroß', code: 'Größe' }]);
    expect(found.said).toEqual([expect.stringContaining('were read as windows-1252, which is a guess')]);
  });
});

test('real projects are read, empty as they are', async (context) => {
  const paths = ['test.rqda', 'test2.rqda'].map((name) => join(SAMPLES, 'rqda', name));
  if (!paths.every((path) => existsSync(path)))
    return context.skip('the samples are not beside the repository');
  for (const path of paths) {
    const found = await collect(readRqda, path);
    expect(found.pieces.map(({ type }) => type)).toEqual(['project']);
  }
});
